package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.trial.Trial;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a thread of a run waits for: a trial to evaluate, or that something happens to one. Made by that thread; the rest under the
 * lock of the study.
 */
final class Request {
    private final Lease lease;
    private final @Nullable Integer number;
    private final @Nullable Supplier<@Nullable Event> wish;

    private volatile boolean done;
    private @Nullable Event event;
    private Trial.@Nullable Running trial;
    private @Nullable RuntimeException refusal;

    private Request(Lease lease, @Nullable Integer number, @Nullable Supplier<@Nullable Event> wish) {
        this.lease = lease;
        this.number = number;
        this.wish = wish;
    }

    /** For the next trial. */
    static Request next(Lease lease) {
        return new Request(lease, null, null);
    }

    /**
     * For something that happens to a trial.
     *
     * @param wish gives the event from the state as it is then, or null for nothing
     */
    static Request about(int number, Lease lease, Supplier<@Nullable Event> wish) {
        return new Request(lease, number, wish);
    }

    Lease lease() {
        return lease;
    }

    /** The trial that it is about; empty if it is for the next one. */
    Optional<Integer> number() {
        return Optional.ofNullable(number);
    }

    boolean isDone() {
        return done;
    }

    /** What it wants now; empty for nothing, also where that is refused. */
    Optional<Event> decide() {
        event = null;
        refusal = null;
        try {
            event = Objects.requireNonNull(wish).get();
        } catch (RuntimeException e) {
            refusal = e;
        }
        return Optional.ofNullable(event);
    }

    /** What it decided has happened. */
    void grant() {
        done = true;
    }

    /** The trial is under way; null if there is none. */
    void grant(Trial.@Nullable Running next) {
        trial = next;
        done = true;
    }

    /** The next trial, of one that was granted. */
    Optional<Trial.Running> trial() {
        return Optional.ofNullable(trial);
    }

    /**
     * Whether something has happened.
     *
     * @throws RuntimeException why not, if it was refused
     */
    boolean hasHappened() {
        if (refusal != null) {
            throw refusal;
        }
        return event != null;
    }
}
