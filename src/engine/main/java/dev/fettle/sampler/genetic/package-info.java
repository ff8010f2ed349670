/** Genetic algorithms: parents are selected, crossed and mutated; one for a goal, one for several. */
@NullMarked
package dev.fettle.sampler.genetic;

import org.jspecify.annotations.NullMarked;
