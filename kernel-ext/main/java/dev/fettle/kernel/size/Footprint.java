package dev.fettle.kernel.size;

import dev.fettle.report.text.Rough;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Budget;
import java.util.Optional;

/**
 * What a study keeps in memory.
 *
 * @param trials about how many there will be at most; 0 if nobody knows
 * @param bytes what they keep, about
 * @param memory how much there may be
 */
public record Footprint(long trials, double bytes, double memory) {
    /** Fewer trials are not worth a word. */
    private static final long MANY = 1_000_000;

    /** What a finished trial keeps beside its values, and what a value does; measured on a few spaces. */
    private static final int TRIAL = 400;

    private static final int VALUE = 8;
    private static final int DECIMAL = 30;

    /** One part in so many is left to everything else. */
    private static final int OTHERS = 5;

    /** Of a study within a budget. */
    public static Footprint of(SearchSpace space, Budget budget, double memory) {
        double points = space.size().isEmpty() ? Double.POSITIVE_INFINITY : Size.about(space);
        double most = budget.trials() == Budget.ALL ? points : Math.min(points, budget.trials());
        return of(space, Double.isFinite(most) ? (long) most : 0, memory);
    }

    /** Of so many trials. */
    public static Footprint of(SearchSpace space, long trials, double memory) {
        long values = space.scalars().stream()
                .mapToInt(s -> s instanceof Choice ? VALUE : DECIMAL)
                .sum();
        return new Footprint(trials, (double) trials * (TRIAL + values), memory);
    }

    /** Whether it is a good part of the memory. */
    public boolean isGreat() {
        return bytes > memory / OTHERS;
    }

    /** What is said before many trials; empty if they are few. */
    public Optional<String> sentence() {
        return trials < MANY
                ? Optional.empty()
                : Optional.of(Rough.count(trials) + " trials keep about " + Rough.bytes(bytes)
                        + " of memory; there are " + Rough.bytes(memory) + ".");
    }

    /** Why a study cannot come to its end; empty if it can, or if something else will end it before. */
    public Optional<String> tooMuch(Budget budget) {
        boolean ends = budget.time() != null || budget.until() != null || budget.patience() != Budget.ALL;
        return ends || bytes <= memory - memory / OTHERS
                ? Optional.empty()
                : Optional.of("Trials (" + Rough.count(trials) + ") must fit in memory: they would keep about "
                        + Rough.bytes(bytes) + ", and there are " + Rough.bytes(memory)
                        + ". Maybe --trials 100, which lie all over the space, or --time 10m.");
    }
}
