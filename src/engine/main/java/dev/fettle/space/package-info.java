/** What may vary: parameters, conditions and constraints, how they are said as text, and the way to the unit cube and back. */
@NullMarked
package dev.fettle.space;

import org.jspecify.annotations.NullMarked;
