package dev.fettle.store.sql;

import java.util.List;

/**
 * What makes one form of the tables of the one before.
 *
 * @param schema the number of the form that is made; the first one is 1, and there are no gaps
 * @param minReader the oldest form that a program must know to read this one rightly
 * @param minWriter and to write it
 * @param statements what to do, all in one transaction
 */
public record Migration(int schema, int minReader, int minWriter, List<String> statements) {
    /** The first form of the tables, where a database says by {@code id} how it makes numbers that never come again. */
    public static Migration first(String id, String whole, String clustered) {
        return new Migration(
                1,
                1,
                1,
                List.of(
                        "CREATE TABLE meta(id INTEGER PRIMARY KEY CHECK(id = 1), schema INTEGER NOT NULL, min_reader INTEGER NOT NULL,"
                                + " min_writer INTEGER NOT NULL, engine TEXT NOT NULL, uuid TEXT NOT NULL, crc " + whole
                                + " NOT NULL)",
                        "CREATE TABLE study(id " + id + ", name TEXT NOT NULL UNIQUE, size " + whole
                                + " NOT NULL DEFAULT 0 CHECK(size >= 0), made TEXT NOT NULL, crc " + whole
                                + " NOT NULL)",
                        "CREATE TABLE line(study " + whole + " NOT NULL REFERENCES study(id), number " + whole
                                + " NOT NULL CHECK(number >= 0), text TEXT NOT NULL, crc " + whole
                                + " NOT NULL, PRIMARY KEY(study, number))" + clustered));
    }
}
