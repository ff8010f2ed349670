package dev.fettle.trial;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * When to stop. Everything but the time is a pure test on the history in number order, so it does not depend on how many
 * trials ran at once.
 *
 * @param trials the total, at least 1; {@link #ALL} for as many as the sampler has
 * @param time for one run, positive; null for no limit
 * @param until a score that is good enough; null for none
 * @param patience how many trials without a better score are borne, at least 1; {@link #ALL} for any number
 */
public record Budget(
        int trials, @Nullable Duration time, @Nullable Double until, int patience) implements Serializable {
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

    /** No limit but the sampler's own. */
    public static Budget unlimited() {
        return trials(ALL);
    }

    public static Budget trials(int trials) {
        return new Budget(trials, null, null, ALL);
    }

    /** Whether the history ends the run, and by which limit. Trials are those told in number order, without gaps. */
    public Optional<Ending> reached(History history) {
        OptionalDouble best =
                history.best().stream().mapToDouble(t -> t.score().value()).findFirst();
        int bestNumber = history.best().map(Trial::number).orElse(0);
        if (until != null && best.isPresent() && !history.goal().better(until, best.getAsDouble())) {
            return Optional.of(Ending.UNTIL);
        }
        if (history.size() >= trials) {
            return Optional.of(Ending.TRIALS);
        }
        if (history.size() >= FAILURES && history.completedCount() == 0) {
            return Optional.of(Ending.FAILING);
        }
        return history.size() - bestNumber >= patience ? Optional.of(Ending.PATIENCE) : Optional.empty();
    }

    private static void positive(int value, String subject) {
        if (value < 1) {
            throw new IllegalArgumentException(subject + " (" + value + ") must be at least 1.");
        }
    }
}
