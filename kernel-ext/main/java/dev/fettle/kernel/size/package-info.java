/** How much a cell asks for: trials, and the memory that they keep. */
@NullMarked
package dev.fettle.kernel.size;

import org.jspecify.annotations.NullMarked;
