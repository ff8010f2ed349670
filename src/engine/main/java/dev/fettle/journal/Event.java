package dev.fettle.journal;

import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Outcome;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a study. All of its events, in order, rebuild it. Immutable, for any thread.
 *
 * <p>Runs are numbered from 1, in the order in which they began; several may go on at once.
 */
public sealed interface Event extends Serializable {
    /** When it happened; shown, never used to decide anything. */
    Instant at();

    /**
     * The study was made.
     *
     * @param question the settings that a continued study must share, by name: space, goals, sampler, seed, batch, …
     * @param trials how many the sampler plans with, for as long as the study lives; null if nobody knew
     * @param about what else a reader should know of it, by name: the cell, for one; compared with nothing
     */
    record Opened(
            Instant at,
            Map<String, String> question,
            @Nullable Integer trials,
            Map<String, String> about) implements Event {
        private static final long serialVersionUID = 1;

        public Opened {
            question = sorted(question);
            about = sorted(about);
        }
    }

    /**
     * A run began.
     *
     * @param writer by which others see whether its process lives; see {@link dev.fettle.store.Presence}
     * @param version of the library that runs it
     * @param fingerprints of data, folds and objective, by name
     * @param where it is evaluated, for people; see {@link dev.fettle.store.Presence#where}; null if nobody knows
     */
    record Began(
            Instant at,
            String writer,
            Budget budget,
            String version,
            Map<String, String> fingerprints,
            @Nullable String where)
            implements Event {
        private static final long serialVersionUID = 1;

        /** One of which nobody knows where it is. */
        public Began(Instant at, String writer, Budget budget, String version, Map<String, String> fingerprints) {
            this(at, writer, budget, version, fingerprints, null);
        }

        public Began {
            fingerprints = sorted(fingerprints);
        }
    }

    /**
     * A trial began; a second attempt has the number and the proposal of the first.
     *
     * @param run by which it is evaluated
     * @param told how many trials were told, in the order of their numbers, when the number was given: all that the proposal
     *     the pruner know; a number and not a moment, so that the jobs make no difference
     * @param source the number of the earlier trial whose end it shares, so that nobody evaluates it; null if there is none.
     *     Studies find it by themselves; it is there for those who read a journal without the objective
     */
    record Asked(
            Instant at,
            int run,
            int number,
            int attempt,
            Proposal proposal,
            int told,
            @Nullable Integer source) implements Event {
        private static final long serialVersionUID = 1;

        /** One that is to be evaluated. */
        public Asked(Instant at, int run, int number, int attempt, Proposal proposal, int told) {
            this(at, run, number, attempt, proposal, told, null);
        }
    }

    /** A running trial told an intermediate score. */
    record Reported(Instant at, int number, int attempt, Report report) implements Event {
        private static final long serialVersionUID = 1;
    }

    /** A trial was interrupted: never scored, unknown to the sampler, to be asked for again. */
    record Released(Instant at, int number, int attempt) implements Event {
        private static final long serialVersionUID = 1;
    }

    /** A trial ended; in the order of arrival, not of the numbers. */
    record Told(Instant at, int number, int attempt, Duration took, Outcome outcome) implements Event {
        private static final long serialVersionUID = 1;
    }

    /**
     * A run ended, or another found that its process is gone: {@link Ending#TAKEN_OVER}, and its trials are to be asked for
     * again.
     */
    record Stopped(Instant at, int run, Ending ending) implements Event {
        private static final long serialVersionUID = 1;
    }

    private static Map<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
