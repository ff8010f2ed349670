/** JJava from 1.0-a6 on behind the port. */
@NullMarked
package dev.fettle.kernel.jjava;

import org.jspecify.annotations.NullMarked;
