/** How good a point is: cross-validation of a learner on data. */
@NullMarked
package dev.fettle.evaluation;

import org.jspecify.annotations.NullMarked;
