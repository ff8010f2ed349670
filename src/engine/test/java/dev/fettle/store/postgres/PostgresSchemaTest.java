package dev.fettle.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.store.Store;
import dev.fettle.store.sql.Migration;
import dev.fettle.store.sql.Schema;
import dev.fettle.store.sql.SqlStore;
import dev.fettle.store.sql.UnusedEntrance;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Databases in older and newer forms. */
class PostgresSchemaTest {
    /** A form that nobody has: one more column. */
    private static final Migration SECOND =
            new Migration(2, 1, 2, List.of("ALTER TABLE study ADD COLUMN note TEXT NOT NULL DEFAULT ''"));

    private static Store open(String address, Migration... later) throws IOException {
        Schema schema = new Schema(Stream.concat(PostgresTables.SCHEMA.migrations().stream(), Stream.of(later))
                .toList());
        return new SqlStore(PostgresServer.open(address, Map.of(), schema), UnusedEntrance.HERE);
    }

    @Test
    void anOlderFormIsBroughtForwardBeforeItIsWritten() throws Exception {
        String address = PostgresProcess.shared().database();
        String schema = "SELECT schema FROM fettle.meta";
        try (Store store = open(address)) {
            store.lines("a").append(0, List.of("one"));
        }
        try (Store store = open(address, SECOND)) {
            assertThat(store.lines("a").read(0)).containsExactly("one");
            assertThat(Postgres.text(address, schema)).isEqualTo("1");
            assertThat(store.lines("a").append(1, List.of("two"))).isEqualTo(2);
            assertThat(Postgres.text(address, schema)).isEqualTo("2");
        }
        try (Store store = open(address)) {
            assertThat(store.lines("a").read(0)).containsExactly("one", "two");
            assertThatThrownBy(() -> store.lines("a").append(2, List.of("three")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(") must be written by a version of Fettle that knows its format 2");
        }
    }

    @Test
    void aStepThatFailsChangesNothing() throws Exception {
        String address = PostgresProcess.shared().database();
        try (Store store = open(address)) {
            store.lines("a").append(0, List.of("one"));
        }
        Migration wrong = new Migration(2, 2, 2, List.of("CREATE TABLE more(id INTEGER)", "CREATE NONSENSE"));
        try (Store store = open(address, wrong)) {
            assertThatThrownBy(() -> store.lines("a").append(1, List.of("two"))).isInstanceOf(IOException.class);
        }
        try (Store store = open(address)) {
            assertThat(store.lines("a").append(1, List.of("two"))).isEqualTo(2);
            assertThat(Postgres.text(address, "SELECT to_regclass('fettle.more') IS NULL"))
                    .isEqualTo("t");
        }
    }
}
