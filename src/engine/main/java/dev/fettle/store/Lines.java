package dev.fettle.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The lines of one study, numbered from 0. Laws: {@link #read} gives what was appended, in order, whoever appended it; an
 * interrupt of the calling thread makes no difference and stays. Safe for any thread.
 */
public interface Lines {
    /** How many lines a piece has, unless it is the last. */
    int PIECE = 1_000;

    /**
     * The lines from a number on; empty behind the last.
     *
     * @param from at least 0
     * @throws DamagedException if one of them is not what was appended, or is missing
     */
    default List<String> read(long from) throws IOException {
        List<String> lines = new ArrayList<>();
        read(from, lines::addAll);
        return lines;
    }

    /**
     * The same in pieces, so that who makes something of the first need not wait until the last has been fetched.
     *
     * @param each called in order, each time with the next lines, at least one, which it may keep; perhaps on another thread, while
     *     this one waits. It may not use the store
     */
    void read(long from, Consumer<? super List<String>> each) throws IOException;

    /**
     * Keeps lines, all or none of them. Returns when they would survive a power cut.
     *
     * @param expected how many lines there are
     * @param lines any text; line breaks and all characters are kept
     * @return how many there are now
     * @throws Conflict if there is another number: somebody else has written, and the writer must read first
     * @throws IOException if they could not be kept; then nothing has changed, or, where a connection broke at the wrong
     *     moment, all of them are kept and the next append is a conflict
     */
    long append(long expected, List<String> lines) throws IOException, Conflict;

    /**
     * Keeps what is decided on all lines that there are by then. Who decides has its turn: nobody else appends meanwhile, so that of
     * many writers none is refused.
     *
     * @param known how many lines the caller has read
     * @param decision called in order with the lines behind those; called again with those behind these where it had no effect
     * @return how many there are now
     * @throws IOException as {@link #append(long, List)} does, and if lines that were known are gone
     */
    default long append(long known, Decision<String> decision) throws IOException {
        return decision.append(known, this::read, this::append);
    }

    /** That lines which were known are not there any more. */
    static IOException gone(Conflict conflict) {
        return new IOException(
                "Journal must hold this study, and does not any more."
                        + " Maybe it was begun anew, and what was there has another name now.",
                conflict);
    }

    /** All lines that are whole, by number: what can still be read where something is damaged. */
    SortedMap<Long, String> whole() throws IOException;

    /**
     * Whether a writer is there, as far as one look without entering shows; empty if that takes longer. Leaves no trace.
     *
     * @param writer as {@link Presence#writer} has named it
     */
    default Optional<Boolean> isThere(String writer) throws IOException {
        return Optional.empty();
    }

    /** Says that somebody writes from now on, until that is closed or the process dies. */
    Presence enter() throws IOException;
}
