/** Reads a cell as a whole: its first line, its space, its data and its Java, and all that is wrong with them. */
@NullMarked
package dev.fettle.kernel.cell;

import org.jspecify.annotations.NullMarked;
