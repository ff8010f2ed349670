/** Which rows train and which rows test. */
@NullMarked
package dev.fettle.evaluation.fold;

import org.jspecify.annotations.NullMarked;
