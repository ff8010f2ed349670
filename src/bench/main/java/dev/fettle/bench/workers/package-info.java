/** A thousand workers, in simulated time. */
@NullMarked
package dev.fettle.bench.workers;

import org.jspecify.annotations.NullMarked;
