package dev.fettle.journal.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.JournalContract;
import dev.fettle.store.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptJournalTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Lines lines(String file) throws IOException {
        return Stores.open(folder.resolve(file).toString()).store().lines("a");
    }

    @Nested
    class InTables implements JournalContract {
        @Override
        public Journal journal() throws IOException {
            return new KeptJournal(lines("a.db"));
        }
    }

    @Nested
    class InText implements JournalContract {
        @Override
        public Journal journal() throws IOException {
            return new KeptJournal(lines("a.journal"));
        }
    }

    @Test
    void whatIsNoEventIsSaidWhenThoseBeforeItWereHandedOver() throws Exception {
        String event = EventFormat.write(new Event.Released(Instant.EPOCH, 1, 1));
        List<String> texts = new ArrayList<>(Collections.nCopies(2 * Lines.PIECE + 5, event));
        texts.set(2 * Lines.PIECE + 1, "{}");
        Lines lines = lines("b.db");
        lines.append(0, texts);
        List<Event> seen = new ArrayList<>();
        assertThatThrownBy(() -> new KeptJournal(lines).read(0, seen::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must be an event");
        assertThat(seen).hasSize(2 * Lines.PIECE);
    }
}
