package dev.fettle.report.view;

import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.List;

/**
 * Which parameters the score depends on: the main effects of the functional analysis of variance (Sobol, 1993; Hutter,
 * Hoos and Leyton-Brown, ICML 2014), with each distinct scored point weighing the same. They average the predictions of a
 * forest over the whole space; here the scores themselves are averaged, so that a full grid needs no model. For points that lie
 * scattered there is {@code insight.Importance}.
 *
 * <p>The share of a parameter is Σ n_v (m_v − m)² ÷ S: n_v points have value v and mean score m_v, m is the mean of all
 * points in which the parameter is active, and S = Σ (score − mean of all)². Of a numeric parameter with more than 12 values
 * v is one of about six cells with round edges. Where the parameter is conditional, only the points in which it is
 * active count; that it exists at all is the effect of the parameters in its condition. On a full grid the shares and {@link #rest},
 * which is the interactions, add up to 1. If points failed or are missing, or conditions and constraints make the space no
 * product, effects overlap: the numbers are then a guide, and where they
 * add up to more than 1 they are made smaller alike, and there is no rest.
 *
 * <p>Immutable, for any thread.
 *
 * <pre>{@code
 * VarianceShare share = VarianceShare.of(history, space);
 * double first = share.shares().get(0).share();
 * }</pre>
 *
 * @param shares one for each scalar parameter and element of an array, in the order of the space, each in [0, 1]
 * @param rest what no parameter explains alone, in [0, 1]
 * @param flat whether all points score the same, or there are none; then all shares and the rest are 0
 * @param complete whether every point of the space was scored; false where nobody can count them
 */
public record VarianceShare(List<Share> shares, double rest, boolean flat, boolean complete) {
    public VarianceShare {
        shares = List.copyOf(shares);
    }

    private static final double ROUNDING = 1e-12;

    /**
     * One parameter's main effect.
     *
     * @param share of the sum of squares, in [0, 1]
     */
    public record Share(String parameter, double share) {}

    /**
     * The shares in a history, by the first goal; pruned and failed trials are left out.
     *
     * @param space whose points the trials have
     */
    public static VarianceShare of(History history, SearchSpace space) {
        List<Trial.Completed> trials = Scores.ofPoints(history);
        double[] scores = Scores.unit(trials);
        double total = squares(scores);
        boolean flat = flat(scores);
        List<Share> shares = space.scalars().stream()
                .map(p -> new Share(p.name(), flat ? 0 : share(between(p, trials, scores), total)))
                .toList();
        double explained = shares.stream().mapToDouble(Share::share).sum();
        double all = Math.max(1, explained);
        return new VarianceShare(
                shares.stream()
                        .map(s -> new Share(s.parameter(), s.share() / all))
                        .toList(),
                flat ? 0 : Math.max(0, 1 - explained),
                flat,
                complete(space, trials.size()));
    }

    /** What rounding leaves of nothing is nothing. */
    private static double share(double squares, double total) {
        return squares <= ROUNDING * total ? 0 : Math.min(1, squares / total);
    }

    private static boolean complete(SearchSpace space, int scored) {
        return space.size().isPresent()
                && space.size().getAsLong() <= Grid.COUNTABLE
                && new Grid(space).count(Grid.COUNTABLE).orElseThrow() == scored;
    }

    private static boolean flat(double[] scores) {
        for (double s : scores) {
            if (s != scores[0]) {
                return false;
            }
        }
        return true;
    }

    /** Two passes, so that scores that differ in late digits only keep their variance. */
    private static double squares(double[] scores) {
        double mean = mean(scores);
        double sum = 0;
        for (double s : scores) {
            sum += (s - mean) * (s - mean);
        }
        return sum;
    }

    private static double mean(double[] scores) {
        double sum = 0;
        for (double s : scores) {
            sum += s;
        }
        return sum / scores.length;
    }

    private static double between(Scalar parameter, List<Trial.Completed> trials, double[] scores) {
        Levels levels = Levels.of(parameter, trials.stream().map(Trial::point).toList());
        int n = levels.labels().size();
        double[] sums = new double[n];
        int[] counts = new int[n];
        double all = 0;
        int active = 0;
        for (int i = 0; i < scores.length; i++) {
            int level = levels.place().applyAsInt(trials.get(i).point());
            if (level >= 0) {
                sums[level] += scores[i];
                counts[level]++;
                all += scores[i];
                active++;
            }
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            if (counts[i] == 0) {
                continue;
            }
            double d = sums[i] / counts[i] - all / active;
            squares += counts[i] * d * d;
        }
        return squares;
    }
}
