/** Models that compare a row with the training rows by a kernel. */
@NullMarked
package dev.fettle.learner.kernel;

import org.jspecify.annotations.NullMarked;
