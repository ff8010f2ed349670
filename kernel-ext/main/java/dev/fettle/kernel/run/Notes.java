package dev.fettle.kernel.run;

import java.util.ArrayList;
import java.util.List;

/** Sentences that a run gathers for its report. Safe for any thread. */
final class Notes {
    private final List<String> all = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    /** An empty one is none. */
    synchronized void add(String note) {
        if (!note.isEmpty()) {
            all.add(note);
        }
    }

    /** A copy. */
    synchronized List<String> all() {
        return List.copyOf(all);
    }

    /** What later reports say too. */
    synchronized void changed(List<String> sentences) {
        changes.addAll(sentences);
        all.addAll(sentences);
    }

    /** A copy of those, oldest first. */
    synchronized List<String> changes() {
        return List.copyOf(changes);
    }
}
