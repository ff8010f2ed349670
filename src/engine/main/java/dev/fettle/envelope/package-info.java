/** An object on its way to another JVM, with the classes and variables that it needs there. */
@NullMarked
package dev.fettle.envelope;

import org.jspecify.annotations.NullMarked;
