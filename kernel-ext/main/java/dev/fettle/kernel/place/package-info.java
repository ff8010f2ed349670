/** Where the trials of a cell are evaluated: on threads here, or far away. */
@NullMarked
package dev.fettle.kernel.place;

import org.jspecify.annotations.NullMarked;
