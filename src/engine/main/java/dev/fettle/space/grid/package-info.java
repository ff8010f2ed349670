/** The points of a finite space by number, and what no point can satisfy. */
@NullMarked
package dev.fettle.space.grid;

import org.jspecify.annotations.NullMarked;
