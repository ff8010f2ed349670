package dev.fettle.report.view;

import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * How often trials fail, by the value of each parameter. All finished trials count, repeats too; pruned ones as not failed.
 * Immutable, for any thread.
 *
 * @param parameters one for each scalar parameter and element of an array, in the order of the space
 */
public record FailureRates(List<ByParameter> parameters) {
    public FailureRates {
        parameters = List.copyOf(parameters);
    }

    /**
     * One parameter; trials in which it is inactive are left out.
     *
     * @param rates one for each value that occurs, in the order of the parameter; for a numeric one with more than 12 of them
     *     one for each of at most six cells of equal width on the unit interval. Empty if it is never active
     */
    public record ByParameter(String name, List<Rate> rates) {
        public ByParameter {
            rates = List.copyOf(rates);
        }

        /** How far the shares differ, in [0, 1]; 0 with fewer than two values. */
        public double contrast() {
            double most = rates.stream().mapToDouble(Rate::share).max().orElse(0);
            double least = rates.stream().mapToDouble(Rate::share).min().orElse(0);
            return most - least;
        }
    }

    /**
     * The trials with one value.
     *
     * @param label the value, or the cell of values, as shown
     * @param failed at most {@code trials}
     * @param trials with the value, at least 1
     */
    public record Rate(String label, int failed, int trials) {
        /** That failed, in [0, 1]. */
        public double share() {
            return (double) failed / trials;
        }
    }

    /**
     * The rates in a history.
     *
     * @param space whose points the trials have
     */
    public static FailureRates of(History history, SearchSpace space) {
        List<Trial.Finished> trials = history.trials();
        return new FailureRates(
                space.scalars().stream().map(p -> byParameter(p, trials)).toList());
    }

    private static ByParameter byParameter(Scalar parameter, List<Trial.Finished> trials) {
        Levels levels = Levels.of(parameter, trials.stream().map(Trial::point).toList());
        int[] failed = new int[levels.labels().size()];
        int[] all = new int[failed.length];
        for (Trial.Finished t : trials) {
            int level = levels.place().applyAsInt(t.point());
            if (level >= 0) {
                all[level]++;
                failed[level] += t instanceof Trial.Failed ? 1 : 0;
            }
        }
        List<Rate> rates = new ArrayList<>();
        for (int i = 0; i < failed.length; i++) {
            rates.add(new Rate(levels.labels().get(i), failed[i], all[i]));
        }
        return new ByParameter(parameter.name(), rates);
    }
}
