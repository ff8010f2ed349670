package dev.fettle.bench.quality;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a sampler did with a problem and a seed.
 *
 * @param curve in the order of the trials
 * @param cpuMs ask and tell of a trial, mean of the ten before the mark, by mark
 * @param wallMs the same on the clock
 * @param cpuSeconds of all
 * @param wallSeconds of all
 * @param error why it failed; null if it did not
 */
record Run(
        int budget,
        List<Improvement> curve,
        SortedMap<Integer, Double> cpuMs,
        SortedMap<Integer, Double> wallMs,
        double cpuSeconds,
        double wallSeconds,
        @Nullable String error) {
    /** Whether so many trials need not be run again. */
    boolean reaches(int trials) {
        return error == null && budget >= trials;
    }

    /** The best value after so many trials; empty if there is none yet. */
    OptionalDouble bestAt(int trials) {
        return curve.stream()
                .filter(i -> i.trial() <= trials)
                .mapToDouble(Improvement::value)
                .reduce((before, value) -> value);
    }
}
