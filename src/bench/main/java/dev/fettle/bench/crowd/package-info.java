/** A thousand workers, in simulated time. */
@NullMarked
package dev.fettle.bench.crowd;

import org.jspecify.annotations.NullMarked;
