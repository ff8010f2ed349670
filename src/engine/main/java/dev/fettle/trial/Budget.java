package dev.fettle.trial;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When to stop. Everything but the time is a pure test on the history in number order, so it does not depend on how many
 * trials ran at once. Immutable, for any thread.
 *
 * <pre>{@code
 * Budget budget = Budget.trials(200).withTime(Duration.ofMinutes(10)).withUntil(0.97);
 * Optional<Ending> ending = budget.reached(history);
 * }</pre>
 *
 * <p>What is not as the parameters below say is an {@link IllegalArgumentException}.
 *
 * @param trials the total, at least 1; {@link #ALL} for as many as the sampler has
 * @param time for one run, positive; null for no limit
 * @param until a score that is good enough; null for none
 * @param patience how many trials without a better score are borne, at least 1; {@link #ALL} for any number
 * @param onError what failed trials mean
 */
public record Budget(
        int trials, @Nullable Duration time, @Nullable Double until, int patience, OnError onError)
        implements Serializable {
    /** What failed trials mean for the run. */
    public enum OnError {
        /** Nothing, unless the first {@value Budget#FAILURES} all fail. */
        SKIP,
        /** The first one ends it. */
        STOP,
        /** Nothing at all. */
        IGNORE
    }

    /** No limit. */
    public static final int ALL = Integer.MAX_VALUE;

    /** A run whose first so many trials all fail ends with their error. */
    public static final int FAILURES = 5;

    public Budget {
        positive(trials, "Trials");
        positive(patience, "Patience");
        if (time != null && (time.isNegative() || time.isZero())) {
            throw new IllegalArgumentException("Time (" + time + ") must be positive.");
        }
        if (until != null && until.isNaN()) {
            throw new IllegalArgumentException("Until (NaN) must be a number.");
        }
    }

    /** Failed trials are skipped. */
    public Budget(int trials, @Nullable Duration time, @Nullable Double until, int patience) {
        this(trials, time, until, patience, OnError.SKIP);
    }

    /** No limit but the sampler's own. */
    public static Budget unlimited() {
        return trials(ALL);
    }

    /** So many trials, at least 1, and no other limit. */
    public static Budget trials(int trials) {
        return new Budget(trials, null, null, ALL);
    }

    /** With another total, at least 1, or {@link #ALL}. */
    public Budget withTrials(int total) {
        return new Budget(total, time, until, patience, onError);
    }

    /** With another limit of time: positive, or null for none. */
    public Budget withTime(@Nullable Duration limit) {
        return new Budget(trials, limit, until, patience, onError);
    }

    /** With another score to stop at: not NaN, or null for none. */
    public Budget withUntil(@Nullable Double score) {
        return new Budget(trials, time, score, patience, onError);
    }

    /** With so many trials without a better score, at least 1, or {@link #ALL}. */
    public Budget withPatience(int unimproved) {
        return new Budget(trials, time, until, unimproved, onError);
    }

    /** With another rule for failed trials. */
    public Budget withOnError(OnError rule) {
        return new Budget(trials, time, until, patience, rule);
    }

    /** Whether the history ends the run, and by which limit. Trials are those told in number order, without gaps. */
    public Optional<Ending> reached(History history) {
        return reached(history, History.empty(history.goal()), Proposal.ALL);
    }

    /**
     * The same for a run that goes on although patience or failures had ended it.
     *
     * @param before what was told by then: its failures, and its trials without progress, count no more
     * @param full how much of a resource a score must have to be the one that was waited for; {@link Proposal#ALL} for any
     */
    public Optional<Ending> reached(History history, History before, int full) {
        Trial.Completed best = history.best().orElse(null);
        if (until != null
                && best != null
                && (full == Proposal.ALL || best.proposal().amount() >= full)
                && !history.goal().better(until, best.score().value())) {
            return Optional.of(Ending.UNTIL);
        }
        if (onError == OnError.STOP && history.failedCount() > before.failedCount()) {
            return Optional.of(Ending.FAILED);
        }
        int fresh = history.size() - before.size();
        if (onError == OnError.SKIP && fresh >= FAILURES && history.failedCount() == history.size()) {
            return Optional.of(Ending.FAILING);
        }
        if (history.size() >= trials) {
            return Optional.of(Ending.TRIALS);
        }
        int progress = Math.max(before.size(), best == null ? 0 : best.number());
        return history.size() - progress >= patience ? Optional.of(Ending.PATIENCE) : Optional.empty();
    }

    private static void positive(int value, String subject) {
        if (value < 1) {
            throw new IllegalArgumentException(subject + " (" + value + ") must be at least 1.");
        }
    }
}
