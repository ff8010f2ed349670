package dev.fettle.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.store.Conflict;
import dev.fettle.store.DamagedException;
import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is particular to a server: who may use it, and that it holds tables of others. */
class PostgresStoreTest {
    private final PostgresProcess server = PostgresProcess.shared();

    private static void saysWithoutSecrets(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(IOException.class).satisfies(thrown -> {
            assertThat(thrown).hasMessageContaining(sentence);
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain(PostgresProcess.PASSWORD, "wrong-pass", "carol");
            }
            assertThat(thrown.getSuppressed()).isEmpty();
        });
    }

    @Test
    void openingAndReadingWriteNothing() throws Exception {
        String address = server.database();
        try (Store store = PostgresStore.open(address)) {
            assertThat(store.place())
                    .isEqualTo("postgresql://127.0.0.1:" + server.port() + "/" + address.replaceAll(".*/", ""));
            assertThat(store.studies()).isEmpty();
            assertThat(store.lines("a").read(0)).isEmpty();
            assertThat(store.lines("a").whole()).isEmpty();
            assertThatThrownBy(() -> store.lines("a").append(1, List.of("one"))).isInstanceOf(Conflict.class);
            assertThat(Postgres.text(address, "SELECT count(*) FROM pg_namespace WHERE nspname = 'fettle'"))
                    .isEqualTo("0");
            assertThat(store.lines("a").append(0, List.of("one"))).isEqualTo(1);
        }
        assertThat(Postgres.text(address, "SELECT text FROM fettle.line")).isEqualTo("one");
    }

    @Test
    void whatIsWrongWithAnAddressIsSaidAtOnce() throws Exception {
        String address = server.database();
        saysWithoutSecrets(
                () -> PostgresStore.open(address.replace(PostgresProcess.PASSWORD, "wrong-pass")),
                ") must let this user in. Maybe the password is wrong");
        saysWithoutSecrets(
                () -> PostgresStore.open(address.replace("postgres:", "carol:")), ") must let this user in. Maybe");
        saysWithoutSecrets(() -> PostgresStore.open(address + "none"), ") must be a database that exists. Maybe");
        saysWithoutSecrets(
                () -> PostgresStore.open(address.replace(":" + server.port(), ":1")),
                ") must be reached. Maybe its server");
        saysWithoutSecrets(
                () -> PostgresStore.open(address.replace("127.0.0.1", "no.such.host.invalid")),
                ") must be reached. Maybe");
    }

    @Test
    void whoMayNotMakeTablesIsToldSo() throws Exception {
        String address = server.database();
        Postgres.execute(address, "CREATE ROLE carol LOGIN PASSWORD '" + PostgresProcess.PASSWORD + "'");
        String carols = address.replace("postgres:", "carol:");
        try (Store store = PostgresStore.open(carols)) {
            saysWithoutSecrets(
                    () -> store.lines("a").append(0, List.of("one")), ") must let this user make and write tables");
            Postgres.execute(address, "CREATE SCHEMA fettle AUTHORIZATION carol");
            assertThat(store.lines("a").append(0, List.of("one"))).isEqualTo(1);
        }
    }

    @Test
    void tooFewConnectionsAreSaid() throws Exception {
        String address = server.database();
        Postgres.execute(
                address,
                "CREATE ROLE dora LOGIN PASSWORD '" + PostgresProcess.PASSWORD + "' CONNECTION LIMIT 1",
                "CREATE SCHEMA fettle AUTHORIZATION dora");
        Duration second = Duration.ofSeconds(1);
        PostgresServer few = PostgresServer.open(
                address.replace("postgres:", "dora:"),
                Map.of(),
                PostgresTables.SCHEMA,
                new PostgresServer.Patience(second, second, second));
        saysWithoutSecrets(
                () -> few.write((connection, again) -> true),
                ") must have a connection to give. Maybe its max_connections, of which each run needs three, is too low:");
        few.close();
    }

    @Test
    void twoStoresMayBeInOneDatabase() throws Exception {
        String address = server.database();
        try (Store one = PostgresStore.open(address);
                Store other = PostgresStore.open(address + "?currentSchema=Team%20\"2\"")) {
            one.lines("a").append(0, List.of("one"));
            assertThat(other.studies()).isEmpty();
            other.lines("b").append(0, List.of("two"));
            assertThat(one.studies()).containsExactly("a");
            assertThat(other.studies()).containsExactly("b");
        }
    }

    @Test
    void aSchemaWithOthersTablesIsRefused() throws Exception {
        String address = server.database();
        Postgres.execute(address, "CREATE SCHEMA fettle", "CREATE TABLE fettle.study(id INTEGER)");
        try (Store store = PostgresStore.open(address)) {
            saysWithoutSecrets(
                    () -> store.lines("a").append(0, List.of("one")), "it holds tables of another program, study.");
        }
    }

    @Test
    void manyMayMakeTheTablesAtOnce() throws Exception {
        String address = server.database();
        int many = 8;
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Callable<Long>> firsts = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                String study = "s" + i;
                firsts.add(() -> {
                    try (Store store = PostgresStore.open(address)) {
                        start.await();
                        return store.lines(study).append(0, List.of("one"));
                    }
                });
            }
            for (Future<Long> first : threads.invokeAll(firsts)) {
                assertThat(first.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(Postgres.text(address, "SELECT count(*) FROM fettle.meta")).isEqualTo("1");
        assertThat(Postgres.text(address, "SELECT count(*) FROM fettle.study")).isEqualTo("8");
    }

    @Test
    void whatAnotherProgramHasChangedIsDamage() throws Exception {
        String address = server.database();
        try (Store store = PostgresStore.open(address)) {
            Lines lines = store.lines("a");
            lines.append(0, List.of("one", "two", "three"));
            Postgres.execute(address, "UPDATE fettle.line SET text = 'tvo' WHERE number = 1");
            assertThatThrownBy(() -> lines.read(0))
                    .isInstanceOf(DamagedException.class)
                    .hasMessageContaining("(" + store.place() + ") must hold event 1 of the study (a) as it was kept.");
            assertThat(lines.whole()).hasSize(2).containsEntry(2L, "three");
            Postgres.execute(address, "DELETE FROM fettle.line WHERE number = 2");
            assertThatThrownBy(() -> lines.read(2)).isInstanceOf(DamagedException.class);
            Postgres.execute(address, "UPDATE fettle.study SET name = 'b'");
            assertThatThrownBy(store::studies).isInstanceOf(DamagedException.class);
            assertThatThrownBy(() -> store.lines("a").read(0)).isInstanceOf(DamagedException.class);
        }
    }

    @Test
    void aReadWhoseConnectionBreaksGoesOnWhereItWas() throws Exception {
        String address = server.database();
        List<String> many =
                IntStream.range(0, 25_000).mapToObj(i -> "line " + i).toList();
        try (Store store = PostgresStore.open(address)) {
            Lines lines = store.lines("a");
            lines.append(0, many);
            List<String> read = new ArrayList<>();
            List<String> ended = new ArrayList<>();
            lines.read(0, piece -> {
                read.addAll(piece);
                if (ended.isEmpty()) {
                    ended.add(endOfOthers(address));
                }
            });
            assertThat(ended).containsExactly("true");
            assertThat(read).isEqualTo(many);
        }
    }

    /** Whether there were other connections, which are ended. */
    private static String endOfOthers(String address) {
        try {
            return Postgres.text(
                    address,
                    "SELECT bool_and(pg_terminate_backend(pid, 10000))::text FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStudyThatKeepsTheSameNumberOfEventsIsAnotherOne() throws Exception {
        try (Store store = PostgresStore.open(server.database())) {
            Lines lines = store.lines("a");
            lines.append(0, List.of("one"));
            store.rename("a", "old");
            assertThatThrownBy(() -> lines.append(1, List.of("two"))).isInstanceOf(Conflict.class);
            store.lines("a").append(0, List.of("other"));
            assertThatThrownBy(() -> lines.append(1, List.of("two"))).isInstanceOf(Conflict.class);
            assertThat(store.lines("a").read(0)).containsExactly("other");
        }
    }
}
