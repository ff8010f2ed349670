/** How good predictions are. */
@NullMarked
package dev.fettle.smile.metric;

import org.jspecify.annotations.NullMarked;
