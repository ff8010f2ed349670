/** A process that helps with a study which a notebook has begun. */
@NullMarked
package dev.fettle.kernel.worker;

import org.jspecify.annotations.NullMarked;
