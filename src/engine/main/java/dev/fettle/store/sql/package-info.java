/** Studies in databases: SQLite for one computer, PostgreSQL for many. */
@NullMarked
package dev.fettle.store.sql;

import org.jspecify.annotations.NullMarked;
