/**
 * The best points evaluated again under other random numbers, and under other splits of the rows: a search whose last trials do so, and the
 * objective that they ask. A trial's resource is here how many evaluations its score is the mean of.
 */
@NullMarked
package dev.fettle.replicate;

import org.jspecify.annotations.NullMarked;
