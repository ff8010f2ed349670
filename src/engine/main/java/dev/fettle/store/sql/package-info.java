/** A store in tables, whatever the database: rows with checksums, schemas and how they change. */
@NullMarked
package dev.fettle.store.sql;

import org.jspecify.annotations.NullMarked;
