package dev.fettle.journal.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.JournalContract;
import dev.fettle.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {
    private final Path folder;

    StoresTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Stores.Opened open(String name) throws IOException {
        return Stores.open(folder.resolve(name).toString());
    }

    private void begin(Store store) throws Exception {
        new KeptJournal(store.lines("s")).append(0, JournalContract.samples());
        store.close();
    }

    @Test
    void aFileIsOneOfSqlite() throws Exception {
        begin(open("s.db").store());
        assertThat(Files.readString(folder.resolve("s.db"), StandardCharsets.ISO_8859_1))
                .startsWith("SQLite format 3");
        assertThat(open("s.db").remark()).isEmpty();
    }

    @Test
    void aTextFileIsAskedForByItsName() throws Exception {
        begin(open("s.journal").store());
        try (Store again = open("s.journal").store()) {
            Journal journal = new KeptJournal(again.lines("s"));
            assertThat(journal.read(0))
                    .isEqualTo(JournalContract.samples())
                    .first()
                    .isInstanceOf(Event.Opened.class);
        }
    }

    @Test
    void whatWasBegunInATextFileStaysThere() throws Exception {
        begin(open("s.journal").store());
        Stores.Opened opened = open("s.db");
        assertThat(opened.remark())
                .isEqualTo("The journal is the text file " + folder.resolve("s.journal") + ": it was begun there.");
        assertThat(opened.store().studies()).containsExactly("s");
    }

    @Test
    void whatIsNoPlaceIsRefused() {
        assertThatThrownBy(() -> Stores.open("a\0b"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must be a file or an address of PostgreSQL. Maybe study.db.");
    }
}
