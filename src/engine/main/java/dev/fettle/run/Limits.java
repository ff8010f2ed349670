package dev.fettle.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run may use.
 *
 * @param jobs how many trials may be in flight at once, at least 1; the result does not depend on it
 * @param trialTime for one trial, positive; null for no limit
 */
public record Limits(int jobs, @Nullable Duration trialTime) {
    public Limits {
        if (jobs < 1) {
            throw new IllegalArgumentException("Jobs (" + jobs + ") must be at least 1.");
        }
        if (trialTime != null && (trialTime.isNegative() || trialTime.isZero())) {
            throw new IllegalArgumentException("Trial time (" + trialTime + ") must be positive.");
        }
    }

    /** So many jobs, and all the time that a trial wants. */
    public static Limits jobs(int jobs) {
        return new Limits(jobs, null);
    }
}
