/** Several losses at once: which points no other beats, and how good a set of them is. Pure functions, for any thread. */
@NullMarked
package dev.fettle.pareto;

import org.jspecify.annotations.NullMarked;
