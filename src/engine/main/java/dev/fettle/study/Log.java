package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.store.Conflict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A journal and how much of it a study has applied. Confined to its study. */
final class Log {
    private final Journal journal;
    private final Consumer<Event> apply;
    /** How many events are applied. */
    private long position;

    /** @param apply the fold of the study; called for each event in order */
    Log(Journal journal, Consumer<Event> apply) {
        this.journal = journal;
        this.apply = apply;
    }

    boolean isEmpty() {
        return position == 0;
    }

    void replay(List<Event> events) {
        for (Event event : events) {
            position++;
            apply.accept(event);
        }
    }

    /**
     * Writes what is decided, and lets it happen. Decides again if another study has written in the meantime.
     *
     * @param decision from the state as it is; null for nothing
     */
    void commit(Supplier<@Nullable Event> decision) {
        try {
            for (Event event = decision.get(); event != null; event = decision.get()) {
                try {
                    journal.append(position, List.of(event));
                    replay(List.of(event));
                    return;
                } catch (Conflict e) {
                    replay(news(e));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Journal must keep events. Maybe its disk is full: " + e.getMessage(), e);
        }
    }

    /** What others have written in the meantime: a conflict without is a journal that has lost what it held. */
    private List<Event> news(Conflict conflict) throws IOException {
        List<Event> news = journal.read(position);
        if (news.isEmpty()) {
            throw new IOException("it has lost some, or was begun anew by another process. " + conflict.getMessage());
        }
        return news;
    }
}
