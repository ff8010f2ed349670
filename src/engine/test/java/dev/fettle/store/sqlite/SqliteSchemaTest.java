package dev.fettle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import dev.fettle.store.sql.Migration;
import dev.fettle.store.sql.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in older and newer forms. */
class SqliteSchemaTest {
    private static final List<String> CHURN = List.of(
            "{\"opened\":1}", "", "line\nbreak \0 \uD83D \u001A é 🙂", "{\"value\":-0.0}", "{\"value\":\"NaN\"}");

    /** A form that nobody has: one more column. */
    private static final Migration SECOND =
            new Migration(2, 1, 2, List.of("ALTER TABLE study ADD COLUMN note TEXT NOT NULL DEFAULT ''"));

    private static final Migration THIRD = new Migration(3, 3, 3, List.of("CREATE TABLE more(id INTEGER PRIMARY KEY)"));

    private final Path folder;
    private final Path file;

    SqliteSchemaTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        file = folder.resolve("schema1.db");
        try (InputStream fixture = Objects.requireNonNull(SqliteSchemaTest.class.getResourceAsStream("schema1.db"))) {
            Files.copy(fixture, file);
        }
    }

    private static Schema with(Migration... later) {
        return new Schema(
                java.util.stream.Stream.concat(SqliteFile.SCHEMA.migrations().stream(), List.of(later).stream())
                        .toList());
    }

    private Store open(Migration... later) throws IOException {
        return SqliteStore.open(file, with(later));
    }

    @Test
    void theFirstFormIsReadAndWritten() throws Exception {
        try (Store store = open()) {
            assertThat(store.studies()).containsExactly("churn", "second é");
            assertThat(store.lines("churn").read(0)).isEqualTo(CHURN);
            assertThat(store.lines("second é").read(0)).containsExactly("one");
            assertThat(store.lines("churn").append(CHURN.size(), List.of("more")))
                    .isEqualTo(CHURN.size() + 1);
        }
    }

    @Test
    void anOlderFormIsReadAsItIs() throws Exception {
        byte[] before = Files.readAllBytes(file);
        try (Store store = open(SECOND)) {
            assertThat(store.lines("churn").read(0)).isEqualTo(CHURN);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void itIsBroughtForwardBeforeItIsWrittenAndACopyStays() throws Exception {
        String uuid = Sqlite.text(file, "SELECT uuid FROM meta");
        try (Store store = open(SECOND, THIRD)) {
            Lines churn = store.lines("churn");
            assertThat(churn.append(CHURN.size(), List.of("more"))).isEqualTo(CHURN.size() + 1);
            assertThat(churn.read(CHURN.size())).containsExactly("more");
        }
        assertThat(Sqlite.text(file, "SELECT schema || uuid FROM meta")).isEqualTo("3" + uuid);
        Path copy = folder.resolve("schema1.db.schema1");
        assertThat(Sqlite.text(copy, "SELECT schema || uuid FROM meta")).isEqualTo("1" + uuid);
        try (Store store = SqliteStore.open(copy)) {
            assertThat(store.lines("churn").read(0)).isEqualTo(CHURN);
        }
    }

    @Test
    void aStepThatFailsChangesNothing() throws Exception {
        Migration wrong = new Migration(2, 2, 2, List.of("CREATE TABLE more(id INTEGER)", "CREATE NONSENSE"));
        try (Store store = open(wrong)) {
            assertThatThrownBy(() -> store.lines("churn").append(CHURN.size(), List.of("more")))
                    .isInstanceOf(IOException.class);
        }
        try (Store store = open()) {
            assertThat(store.lines("churn").append(CHURN.size(), List.of("more")))
                    .isEqualTo(CHURN.size() + 1);
        }
    }

    @Test
    void aNewerFormThatCanStillBeReadIsNotWritten() throws Exception {
        forward(SECOND);
        try (Store store = open()) {
            assertThat(store.lines("churn").read(0)).hasSize(CHURN.size() + 1);
            assertThatThrownBy(() -> store.lines("churn").append(CHURN.size() + 1, List.of("no")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Journal (" + file + ") must be written by a version of Fettle that knows its format 2;"
                            + " this one knows 1. Maybe install the version that made it (unreleased) or a later one;"
                            + " reading it works.");
            assertThat(store.lines("churn").read(0)).hasSize(CHURN.size() + 1);
        }
    }

    @Test
    void aNewerFormThatCannotBeReadIsRefused() throws Exception {
        forward(SECOND, THIRD);
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "Journal (" + file + ") must be read by a version of Fettle that knows its format 3; this one"
                                + " knows 1. Maybe install the version that made it (unreleased) or a later one.");
    }

    private void forward(Migration... later) throws Exception {
        try (Store store = open(later)) {
            store.lines("churn").append(CHURN.size(), List.of("more"));
        }
    }

    /** Makes the fixture of the newest form; its file stays as it is for ever. */
    public static void main(String[] args) throws Exception {
        try (Store store = SqliteStore.open(Path.of(args[0]))) {
            store.lines("churn").append(0, CHURN);
            store.lines("second é").append(0, List.of("one"));
        }
    }
}
