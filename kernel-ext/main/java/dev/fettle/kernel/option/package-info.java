/** The first line of a cell: its method, the name of its study and its options. */
@NullMarked
package dev.fettle.kernel.option;

import org.jspecify.annotations.NullMarked;
