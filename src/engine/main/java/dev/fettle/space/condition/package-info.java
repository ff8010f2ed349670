/** Conditions on the values of a space, as trees that can be printed and evaluated. */
@NullMarked
package dev.fettle.space.condition;

import org.jspecify.annotations.NullMarked;
