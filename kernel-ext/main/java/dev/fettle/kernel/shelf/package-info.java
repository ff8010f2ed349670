/** Studies that are kept somewhere: listed, and written to files. */
@NullMarked
package dev.fettle.kernel.shelf;

import org.jspecify.annotations.NullMarked;
