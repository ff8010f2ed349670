package dev.fettle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.store.Conflict;
import dev.fettle.store.DamagedException;
import dev.fettle.store.Lines;
import dev.fettle.store.Salvage;
import dev.fettle.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to a file of SQLite: the file. */
class SqliteStoreTest {
    private final Path folder;

    SqliteStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path file() {
        return folder.resolve("studies.db");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static void keep(Path file, String... lines) throws IOException, Conflict {
        try (Store store = SqliteStore.open(file)) {
            store.lines("a").append(0, List.of(lines));
        }
    }

    @Test
    void openingAndReadingWriteNothing() throws Exception {
        try (Store store = SqliteStore.open(file())) {
            assertThat(store.studies()).isEmpty();
            assertThat(store.lines("a").read(0)).isEmpty();
            assertThat(store.lines("a").append(0, List.of())).isZero();
            assertThat(store.lines("a").whole()).isEmpty();
            store.remove("a");
            assertThatThrownBy(() -> store.rename("a", "b")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> store.lines("a").append(1, List.of())).isInstanceOf(Conflict.class);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void readingLeavesTheFileAsItIs() throws Exception {
        keep(file(), "one", "two");
        byte[] before = Files.readAllBytes(file());
        try (Store store = SqliteStore.open(file())) {
            assertThat(store.studies()).containsExactly("a");
            assertThat(store.lines("a").read(1)).containsExactly("two");
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(files()).containsExactly("studies.db", "studies.db.locks");
    }

    @Test
    void oneThatIsOpenSeesWhatAnotherMakes() throws Exception {
        try (Store store = SqliteStore.open(file())) {
            Lines lines = store.lines("a");
            assertThat(lines.read(0)).isEmpty();
            keep(file(), "one");
            assertThat(lines.read(0)).containsExactly("one");
            assertThat(lines.append(1, List.of("two"))).isEqualTo(2);
        }
    }

    @Test
    void anEmptyFileIsAnEmptyJournal() throws Exception {
        Files.createFile(file());
        try (Store store = SqliteStore.open(file())) {
            assertThat(store.studies()).isEmpty();
            assertThat(store.lines("a").append(0, List.of("one"))).isEqualTo(1);
        }
    }

    @Test
    void anyNameOfAFileWillDo() throws Exception {
        for (String name :
                List.of("a b.db", "what?mode=memory", "50%25#x.db", ":memory:", "it's.db", "é🙂.db", "a&b=c;d.db")) {
            Path file = folder.resolve(name);
            keep(file, name);
            assertThat(file).exists();
            try (Store store = SqliteStore.open(file)) {
                assertThat(store.lines("a").read(0)).containsExactly(name);
            }
        }
    }

    @Test
    void whatIsNotADatabaseIsRefusedAndStays() throws Exception {
        String text = "learning_rate,depth\n".repeat(100);
        Files.writeString(file(), text);
        assertThatThrownBy(() -> SqliteStore.open(file()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Journal (" + file() + ") must be an SQLite database. Maybe ");
        assertThat(file()).hasContent(text);
    }

    @Test
    void aFolderIsRefused() {
        assertThatThrownBy(() -> SqliteStore.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("Journal (" + folder + ") must be a file. Maybe " + folder.resolve("studies.db") + ".");
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        Path file = folder.resolve("no/studies.db");
        assertThatThrownBy(() -> SqliteStore.open(file))
                .isInstanceOf(IOException.class)
                .hasMessage("Journal (" + file + ") must be in a folder that exists. Maybe make " + file.getParent()
                        + " first.");
    }

    @Test
    void theDatabaseOfAnotherProgramIsRefusedAndNamed() throws Exception {
        Sqlite.execute(file(), "CREATE TABLE studies(study_id INTEGER)", "CREATE TABLE trials(trial_id INTEGER)");
        assertThatThrownBy(() -> SqliteStore.open(file()))
                .isInstanceOf(IOException.class)
                .hasMessage("Journal (" + file()
                        + ") must be a file of Fettle. Maybe it is a study of Optuna, as its tables"
                        + " say: studies, trials.");
        Path other = folder.resolve("other.db");
        Sqlite.execute(other, "CREATE TABLE bookmarks(url TEXT)");
        assertThatThrownBy(() -> SqliteStore.open(other))
                .hasMessageContaining("Maybe it is a study of another program, as its tables say: bookmarks.");
    }

    @Test
    void aFileThatIsMovedAwayMeanwhileIsNoticed() throws Exception {
        try (Store store = SqliteStore.open(file())) {
            Lines lines = store.lines("a");
            lines.append(0, List.of("one"));
            Path aside = folder.resolve("aside.db");
            Files.move(file(), aside);
            String sentence = "Journal (" + file() + ") must stay where it is while it is open. Maybe ";
            assertThatThrownBy(() -> lines.append(1, List.of("two"))).hasMessageStartingWith(sentence);
            assertThatThrownBy(() -> lines.read(0)).hasMessageStartingWith(sentence);
            assertThat(file()).doesNotExist();
            Files.move(aside, file());
            assertThat(lines.append(1, List.of("two"))).isEqualTo(2);
        }
    }

    @Test
    void aCopyThatIsNotInWalModeIsBroughtBackToIt() throws Exception {
        keep(file(), "one");
        Path copy = folder.resolve("copy.db");
        Sqlite.execute(file(), "VACUUM INTO '" + copy + "'");
        try (Store store = SqliteStore.open(copy)) {
            assertThat(store.lines("a").read(0)).containsExactly("one");
            assertThat(store.lines("a").append(1, List.of("two"))).isEqualTo(2);
            assertThat(Sqlite.text(copy, "PRAGMA journal_mode")).isEqualTo("wal");
        }
    }

    @Test
    void nothingIsAskedOfAClosedOne() throws Exception {
        Store store = SqliteStore.open(file());
        Lines lines = store.lines("a");
        lines.append(0, List.of("one"));
        store.close();
        store.close();
        assertThatThrownBy(() -> lines.read(0)).hasMessageContaining(") must be open. Maybe ");
        assertThatThrownBy(() -> lines.append(1, List.of("two"))).hasMessageContaining(") must be open. Maybe ");
    }

    @Test
    void ofAFileThatAnotherCopyOfTheseClassesHasOpenIsNothingDone() throws Exception {
        keep(file(), "one");
        String claim = "dev.fettle.sqlite " + file().toRealPath();
        try (Store store = SqliteStore.open(file());
                Store again = SqliteStore.open(folder.resolve(".").resolve("studies.db"))) {
            assertThat(store.lines("a").read(0)).isEqualTo(again.lines("a").read(0));
            assertThat(System.getProperty(claim)).isNotNull();
        }
        assertThat(System.getProperty(claim)).isNull();
        System.setProperty(claim, "another");
        try {
            assertThatThrownBy(() -> SqliteStore.open(file()))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Journal (" + file() + ") must be open in one copy of Fettle. Maybe ");
        } finally {
            System.clearProperty(claim);
        }
    }

    @Test
    void whatIsWholeIsSavedAlsoOfAStudyWhoseOwnRowIsDamaged() throws Exception {
        Path saved = folder.resolve("saved.db");
        try (Store store = SqliteStore.open(file())) {
            for (String study : List.of("a", "b", "c")) {
                store.lines(study).append(0, List.of(study + " 0", study + " 1"));
            }
        }
        Sqlite.execute(file(), "UPDATE study SET made = 'never' WHERE name = 'b'");
        try (Store store = SqliteStore.open(file());
                Store into = SqliteStore.open(saved)) {
            assertThatThrownBy(store::studies).isInstanceOf(DamagedException.class);
            assertThat(Salvage.copy(store, into)).isEqualTo(6);
            assertThat(into.studies()).containsExactly("a", "b", "c");
            assertThat(into.lines("b").read(0)).containsExactly("b 0", "b 1");
        }
    }
}
