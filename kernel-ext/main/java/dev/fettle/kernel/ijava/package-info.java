/** IJava 1.3.0 behind the port. */
@NullMarked
package dev.fettle.kernel.ijava;

import org.jspecify.annotations.NullMarked;
