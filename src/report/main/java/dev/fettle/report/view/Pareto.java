package dev.fettle.report.view;

import dev.fettle.pareto.Dominance;
import dev.fettle.pareto.Hypervolume;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A study of several goals: its evaluated trials, those that no other beats, and how much these beat. Immutable, for any
 * thread.
 *
 * <pre>{@code
 * Pareto pareto = Pareto.of(history);
 * double reached = pareto.volumes()[pareto.trials().size() - 1];
 * }</pre>
 *
 * @param goals at least one
 * @param trials those with the most resource that were evaluated, by number
 * @param front those that no other beats, by number; empty if there are no trials
 * @param knee which of the front gives up the least of one goal for the others; empty if none does
 * @param losses {@code [trials][goals]} in shares of the range that all trials have, 0 the best; 0 where all are equal
 */
public record Pareto(
        List<Goal> goals,
        List<Trial.Completed> trials,
        List<Trial.Completed> front,
        Optional<Trial.Completed> knee,
        double[][] losses) {
    /** So far beyond the worst of each goal lies the corner of the volume, in shares of the range. */
    private static final double BEYOND = 0.1;

    public Pareto {
        goals = List.copyOf(goals);
        trials = List.copyOf(trials);
        front = List.copyOf(front);
    }

    /** Of all that is told. Takes time of n times the front. */
    public static Pareto of(History history) {
        int most = history.best().map(t -> t.proposal().resource()).orElse(0);
        List<Trial.Completed> trials = history.evaluated().stream()
                .filter(t -> t.proposal().resource() == most)
                .toList();
        List<Trial.Completed> front = history.front();
        Optional<Trial.Completed> knee = history.knee(front);
        double[][] losses = trials.stream().map(history::losses).toArray(double[][]::new);
        return new Pareto(
                history.goals(),
                trials,
                front,
                knee,
                shares(losses, history.goals().size()));
    }

    private static double[][] shares(double[][] losses, int goals) {
        for (int goal = 0; goal < goals; goal++) {
            int g = goal;
            double low = Arrays.stream(losses).mapToDouble(l -> l[g]).min().orElse(0);
            double high = Arrays.stream(losses).mapToDouble(l -> l[g]).max().orElse(0);
            // Halves, since the whole may be beyond the doubles.
            double range = high / 2 - low / 2;
            for (double[] loss : losses) {
                loss[g] = range > 0 ? (loss[g] / 2 - low / 2) / range : 0;
            }
        }
        return losses;
    }

    /**
     * The hypervolume behind each trial, {@code [trials]}, never falling: the share of the box between the best of each goal and
     * a tenth of the range beyond its worst that the trials so far beat.
     */
    public double[] volumes() {
        double[] corner = new double[goals.size()];
        Arrays.fill(corner, 1 + BEYOND);
        double box = Math.pow(1 + BEYOND, corner.length);
        double[] volumes = new double[losses.length];
        List<double[]> best = new ArrayList<>();
        double volume = 0;
        for (int i = 0; i < losses.length; i++) {
            double[] loss = losses[i];
            if (best.stream().noneMatch(b -> Arrays.equals(b, loss) || Dominance.dominates(b, loss))) {
                volume += Hypervolume.added(loss, best.toArray(double[][]::new), corner) / box;
                best.removeIf(b -> Dominance.dominates(loss, b));
                best.add(loss);
            }
            volumes[i] = volume;
        }
        return volumes;
    }
}
