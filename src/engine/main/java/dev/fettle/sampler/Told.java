package dev.fettle.sampler;

import dev.fettle.trial.Goal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a trial as a search hears it: every number is a loss, to be minimised. Nobody may write into the arrays, so it is
 * for any thread.
 *
 * <pre>{@code
 * double first(Trial.Finished trial) {
 *     return Told.of(trial, List.of(Goal.maximize("accuracy"))) instanceof Told.Scored s ? s.losses()[0] : Double.NaN;
 * }
 * }</pre>
 */
public sealed interface Told {
    /** The trial itself, whose scores are as the user sees them. */
    Trial.Finished trial();

    /**
     * It was scored.
     *
     * @param losses {@code [goals]}, finite
     * @param errors {@code [goals]} their standard errors, at least 0; NaN where unknown
     * @param gradient {@code [reals]} of the first loss, in the coordinates of {@link Score#gradient}; null if unknown
     */
    record Scored(Trial.Completed trial, double[] losses, double[] errors, double @Nullable [] gradient)
            implements Told {}

    /**
     * It was pruned.
     *
     * @param losses {@code [1]} the first loss as last reported, which may be NaN; empty if nothing was
     */
    record Cut(Trial.Pruned trial, double[] losses) implements Told {}

    /** It failed. */
    record Lost(Trial.Failed trial) implements Told {}

    /**
     * What a search hears of a trial.
     *
     * @param goals those of its study, as many as its score has values
     */
    static Told of(Trial.Finished trial, List<Goal> goals) {
        return trial.match(c -> scored(c, goals), p -> cut(p, goals.get(0)), Lost::new);
    }

    private static Scored scored(Trial.Completed trial, List<Goal> goals) {
        Score score = trial.score();
        double[] losses = new double[goals.size()];
        double[] errors = new double[goals.size()];
        for (int g = 0; g < losses.length; g++) {
            losses[g] = goals.get(g).loss(score.values().get(g));
            errors[g] = score.standardError(g);
        }
        return new Scored(trial, losses, errors, slopes(score, goals.get(0)));
    }

    private static double @Nullable [] slopes(Score score, Goal goal) {
        return score.gradient().isEmpty()
                ? null
                : score.gradient().stream().mapToDouble(goal::loss).toArray();
    }

    private static Cut cut(Trial.Pruned trial, Goal goal) {
        List<Report> reports = trial.reports();
        double[] losses = reports.isEmpty()
                ? new double[0]
                : new double[] {goal.loss(reports.get(reports.size() - 1).score())};
        return new Cut(trial, losses);
    }
}
