/** How good predictions are. */
@NullMarked
package dev.fettle.evaluation.metric;

import org.jspecify.annotations.NullMarked;
