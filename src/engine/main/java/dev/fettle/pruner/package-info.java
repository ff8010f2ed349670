/** Judges whether a running trial is worth finishing. */
@NullMarked
package dev.fettle.pruner;

import org.jspecify.annotations.NullMarked;
