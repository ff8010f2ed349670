package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.store.Conflict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A journal and how much of it a study has applied. Confined to its study, whose lock whoever calls holds.
 *
 * <p>Where others write too, what is decided is kept first and happens then. A study that has a durable journal for itself does
 * not wait for the disk: what is decided happens, and a {@link Group} keeps it a moment later. If somebody else has written
 * in that moment, the study is told to begin anew from what the journal holds, and what of the group still fits goes behind it.
 */
final class Log {
    private final Journal journal;
    private final Fold fold;
    /** Events that have happened and are not kept yet; null where each is kept first. */
    private @Nullable Group group;
    /** How many events are applied. */
    private long position;
    /** Whether others wrote when this did last: then who decides waits for its turn. */
    private boolean crowded;

    /** What a study makes of its events. */
    interface Fold {
        /** An event has happened. */
        void apply(Event event);

        /** Nothing has happened. */
        void reset();

        /** Whether an event that was decided on another history may happen now. */
        boolean fits(Event event);
    }

    Log(Journal journal, Fold fold) {
        this.journal = journal;
        this.fold = fold;
    }

    boolean isEmpty() {
        return position == 0;
    }

    void replay(Event event) {
        position++;
        fold.apply(event);
    }

    /** From now on events are kept in groups; {@link #settle} ends that. Of a journal in memory nothing changes. */
    void group(Runnable trouble) {
        if (journal.outlives() && group == null) {
            group = new Group(journal, position, trouble);
        }
    }

    boolean isGrouped() {
        return group != null;
    }

    /** All that has happened is kept, and from now on each event is kept before it happens. */
    void settle() {
        Group ending = group;
        if (ending == null) {
            return;
        }
        try {
            ending.close();
        } catch (Conflict e) {
            rebase(ending);
        } catch (IOException e) {
            throw unkept(e);
        }
        group = null;
    }

    /** Learns what others have written. */
    void refresh() {
        try {
            if (group != null) {
                group.check();
            }
            if (group != null
                    && (group.isConflict()
                            || (group.isEmpty() && !journal.read(position).isEmpty()))) {
                settle();
            }
            if (group == null) {
                journal.read(position, this::replay);
            }
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    /**
     * Writes what is decided, and lets it happen. Decides again if another study has written in the meantime.
     *
     * @param decision from the state as it is; null for nothing
     * @return what has happened
     */
    @Nullable
    Event commit(Supplier<@Nullable Event> decision) {
        if (group != null && group.isConflict()) {
            settle();
        }
        Group grouped = group;
        if (grouped == null) {
            return now(decision);
        }
        try {
            grouped.check();
        } catch (IOException e) {
            throw unkept(e);
        }
        Event event = decision.get();
        if (event != null) {
            replay(event);
            grouped.add(event);
        }
        return event;
    }

    private @Nullable Event now(Supplier<@Nullable Event> decision) {
        try {
            Event event = decision.get();
            if (event == null) {
                return null;
            }
            if (!crowded) {
                try {
                    journal.append(position, List.of(event));
                    replay(event);
                    return event;
                } catch (Conflict e) {
                    crowded = true;
                }
            }
            return inTurn(event, decision);
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    /**
     * The same where others have written, while nobody else can. It is decided on what they have.
     *
     * @param before what could not be said to be kept; it may be there after all, though the connection broke before that could be said
     */
    private @Nullable Event inTurn(Event before, Supplier<@Nullable Event> decision) throws IOException {
        AtomicReference<@Nullable Event> last = new AtomicReference<>(before);
        AtomicBoolean kept = new AtomicBoolean();
        journal.append(position, news -> {
            crowded = !news.isEmpty();
            news.forEach(this::replay);
            kept.set(!news.isEmpty() && news.get(0).equals(last.get()));
            Event event = kept.get() ? last.get() : decision.get();
            last.set(event);
            return kept.get() || event == null ? List.of() : List.of(event);
        });
        Event event = last.get();
        if (event != null && !kept.get()) {
            replay(event);
        }
        return event;
    }

    /** Begins anew with what the journal holds; what was not kept goes behind it, if it still fits. */
    private void rebase(Group ending) {
        List<Event> decided = ending.left();
        try {
            List<Event> all = journal.read(0);
            if (all.size() < position - decided.size()) {
                throw lost(all.size());
            }
            // Not before: what could not be read now is tried again.
            group = null;
            position = 0;
            fold.reset();
            all.forEach(this::replay);
        } catch (IOException e) {
            throw unkept(e);
        }
        for (Event event : decided) {
            now(() -> fold.fits(event) ? event : null);
        }
    }

    private static IOException lost(long found) {
        return new IOException("Journal (" + found
                + " events) must keep events, and has lost some. Maybe it was begun anew by another process.");
    }

    private static UncheckedIOException unkept(IOException e) {
        return new UncheckedIOException(e.getMessage(), e);
    }
}
