package dev.fettle.report.view;

import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
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
     *     one for each of about six cells with round edges, even those without trials. Empty if it is never active
     * @param edges of the cells, one more than there are rates; none where the rates are of values
     */
    public record ByParameter(String name, List<Rate> rates, List<String> edges) {
        public ByParameter {
            rates = List.copyOf(rates);
            edges = List.copyOf(edges);
        }

        /** How far the shares differ, in [0, 1]; 0 with fewer than two values. */
        public double contrast() {
            DoubleSummaryStatistics shares = rates.stream()
                    .filter(r -> r.trials > 0)
                    .mapToDouble(Rate::share)
                    .summaryStatistics();
            return shares.getCount() == 0 ? 0 : shares.getMax() - shares.getMin();
        }
    }

    /**
     * The trials with one value.
     *
     * @param label the value, or the cell of values, as shown
     * @param failed at most {@code trials}
     * @param trials with the value; 0 in a cell without any
     */
    public record Rate(String label, int failed, int trials) {
        /** That failed, in [0, 1]; 0 if there are none. */
        public double share() {
            return trials == 0 ? 0 : (double) failed / trials;
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
        return new ByParameter(parameter.name(), rates, levels.edges());
    }
}
