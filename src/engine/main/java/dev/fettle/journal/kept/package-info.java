/** Journals that outlive the process: events as lines of JSON in a store. */
@NullMarked
package dev.fettle.journal.kept;

import org.jspecify.annotations.NullMarked;
