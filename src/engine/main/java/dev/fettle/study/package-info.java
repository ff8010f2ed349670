/** Asks, tells and runs: the only place where sampler and journal meet. */
@NullMarked
package dev.fettle.study;

import org.jspecify.annotations.NullMarked;
