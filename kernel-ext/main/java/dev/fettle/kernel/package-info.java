/** The port: all that Fettle asks of a notebook kernel, and the pattern that keeps a session alive through interrupts. */
@NullMarked
package dev.fettle.kernel;

import org.jspecify.annotations.NullMarked;
