/** Asks and tells: the one mutable object, in which sampler, pruner and journal meet. */
@NullMarked
package dev.fettle.study;

import org.jspecify.annotations.NullMarked;
