package dev.fettle.report.insight;

import dev.fettle.random.Seed;
import dev.fettle.report.view.Scores;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Which parameters the score depends on, estimated from points that lie scattered: for each parameter the share of the
 * variance of the score that it explains alone (its first-order index; Sobol, 1993), with an interval.
 *
 * <p>The estimate is the share that a curve through the ranks of the values explains, less what it would explain by chance:
 * ε² (Kelley, 1935, "An unbiased correlation ratio measure", PNAS 21), where plain shares of cells are biased upwards. The
 * interval holds the middle 90 % of the estimates from random halves of the trials (Hartigan, 1969, "Using subsample values
 * as typical values", JASA 64): halves without replacement, since the repeated points of a bootstrap look like an effect.
 * It covers a share in the middle about nine times of ten, and one of 0 nearly always.
 *
 * <p>It is not the effect of a parameter together with others, and it speaks of the points that were tried: where a search
 * kept to the best region, of that region. Of a conditional parameter only the points count in which it is active. Failed
 * and pruned trials are left out, and repeats. Of more than {@value #MOST} trials an even selection is used.
 *
 * <p>Immutable, for any thread.
 *
 * <pre>{@code
 * for (Importance.Effect e : Importance.of(history, space, new Seed(42)).sorted()) {
 *     System.out.println(e.parameter() + " " + e.share() + " in [" + e.low() + ", " + e.high() + "]");
 * }
 * }</pre>
 *
 * @param effects one for each scalar parameter and element of an array, in the order of the space; empty with fewer than
 *     {@value #FEWEST} distinct scored points, with more than {@value #WIDEST} dimensions, or if all points score the same
 * @param trials from how many it was estimated, or would have been
 * @param reason why nothing can be said of any parameter, a sentence; else empty
 */
public record Importance(List<Effect> effects, int trials, String reason) {
    private static final int FEWEST = 10;
    static final int MOST = 1000;
    private static final int WIDEST = 200;
    private static final int HALVES = 400;
    private static final double TAIL = 0.05;

    /**
     * What parameters explain alone adds up to 1 at most where points are independent. Estimates of 30 random points add up to
     * more than this in one of fifty studies; those of searches that learn to between 1.3 and 3.
     */
    private static final double TOGETHER = 1.5;

    public Importance {
        effects = List.copyOf(effects);
    }

    /**
     * One parameter's share of the variance, 0 ≤ low ≤ high ≤ 1; the share may lie a little outside the interval. All NaN
     * where there are too few trials for so many values.
     *
     * @param share in [0, 1]
     * @param low where the 90 % interval begins
     * @param high where it ends
     */
    public record Effect(String parameter, double share, double low, double high) {
        /** Whether anything can be said. */
        public boolean known() {
            return !Double.isNaN(share);
        }
    }

    /**
     * The importance in a history, by the first goal; the same history and seed give the same numbers.
     *
     * @param seed of whose child "importance" the halves are drawn
     */
    public static Importance of(History history, SearchSpace space, Seed seed) {
        List<Trial.Completed> trials = thinned(history.evaluated());
        int n = trials.size();
        if (n < FEWEST) {
            return new Importance(
                    List.of(), n, "Importance needs " + FEWEST + " different scored points; there are " + n + ".");
        }
        if (space.dimensions() > WIDEST) {
            return new Importance(
                    List.of(),
                    n,
                    "Importance needs at most " + WIDEST + " parameters; there are " + space.dimensions() + ".");
        }
        double[] scores = Scores.unit(trials);
        if (Arrays.stream(scores).allMatch(s -> s == scores[0])) {
            return new Importance(List.of(), n, "All " + n + " points have the same score.");
        }
        List<Point> points = trials.stream().map(Trial::point).toList();
        List<Scalar> scalars = space.scalars();
        List<Curve> curves = scalars.stream().map(p -> Curve.of(p, points)).toList();
        double[][] halves = halves(curves, scores, seed.child("importance").random());
        int[] all = IntStream.range(0, n).toArray();
        List<Effect> effects = new ArrayList<>();
        for (int p = 0; p < halves.length; p++) {
            Scalar parameter = scalars.get(p);
            double share = curves.get(p).supported() ? curves.get(p).share(scores, all, n) : Double.NaN;
            effects.add(effect(parameter.name(), share, halves[p]));
        }
        boolean known = effects.stream().anyMatch(Effect::known);
        return new Importance(
                effects, n, known ? "" : "There are too few trials to tell the importance of a parameter.");
    }

    /** The effects that are known, the largest first; of equals in the order of the space. */
    public List<Effect> sorted() {
        return effects.stream()
                .filter(Effect::known)
                .sorted(Comparator.comparingDouble((Effect e) -> -e.share()))
                .toList();
    }

    /**
     * Whether the shares add up to more than there is: parameters moved together among the trials, as they do where a search
     * has learnt, and each explains what others do. (Indices of a Gaussian process over the whole space were tried instead: of
     * points near the best it knows too little about the rest.)
     */
    public boolean overlapping() {
        return sum() > TOGETHER;
    }

    /** What the shares add up to, of what there is: more than 1 by the errors of each, or where they overlap. */
    public double sum() {
        return effects.stream().filter(Effect::known).mapToDouble(Effect::share).sum();
    }

    /** The same as parts of a whole: shares that add up to more than 1 are made smaller alike, and so are their intervals. */
    public Importance scaled() {
        double all = Math.max(1, sum());
        return new Importance(
                effects.stream()
                        .map(e -> new Effect(e.parameter(), e.share() / all, e.low() / all, e.high() / all))
                        .toList(),
                trials,
                reason);
    }

    private static Effect effect(String name, double share, double[] halves) {
        double[] known =
                Arrays.stream(halves).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return Double.isNaN(share) || known.length == 0
                ? new Effect(name, Double.NaN, Double.NaN, Double.NaN)
                : new Effect(name, unit(share), unit(quantile(known, TAIL)), unit(quantile(known, 1 - TAIL)));
    }

    private static double[][] halves(List<Curve> curves, double[] scores, RandomGenerator random) {
        double[][] shares = new double[curves.size()][HALVES];
        int[] rows = IntStream.range(0, scores.length).toArray();
        int half = rows.length / 2;
        for (int h = 0; h < HALVES; h++) {
            for (int i = 0; i < half; i++) {
                int j = i + random.nextInt(rows.length - i);
                int row = rows[i];
                rows[i] = rows[j];
                rows[j] = row;
            }
            for (int p = 0; p < shares.length; p++) {
                shares[p][h] = curves.get(p).share(scores, rows, half);
            }
        }
        return shares;
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    private static double unit(double share) {
        return Math.max(0, Math.min(1, share));
    }

    private static List<Trial.Completed> thinned(List<Trial.Completed> trials) {
        int n = trials.size();
        return n <= MOST
                ? trials
                : IntStream.range(0, MOST)
                        .mapToObj(i -> trials.get((int) ((long) i * n / MOST)))
                        .toList();
    }
}
