/** Java of the notebook as an objective: read, compiled once, called for every point. */
@NullMarked
package dev.fettle.kernel.objective;

import org.jspecify.annotations.NullMarked;
