package dev.fettle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import dev.fettle.store.sql.SqlStore;
import dev.fettle.store.sql.UnusedEntrance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk on which no page more can be had: SQLite is told that there may be no more of them, and gives the error of a full disk. */
class SqliteFullDiskTest {
    @Test
    void aFullDiskIsSaidAndRoomIsEnoughToGoOn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("studies.db");
        SqliteFile database = SqliteFile.open(file, SqliteFile.SCHEMA);
        List<String> kept = new ArrayList<>();
        try (Store store = new SqlStore(database, UnusedEntrance.HERE)) {
            Lines lines = store.lines("a");
            lines.append(0, List.of("first"));
            kept.add("first");
            pages(database, 12);
            long began = System.nanoTime();
            assertThatThrownBy(() -> fill(lines, kept))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(
                            "Journal (" + file + ") must keep what is appended. Maybe its disk is full");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(lines.read(0)).isEqualTo(kept);
            pages(database, 1000);
            lines.append(kept.size(), List.of("last"));
            kept.add("last");
        }
        try (Store store = SqliteStore.open(file)) {
            assertThat(store.lines("a").read(0)).isEqualTo(kept);
        }
    }

    private static void pages(SqliteFile database, int most) throws Exception {
        database.write((connection, again) -> {
            SqliteConnections.execute(connection, "PRAGMA max_page_count=" + most);
            return true;
        });
    }

    private static void fill(Lines lines, List<String> kept) throws Exception {
        while (true) {
            String line = "x".repeat(1000);
            lines.append(kept.size(), List.of(line, line));
            kept.add(line);
            kept.add(line);
        }
    }
}
