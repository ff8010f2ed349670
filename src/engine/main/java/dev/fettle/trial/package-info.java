/** What is tried, how it is scored, how it ended; the history of a study as a value. */
@NullMarked
package dev.fettle.trial;

import org.jspecify.annotations.NullMarked;
