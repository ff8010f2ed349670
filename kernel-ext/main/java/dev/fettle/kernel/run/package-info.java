/** Runs the study of a cell and shows how it goes. */
@NullMarked
package dev.fettle.kernel.run;

import org.jspecify.annotations.NullMarked;
