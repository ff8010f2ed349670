package dev.fettle.journal;

import dev.fettle.store.Conflict;
import dev.fettle.store.Decision;
import dev.fettle.store.Presence;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Remembers the events of one study. Many may have it open and write: who appends says how many events it has seen, and is
 * refused if there are more. Laws: {@link #read} gives what was appended, in order; an interrupt of the calling thread makes
 * no difference and stays, since trials that report are interrupted. Safe for several threads.
 *
 * <pre>{@code
 * Journal journal = new MemoryJournal();
 * long size = journal.append(0, List.of(event));
 * List<Event> later = journal.read(size);
 * }</pre>
 */
public interface Journal {
    /**
     * The events from number {@code from} on, the first of all being number 0; empty behind the last.
     *
     * @param from at least 0
     */
    List<Event> read(long from) throws IOException;

    /**
     * Hands over the same events one after the other: the first while the last are still read. What is wrong with one is said
     * when those before it have been handed over.
     *
     * @param each called in order, perhaps on another thread, while this one waits. It may not use the journal
     */
    default void read(long from, Consumer<? super Event> each) throws IOException {
        read(from).forEach(each);
    }

    /** How the study was opened, and how its runs began and ended: a few of the events, and no trial. */
    default List<Event> runs() throws IOException {
        return read(0).stream()
                .filter(event ->
                        event instanceof Event.Opened || event instanceof Event.Began || event instanceof Event.Stopped)
                .toList();
    }

    /**
     * Keeps events, all or none of them. Returns when they would survive the death of whatever the journal is meant to
     * survive.
     *
     * @param expected how many events the journal holds
     * @return how many it holds now
     * @throws Conflict if it holds another number: somebody else has written, and the writer must read first
     * @throws IOException with a whole sentence, if they could not be kept; then nothing has changed, or, where a connection broke at the wrong
     *     moment, all of them are kept
     */
    long append(long expected, List<Event> events) throws IOException, Conflict;

    /**
     * Keeps what is decided on all events that there are by then, as {@link dev.fettle.store.Lines#append(long,
     * Decision)}: in turn, so that of many writers none is refused.
     *
     * @param known how many events the caller has read
     * @param decision called with the events behind those, perhaps on another thread, and again where it had no effect
     * @return how many there are now
     */
    default long append(long known, Decision<Event> decision) throws IOException {
        return decision.append(known, this::read, this::append);
    }

    /** Says that somebody writes from now on, until that is closed. */
    Presence enter() throws IOException;

    /**
     * Whether events outlive the process. An append then takes as long as a disk or a network does, so that a study which has
     * it for itself keeps its events in groups.
     */
    default boolean outlives() {
        return false;
    }

    /** Whether nobody else can write. */
    default boolean isPrivate() {
        return false;
    }
}
