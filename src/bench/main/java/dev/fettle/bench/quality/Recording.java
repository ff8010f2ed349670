package dev.fettle.bench.quality;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All runs of a sampler: what a {@code quality_*.json} holds.
 *
 * @param runs by problem and seed
 * @param peakMb resident memory of the process, at most; 0 if unknown
 */
record Recording(String sampler, SortedMap<String, SortedMap<Integer, Run>> runs, double peakMb) {
    static Recording empty(String sampler) {
        return new Recording(sampler, Collections.emptySortedMap(), 0);
    }

    @Nullable
    Run run(String problem, int seed) {
        return of(problem).get(seed);
    }

    private SortedMap<Integer, Run> of(String problem) {
        return runs.getOrDefault(problem, Collections.emptySortedMap());
    }

    /** With one run more, or another in its place. */
    Recording with(String problem, int seed, Run run, double peak) {
        SortedMap<Integer, Run> seeds = new TreeMap<>(of(problem));
        seeds.put(seed, run);
        SortedMap<String, SortedMap<Integer, Run>> all = new TreeMap<>(runs);
        all.put(problem, seeds);
        return new Recording(sampler, all, Math.max(peak, peakMb));
    }

    /** The best value after so many trials of every seed that ran as many, in the order of the seeds. */
    double[] values(String problem, int trials) {
        return of(problem).values().stream()
                .filter(run -> run.reaches(trials))
                .flatMapToDouble(run -> run.bestAt(trials).stream())
                .toArray();
    }

    /** What ask and tell cost at a mark, in every run of a problem that came so far. */
    double[] cpuMs(String problem, int mark) {
        return of(problem).values().stream()
                .filter(run -> run.error() == null && run.cpuMs().containsKey(mark))
                .mapToDouble(run -> run.cpuMs().get(mark))
                .toArray();
    }
}
