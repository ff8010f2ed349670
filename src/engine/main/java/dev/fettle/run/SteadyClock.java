package dev.fettle.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Goes on evenly, whatever is done meanwhile to the clock of the computer: a run of an hour stays one when daylight saving or a
 * time server turns that back. For any thread.
 *
 * @param start what it shows at the beginning
 * @param nanos as {@link System#nanoTime}
 * @param began those of the beginning
 */
record SteadyClock(Instant start, LongSupplier nanos, long began) implements InstantSource {
    SteadyClock(Instant start, LongSupplier nanos) {
        this(start, nanos, nanos.getAsLong());
    }

    /** From now on. */
    static SteadyClock begin() {
        return new SteadyClock(Instant.now(), System::nanoTime);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - began);
    }
}
