/** Java as the notebook has it: parsed, and found again from what it throws. */
@NullMarked
package dev.fettle.kernel.source;

import org.jspecify.annotations.NullMarked;
