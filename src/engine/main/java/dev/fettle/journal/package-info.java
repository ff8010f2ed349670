/** Remembers the events of a study, so that it can be replayed. */
@NullMarked
package dev.fettle.journal;

import org.jspecify.annotations.NullMarked;
