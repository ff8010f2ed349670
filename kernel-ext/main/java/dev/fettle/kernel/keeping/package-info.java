/** Where the study of a cell is kept, and what becomes of one that is there. */
@NullMarked
package dev.fettle.kernel.keeping;

import org.jspecify.annotations.NullMarked;
