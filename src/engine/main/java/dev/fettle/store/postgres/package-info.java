/** A store in a database of PostgreSQL. */
@NullMarked
package dev.fettle.store.postgres;

import org.jspecify.annotations.NullMarked;
