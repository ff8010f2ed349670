package dev.fettle.journal.kept;

import dev.fettle.journal.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lines that a thread which has nothing else to do makes events of, or else whoever needs them. For any thread. */
final class Piece implements Runnable {
    /** Null once somebody has begun: they need not outlive that. */
    private final AtomicReference<@Nullable List<String>> lines;

    private final CompletableFuture<List<Event>> events = new CompletableFuture<>();

    private Piece(List<String> lines) {
        this.lines = new AtomicReference<>(lines);
    }

    /** Those that nobody has begun are done by and by. */
    static Piece begin(List<String> lines) {
        Piece piece = new Piece(lines);
        ForkJoinPool.commonPool().execute(piece);
        return piece;
    }

    @Override
    public void run() {
        List<String> mine = lines.getAndSet(null);
        if (mine != null) {
            try {
                events.complete(read(mine));
            } catch (IOException | RuntimeException | Error e) {
                events.completeExceptionally(e);
            }
        }
    }

    private static List<Event> read(List<String> lines) throws IOException {
        Usual usual = new Usual();
        List<Event> read = new ArrayList<>(lines.size());
        for (String line : lines) {
            read.add(EventFormat.read(line, usual));
        }
        return read;
    }

    /** Whether to ask for them takes no time. */
    boolean isDone() {
        return events.isDone();
    }

    /** Made now if nobody has begun. An interrupt of the calling thread makes no difference and stays. */
    List<Event> events() {
        run();
        try {
            return events.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException unread) {
                throw new UncheckedIOException(unread);
            }
            throw e;
        }
    }
}
