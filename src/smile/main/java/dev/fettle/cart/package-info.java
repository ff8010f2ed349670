/**
 * Classification and regression trees (Breiman, Friedman, Olshen and Stone, 1984), one at a time, from weighted rows.
 *
 * <p>Smile's own trees are not taken. Those of 2.6 merge sister leaves that name the same class, which flattens
 * probabilities and keeps a rare class unseen; they overlook splits beside rows of equal value; they weigh rows by whole
 * numbers alone; they draw from a generator of the thread, and look at features in the common pool.
 */
@NullMarked
package dev.fettle.cart;

import org.jspecify.annotations.NullMarked;
