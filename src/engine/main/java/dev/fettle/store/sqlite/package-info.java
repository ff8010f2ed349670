/** A store in a file of SQLite. */
@NullMarked
package dev.fettle.store.sqlite;

import org.jspecify.annotations.NullMarked;
