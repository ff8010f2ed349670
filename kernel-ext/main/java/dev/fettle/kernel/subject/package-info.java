/** What a study is about: a model on data, or Java of the notebook; read from a cell with all its mistakes. */
@NullMarked
package dev.fettle.kernel.subject;

import org.jspecify.annotations.NullMarked;
