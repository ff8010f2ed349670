/** What is done to columns before a learner sees them: gaps filled, words as numbers, one scale; learnt in each fold. */
@NullMarked
package dev.fettle.learner.prepare;

import org.jspecify.annotations.NullMarked;
