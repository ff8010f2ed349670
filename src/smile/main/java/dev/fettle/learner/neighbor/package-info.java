/** Models that ask the training rows nearby. */
@NullMarked
package dev.fettle.learner.neighbor;

import org.jspecify.annotations.NullMarked;
