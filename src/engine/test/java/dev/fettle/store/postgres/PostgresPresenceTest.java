package dev.fettle.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.store.Presence;
import dev.fettle.store.lock.Rhythm;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writers on other computers, whom only their beats show; those of this one are in the contract. */
class PostgresPresenceTest {
    private static final String STRANGER = "11111111-2222-3333-4444-555555555555";

    private final AtomicLong nanos = new AtomicLong();
    private final String address;
    private final PostgresServer server;

    PostgresPresenceTest() throws IOException {
        address = PostgresProcess.shared().database();
        server = PostgresServer.open(address, Map.of(), PostgresTables.SCHEMA);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Presence watcher() throws IOException {
        Presence watcher = PostgresPresence.enter(server, Rhythm.USUAL, nanos::get);
        Postgres.execute(address, "INSERT INTO fettle.writer VALUES('" + STRANGER + "', 0, 'elsewhere')");
        return watcher;
    }

    private void later(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void whoGivesNoSignForAMinuteIsGoneForGood() throws IOException {
        try (Presence watcher = watcher()) {
            for (int second = 0; second < 60; second += 10) {
                assertThat(watcher.isGone(STRANGER)).as("%s s", second).isFalse();
                later(10);
            }
            assertThat(watcher.isGone(STRANGER)).isTrue();
            Postgres.execute(address, "UPDATE fettle.writer SET beat = beat + 1 WHERE id = '" + STRANGER + "'");
            assertThat(watcher.isGone(STRANGER)).isTrue();
            try (Presence other = PostgresPresence.enter(server, Rhythm.USUAL, nanos::get)) {
                assertThat(other.isGone(STRANGER)).isTrue();
                assertThat(other.isGone(watcher.writer())).isFalse();
            }
        }
    }

    @Test
    void whoGivesASignIsThere() throws IOException {
        try (Presence watcher = watcher()) {
            for (int second = 0; second < 200; second += 10) {
                assertThat(watcher.isGone(STRANGER)).as("%s s", second).isFalse();
                if (second % 50 == 0) {
                    Postgres.execute(address, "UPDATE fettle.writer SET beat = beat + 1 WHERE id = '" + STRANGER + "'");
                }
                later(10);
            }
        }
    }

    @Test
    void whoWasAwayKnowsNothing() throws IOException {
        try (Presence watcher = watcher()) {
            assertThat(watcher.isGone(STRANGER)).isFalse();
            later(3600);
            assertThat(watcher.isGone(STRANGER)).isFalse();
        }
    }

    @Test
    void manyWatchEachOtherInTurn() throws IOException {
        try (Presence watcher = watcher()) {
            Postgres.execute(
                    address,
                    "INSERT INTO fettle.writer SELECT 'other-' || i, 0, 'elsewhere' FROM generate_series(1, 99) i");
            Set<String> all =
                    IntStream.rangeClosed(1, 99).mapToObj(i -> "other-" + i).collect(Collectors.toSet());
            assertThat(watcher.gone(all)).as("the first look").isEmpty();
            Postgres.execute(address, "DELETE FROM fettle.writer WHERE id = 'other-7'");
            assertThat(watcher.gone(all)).as("at once").isEmpty();
            later(4);
            assertThat(watcher.gone(all)).as("after 4 s").isEmpty();
            later(1);
            assertThat(watcher.gone(all)).as("after 5 s").containsExactly("other-7");
            for (int second = 5; second < 60; second += 5) {
                assertThat(watcher.gone(all)).as("%s s", second).isSubsetOf("other-7");
                later(5);
            }
            assertThat(watcher.gone(all)).as("without a sign for a minute").isEqualTo(all);
        }
    }

    @Test
    void theBeatGoesOnAfterARestartOfTheServer() throws Exception {
        Rhythm quick = new Rhythm(Duration.ofMillis(10), Duration.ofSeconds(15), Duration.ofSeconds(60));
        try (Presence writer = PostgresPresence.enter(server, quick, System::nanoTime)) {
            long before = beats(writer, 3);
            PostgresProcess.shared().stop("immediate");
            PostgresProcess.shared().start();
            assertThat(beats(writer, before + 3)).isGreaterThan(before);
        }
    }

    /** How many there are, as soon as there are so many; the time-out is that of the build. */
    private long beats(Presence writer, long least) throws IOException {
        long beats = 0;
        while (beats < least) {
            beats = Long.parseLong(
                    Postgres.text(address, "SELECT beat FROM fettle.writer WHERE id = '" + writer.writer() + "'"));
        }
        return beats;
    }

    @Test
    void whoWasTakenForGoneDoesNotComeBack() throws Exception {
        Rhythm quick = new Rhythm(Duration.ofMillis(10), Duration.ofSeconds(15), Duration.ofSeconds(60));
        try (Presence writer = PostgresPresence.enter(server, quick, System::nanoTime);
                Presence watcher = watcher()) {
            beats(writer, 1);
            Postgres.execute(address, "DELETE FROM fettle.writer WHERE id = '" + writer.writer() + "'");
            Presence third = PostgresPresence.enter(server, quick, System::nanoTime);
            beats(third, 3);
            assertThat(watcher.isGone(writer.writer())).isTrue();
            third.close();
        }
    }
}
