package dev.fettle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.store.DamagedException;
import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is damaged in the file beside, which SQLite would forget without a word. */
class WriteAheadLogTest {
    private static final int LINES = 20;

    private final Path folder;

    WriteAheadLogTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Path wal(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private static List<String> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "line " + i + " " + "x".repeat(10 * i))
                .toList();
    }

    /** A file and its log as a process leaves them that dies: as they are while it lives. */
    private byte[] log(Path file) throws Exception {
        Path living = folder.resolve("living.db");
        try (Store store = SqliteStore.open(living)) {
            store.lines("first").append(0, List.of("in the file itself"));
        }
        try (Store store = SqliteStore.open(living)) {
            for (int i = 0; i < LINES; i++) {
                store.lines("a").append(i, List.of(lines(LINES).get(i)));
            }
            Sqlite.copy(living, file);
            return Files.readAllBytes(wal(living));
        }
    }

    private static void write(Path file, byte[] database, byte[] log) throws Exception {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        Files.write(file, database);
        Files.write(wal(file), log);
    }

    @Test
    void aFlippedBitIsNoticedUnlessItIsInTheLastTwo() throws Exception {
        Path file = folder.resolve("dead.db");
        byte[] log = log(file);
        byte[] database = Files.readAllBytes(file);
        write(file, database, log);
        try (Store store = SqliteStore.open(file)) {
            assertThat(store.lines("a").read(0)).isEqualTo(lines(LINES));
        }
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            int bit = random.nextInt(log.length * 8);
            byte[] flipped = log.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            write(file, database, flipped);
            try (Store store = SqliteStore.open(file)) {
                assertThat(store.lines("a").read(0))
                        .as("bit %s of byte %s", bit % 8, bit / 8)
                        .isIn(lines(LINES), lines(LINES - 1), lines(LINES - 2));
            } catch (DamagedException e) {
                assertThat(e).hasMessageContaining(") must be whole. Maybe its disk is failing");
            }
        }
    }

    @Test
    void whatIsInTheFileItselfCanStillBeRead() throws Exception {
        Path file = folder.resolve("dead.db");
        byte[] log = log(file);
        log[5000] ^= 1;
        write(file, Files.readAllBytes(file), log);
        try (Store store = SqliteStore.open(file)) {
            assertThatThrownBy(store::studies).isInstanceOf(DamagedException.class);
            Lines first = store.lines("first");
            assertThatThrownBy(() -> first.read(0)).isInstanceOf(DamagedException.class);
            assertThatThrownBy(() -> first.append(1, List.of("more"))).isInstanceOf(DamagedException.class);
            assertThat(first.whole()).containsOnlyKeys(0L).containsValue("in the file itself");
        }
        assertThat(Files.readAllBytes(wal(file))).isEqualTo(log);
    }

    @Test
    void aLogThatEndsAnywhereIsNoDamage() throws Exception {
        Path file = folder.resolve("dead.db");
        byte[] log = log(file);
        byte[] database = Files.readAllBytes(file);
        for (int length = 0; length < log.length; length += 1009) {
            byte[] torn = java.util.Arrays.copyOf(log, length);
            write(file, database, torn);
            assertThat(WriteAheadLog.isDamaged(wal(file)))
                    .as("%s bytes", length)
                    .isFalse();
            // A disk may have made the file longer, and not have written it.
            write(file, database, java.util.Arrays.copyOf(torn, log.length));
            assertThat(WriteAheadLog.isDamaged(wal(file)))
                    .as("%s bytes, then none", length)
                    .isFalse();
        }
    }
}
