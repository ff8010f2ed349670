package dev.fettle.report.trust;

import dev.fettle.random.Seed;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * What the winner would score on new rows. It is the best of many by the very rows that scored it, so that its own score is partly
 * luck. Rows are drawn with replacement, the best of the trials is chosen by them as the search has chosen, and scored by the
 * rows that were not drawn; that, many times, is the bootstrap bias corrected cross-validation (BBC-CV) of Tsamardinos, Greasidou and
 * Borboudakis (2018, "Bootstrapping the out-of-sample predictions for efficient and accurate cross-validation", Machine Learning
 * 107). Immutable, for any thread.
 *
 * <p>How often the winner is the best of them all by the rows that are drawn, where those that are level share the draw, is an
 * estimate of how likely it is the best one (Efron and Tibshirani, 1998, "The problem of regions", Annals of Statistics 26).
 *
 * @param trials among how many the winner was chosen, at least 2
 * @param expected the mean of the draws
 * @param low the middle 95 of 100 draws lie from here
 * @param high to here
 * @param best the share of the draws in which the winner is the best, in [0, 1]
 */
public record Optimism(int trials, double expected, double low, double high, double best) {
    private static final int MOST_DRAWS = 1000;
    private static final int FEWEST_DRAWS = 200;

    /** Those that are worse would not win a draw. */
    private static final int MOST_TRIALS = 500;

    private static final int FEWEST_UNITS = 10;

    /** Rows that are scored in all draws together. */
    private static final long WORK = 40_000_000;

    private static final double TAIL = 0.025;

    /** Sums in another order may differ by so much of their size. */
    private static final double ROUNDING = 1e-12;

    /**
     * The optimism of a history's winner, by its first goal.
     *
     * @return empty where predictions are not kept, or there are too few rows or trials to say anything
     */
    public static Optional<Optimism> of(History history, Rescorer rescorer, Seed seed) {
        List<Trial.Completed> trials = history.evaluated();
        int n = rescorer.units();
        if (trials.size() < 2 || n < FEWEST_UNITS) {
            return Optional.empty();
        }
        long most = Math.max(2, Math.min(MOST_TRIALS, WORK / FEWEST_DRAWS / n));
        List<ToDoubleFunction<double[]>> scorers = trials.stream()
                .sorted(history::compare)
                .limit(most)
                .flatMap(t -> rescorer.of(t.score()).stream())
                .toList();
        if (scorers.size() < Math.min(most, trials.size())) {
            return Optional.empty();
        }
        int draws = (int) Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, WORK / n / scorers.size()));
        RandomGenerator random = seed.random();
        Draw[] all = new Draw[draws];
        Arrays.setAll(all, draw -> Draw.of(scorers, history.goal(), n, random));
        double[] sorted = Arrays.stream(all)
                .mapToDouble(Draw::score)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (sorted.length < draws * (1 - TAIL)) {
            return Optional.empty();
        }
        int tail = (int) (TAIL * sorted.length);
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        double best = Arrays.stream(all).mapToDouble(Draw::won).sum() / draws;
        return Optional.of(new Optimism(trials.size(), mean, sorted[tail], sorted[sorted.length - 1 - tail], best));
    }

    /**
     * One draw.
     *
     * @param score what the best by the rows that were drawn scores on the others; NaN if that is not defined
     * @param won the part of the draw that is of the first trial, the winner: 0 if another is better by the rows that were
     *     drawn, else 1 over those that are level with it
     */
    private record Draw(double score, double won) {
        static Draw of(List<ToDoubleFunction<double[]>> scorers, Goal goal, int n, RandomGenerator random) {
            double[] in = new double[n];
            for (int i = 0; i < n; i++) {
                in[random.nextInt(n)]++;
            }
            double[] losses = scorers.stream()
                    .mapToDouble(scorer -> goal.loss(scorer.applyAsDouble(in)))
                    .toArray();
            int best = best(losses);
            if (best < 0) {
                return new Draw(Double.NaN, 0);
            }
            double[] out = Arrays.stream(in).map(count -> count == 0 ? 1 : 0).toArray();
            boolean all = Arrays.stream(out).sum() == 0;
            double least = losses[best] + ROUNDING * Math.abs(losses[best]);
            double level = Arrays.stream(losses).filter(loss -> loss <= least).count();
            return new Draw(
                    all ? Double.NaN : scorers.get(best).applyAsDouble(out), losses[0] <= least ? 1 / level : 0);
        }

        /** The first of those with the least loss; −1 if none has one. */
        private static int best(double[] losses) {
            int best = -1;
            for (int i = 0; i < losses.length; i++) {
                if (losses[i] < (best < 0 ? Double.POSITIVE_INFINITY : losses[best])) {
                    best = i;
                }
            }
            return best;
        }
    }
}
