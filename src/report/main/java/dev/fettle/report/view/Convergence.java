package dev.fettle.report.view;

import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every trial in the order of the numbers, and the best score so far by the first goal. Immutable, for any thread.
 *
 * <pre>{@code
 * Convergence convergence = Convergence.of(history);
 * for (Convergence.Step s : convergence.improvements()) {
 *     System.out.println("trial " + s.number() + ": " + s.best());
 * }
 * }</pre>
 *
 * @param goal the first one
 * @param trials how many there are, of which the steps may be a sample
 * @param steps one for each, or for a sample of them in which every step's {@code best} is still that of all trials before
 */
public record Convergence(Goal goal, int trials, List<Step> steps) {
    public Convergence {
        steps = List.copyOf(steps);
    }

    /**
     * One trial.
     *
     * @param best score of this and all trials before, as {@link History#best} has it: of those with the most resource; NaN
     *     until one is scored
     */
    public record Step(Trial.Finished trial, double best) {
        /** That of the trial, from 1. */
        public int number() {
            return trial.number();
        }

        /** By the first goal; NaN if it was pruned or failed. */
        public double score() {
            return trial instanceof Trial.Completed c ? c.score().value() : Double.NaN;
        }

        /** The last intermediate score of a pruned trial; NaN if it was not pruned, or has none that is finite. */
        public double pruned() {
            if (!(trial instanceof Trial.Pruned p) || p.reports().isEmpty()) {
                return Double.NaN;
            }
            double last = p.reports().get(p.reports().size() - 1).score();
            return Double.isFinite(last) ? last : Double.NaN;
        }
    }

    /** A step for each trial, repeats too; none if nothing was finished. */
    public static Convergence of(History history) {
        return new Convergence(history.goal(), history.size(), steps(history.trials(), history.improvements()));
    }

    /**
     * A sample that takes about the same time however long the history is: every 2^m-th trial, so that a frame keeps the
     * trials of the one before, the latest improvements and the last trial; at most {@code 2 · most + 1} steps.
     *
     * @param most at least 1
     */
    public static Convergence sample(History history, int most) {
        int n = history.size();
        int stride = 1;
        while ((n + stride - 1) / stride > most) {
            stride *= 2;
        }
        List<Trial.Completed> better = history.improvements();
        SortedMap<Integer, Trial.Finished> kept = new TreeMap<>();
        for (int i = 0; i < n; i += stride) {
            kept.put(history.trials().get(i).number(), history.trials().get(i));
        }
        better.subList(Math.max(0, better.size() - most), better.size()).forEach(t -> kept.put(t.number(), t));
        if (n > 0) {
            kept.put(history.trials().get(n - 1).number(), history.trials().get(n - 1));
        }
        return new Convergence(history.goal(), n, steps(kept.values(), better));
    }

    private static List<Step> steps(Collection<Trial.Finished> trials, List<Trial.Completed> better) {
        List<Step> steps = new ArrayList<>(trials.size());
        int next = 0;
        double best = Double.NaN;
        for (Trial.Finished t : trials) {
            while (next < better.size() && better.get(next).number() <= t.number()) {
                best = better.get(next++).score().value();
            }
            steps.add(new Step(t, best));
        }
        return steps;
    }

    /** The best score of all; empty if no trial was scored. */
    public OptionalDouble best() {
        return steps.isEmpty() || Double.isNaN(steps.get(steps.size() - 1).best())
                ? OptionalDouble.empty()
                : OptionalDouble.of(steps.get(steps.size() - 1).best());
    }

    /** The steps whose best is another than before: the first scored trial and every improvement. */
    public List<Step> improvements() {
        List<Step> better = new ArrayList<>();
        double best = Double.NaN;
        for (Step s : steps) {
            if (!Double.isNaN(s.best()) && s.best() != best) {
                better.add(s);
                best = s.best();
            }
        }
        return better;
    }
}
