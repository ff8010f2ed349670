package dev.fettle.journal;

import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a study. All of its events, in order, rebuild it. Each says all that a row in a file or a database
 * would need: number, attempt, time. Immutable, for any thread.
 */
public sealed interface Event extends Serializable {
    /** When it happened; shown, never used to decide anything. */
    Instant at();

    /**
     * The study was made.
     *
     * @param version of the library that wrote it
     * @param question the settings that a continued study must share, by name: space, goals, sampler, seed, batch, …
     * @param fingerprints of data, folds and objective, by name
     * @param trials how many the sampler plans with, for as long as the study lives; null if nobody knew
     */
    record Opened(
            Instant at,
            String version,
            Map<String, String> question,
            Map<String, String> fingerprints,
            @Nullable Integer trials)
            implements Event {
        private static final long serialVersionUID = 1;

        public Opened {
            question = Collections.unmodifiableMap(new TreeMap<>(question));
            fingerprints = Collections.unmodifiableMap(new TreeMap<>(fingerprints));
        }
    }

    /** A run began, and owns the study from now on: what an earlier one had not finished is to be asked for again. */
    record Began(Instant at, Budget budget) implements Event {}

    /**
     * A trial began; a second attempt has the number and the proposal of the first.
     *
     * @param told how many trials were told, in the order of their numbers, when the number was given: all that the proposal
     *     and the pruner know; a number and not a moment, so that the jobs make no difference
     */
    record Asked(Instant at, int number, int attempt, Proposal proposal, int told) implements Event {}

    /** A running trial told an intermediate score. */
    record Reported(Instant at, int number, int attempt, Report report) implements Event {}

    /** A trial was interrupted: never scored, unknown to the sampler, to be asked for again. */
    record Released(Instant at, int number, int attempt) implements Event {}

    /** A trial ended; in the order of arrival, not of the numbers. */
    record Told(Instant at, Trial.Finished trial) implements Event {}

    /** A run ended. */
    record Stopped(Instant at, Ending ending) implements Event {}
}
