/** How good predictions are, each metric a value of one type. */
@NullMarked
package dev.fettle.evaluation.metric;

import org.jspecify.annotations.NullMarked;
