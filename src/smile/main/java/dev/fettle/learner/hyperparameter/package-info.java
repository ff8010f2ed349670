/** What a learner may be told: hyperparameters, what they may hold, and one value for each. */
@NullMarked
package dev.fettle.learner.hyperparameter;

import org.jspecify.annotations.NullMarked;
