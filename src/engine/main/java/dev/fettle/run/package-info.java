/** Runs the trials of a study on threads, within its limits. */
@NullMarked
package dev.fettle.run;

import org.jspecify.annotations.NullMarked;
