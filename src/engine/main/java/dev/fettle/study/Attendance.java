package dev.fettle.study;

import dev.fettle.journal.Journal;
import dev.fettle.store.Presence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** That a run is there, as others see it, and whether they are. Throws {@link UncheckedIOException}. */
record Attendance(Presence presence) {
    static Attendance enter(Journal journal) {
        try {
            return new Attendance(journal.enter());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    String writer() {
        return presence.writer();
    }

    String where() {
        return presence.where();
    }

    Set<String> gone(Set<String> writers) {
        try {
            return presence.gone(writers);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    void leave() {
        try {
            presence.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
