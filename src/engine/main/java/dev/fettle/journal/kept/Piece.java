package dev.fettle.journal.kept;

import dev.fettle.journal.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lines that a thread which has nothing else to do makes events of, or else whoever needs them. For any thread. */
final class Piece implements Runnable {
    private final List<String> lines;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<List<Event>> events = new CompletableFuture<>();

    private Piece(List<String> lines) {
        this.lines = lines;
    }

    /** Those that nobody has begun are done by and by. */
    static Piece begin(List<String> lines) {
        Piece piece = new Piece(List.copyOf(lines));
        ForkJoinPool.commonPool().execute(piece);
        return piece;
    }

    @Override
    public void run() {
        if (begun.compareAndSet(false, true)) {
            try {
                events.complete(read());
            } catch (IOException | RuntimeException | Error e) {
                events.completeExceptionally(e);
            }
        }
    }

    private List<Event> read() throws IOException {
        Usual usual = new Usual();
        List<Event> read = new ArrayList<>(lines.size());
        for (String line : lines) {
            read.add(EventFormat.read(line, usual));
        }
        return read;
    }

    /** Made now if nobody has begun. An interrupt of the calling thread makes no difference and stays. */
    List<Event> events() throws IOException {
        run();
        try {
            return events.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException unread) {
                throw unread;
            }
            throw e;
        }
    }
}
