/** Tables on their way to another JVM. */
@NullMarked
package dev.fettle.data.envelope;

import org.jspecify.annotations.NullMarked;
