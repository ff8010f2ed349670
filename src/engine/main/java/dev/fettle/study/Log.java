package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.store.Conflict;
import dev.fettle.store.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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
    private volatile boolean crowded;

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

    /** Whether others write too, so that each step waits for its turn. For any thread. */
    boolean isCrowded() {
        return crowded;
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

    /** What is to happen, decided from the state as it is, perhaps again and again. */
    interface Wish {
        /** Whether there may be something, so that it makes sense to wait for a turn. */
        boolean isWorthATurn();

        /**
         * The events, all or none of which will happen; decided without changing anything.
         *
         * @param inTurn whether others write, and wait meanwhile
         */
        List<Event> decide(boolean inTurn);
    }

    /**
     * Writes what is decided, and lets it happen. Decides again if another study has written in the meantime.
     *
     * @param decision from the state as it is; null for nothing
     * @return what has happened
     */
    @Nullable
    Event commit(Supplier<@Nullable Event> decision) {
        List<Event> happened = commitAll(new Wish() {
            @Override
            public boolean isWorthATurn() {
                return decision.get() != null;
            }

            @Override
            public List<Event> decide(boolean inTurn) {
                Event event = decision.get();
                return event == null ? List.of() : List.of(event);
            }
        });
        return happened.isEmpty() ? null : happened.get(0);
    }

    /** The same with several events. */
    List<Event> commitAll(Wish wish) {
        if (group != null && group.isConflict()) {
            settle();
        }
        Group grouped = group;
        if (grouped == null) {
            return now(wish);
        }
        try {
            grouped.check();
        } catch (IOException e) {
            throw unkept(e);
        }
        List<Event> events = wish.decide(false);
        for (Event event : events) {
            replay(event);
            grouped.add(event);
        }
        return events;
    }

    private List<Event> now(Wish wish) {
        try {
            if (crowded) {
                return wish.isWorthATurn() ? inTurn(List.of(), wish) : List.of();
            }
            List<Event> events = wish.decide(false);
            if (events.isEmpty()) {
                return events;
            }
            try {
                journal.append(position, events);
            } catch (Conflict e) {
                return inTurn(events, wish);
            }
            events.forEach(this::replay);
            return events;
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    /**
     * The same where others have written, while nobody else can. It is decided on what they have.
     *
     * @param before what could not be said to be kept
     */
    private List<Event> inTurn(List<Event> before, Wish wish) throws IOException {
        Turn turn = new Turn(before, wish);
        journal.append(position, turn);
        if (!turn.kept) {
            turn.last.forEach(this::replay);
        }
        return turn.last;
    }

    /** What is decided when others cannot write. */
    private final class Turn implements Decision<Event> {
        private final Wish wish;
        /** What was decided last; it may be there after all, though the connection broke before that could be said. */
        private List<Event> last;
        /** What was heard behind that, as far as it may be the same. */
        private final List<Event> heard = new ArrayList<>();

        private boolean others;
        private boolean kept;

        Turn(List<Event> before, Wish wish) {
            this.last = before;
            this.wish = wish;
        }

        @Override
        public void hear(List<Event> news) {
            others |= !news.isEmpty();
            heard.addAll(news.subList(0, Math.min(news.size(), last.size() - heard.size())));
            news.forEach(Log.this::replay);
        }

        @Override
        public List<Event> decide() {
            kept = !last.isEmpty() && heard.equals(last);
            if (kept) {
                return List.of();
            }
            heard.clear();
            crowded = others;
            last = wish.decide(crowded);
            return last;
        }
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
            commit(() -> fold.fits(event) ? event : null);
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
