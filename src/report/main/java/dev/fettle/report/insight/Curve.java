package dev.fettle.report.insight;

import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How scores may follow one parameter: freely from value to value where the values are few or have no order, else as a
 * broken line through the ranks of the values. Ranks make it the same on any scale, and equally sure wherever a search has
 * gathered its points.
 *
 * @param at the place of each point among the knots, in [0, knots − 1], whole for free values; NaN where the parameter is
 *     inactive
 * @param knots at least 1
 */
record Curve(double[] at, int knots) {
    private static final int FEWEST = 3;
    private static final int MOST = 6;

    /** So many trials pay for one knot more. */
    private static final int COST = 12;

    /** A knot whose share of a sum of squares is less than this is a sum of its neighbours. */
    private static final double DEPENDENT = 1e-9;

    static Curve of(Scalar parameter, List<Point> points) {
        double[] u = new double[points.size()];
        for (int i = 0; i < u.length; i++) {
            Object value = points.get(i).find(parameter.name());
            u[i] = value == null ? Double.NaN : parameter.encode(value);
        }
        int active = (int) Arrays.stream(u).filter(v -> !Double.isNaN(v)).count();
        double[] distinct = Arrays.stream(u)
                .filter(v -> !Double.isNaN(v))
                .distinct()
                .sorted()
                .toArray();
        int knots = Math.max(FEWEST, Math.min(MOST, 2 + active / COST));
        if (parameter instanceof Choice || distinct.length <= knots) {
            double[] places = Arrays.stream(u)
                    .map(v -> Double.isNaN(v) ? v : Arrays.binarySearch(distinct, v))
                    .toArray();
            return new Curve(places, Math.max(1, distinct.length));
        }
        return new Curve(ranks(u, active, knots - 1), knots);
    }

    /** The middle rank of each value, from 0 to {@code length}. */
    private static double[] ranks(double[] u, int active, int length) {
        double[] sorted =
                Arrays.stream(u).filter(v -> !Double.isNaN(v)).sorted().toArray();
        Map<Double, Double> middle = new HashMap<>();
        for (int from = 0, to; from < active; from = to) {
            to = from;
            while (to < active && sorted[to] == sorted[from]) {
                to++;
            }
            middle.put(sorted[from], (from + to) / 2.0);
        }
        return Arrays.stream(u)
                .map(v -> Double.isNaN(v) ? v : middle.getOrDefault(v, 0.0) / active * length)
                .toArray();
    }

    /** Whether there are points enough to tell a curve from chance. */
    boolean supported() {
        int active = (int) Arrays.stream(at).filter(v -> !Double.isNaN(v)).count();
        return active >= Math.max(8, 2 * knots);
    }

    /**
     * The share of the variance of the scores that the curve explains, less what a curve would explain by chance: ε²
     * (Kelley, 1935), also known as the adjusted R². About 0, and as often below, if the parameter does not matter.
     *
     * @param rows the first {@code count} of them are used
     * @return NaN if the scores are equal or the points too few
     */
    double share(double[] scores, int[] rows, int count) {
        double all = mean(scores, rows, count, false);
        double own = mean(scores, rows, count, true);
        double[] squares = new double[knots];
        double[] mixed = new double[knots];
        double[] sums = new double[knots];
        double total = 0;
        double within = 0;
        int active = 0;
        for (int i = 0; i < count; i++) {
            double score = scores[rows[i]];
            total += (score - all) * (score - all);
            double place = at[rows[i]];
            if (!Double.isNaN(place)) {
                int left = (int) place;
                double right = place - left;
                double d = score - own;
                within += d * d;
                active++;
                squares[left] += (1 - right) * (1 - right);
                sums[left] += (1 - right) * d;
                if (right > 0) {
                    squares[left + 1] += right * right;
                    mixed[left] += right * (1 - right);
                    sums[left + 1] += right * d;
                }
            }
        }
        return adjusted(squares, mixed, sums, within, active) / total;
    }

    /** Least squares: the normal equations are tridiagonal, so elimination needs one pass. */
    private static double adjusted(double[] squares, double[] mixed, double[] sums, double within, int active) {
        double[] pivots = squares.clone();
        double explained = 0;
        int rank = 0;
        for (int j = 0; j < pivots.length; j++) {
            if (pivots[j] > DEPENDENT * Math.max(1, squares[j])) {
                rank++;
                explained += sums[j] * sums[j] / pivots[j];
                if (j + 1 < pivots.length) {
                    double factor = mixed[j] / pivots[j];
                    pivots[j + 1] -= factor * mixed[j];
                    sums[j + 1] -= factor * sums[j];
                }
            }
        }
        return active > rank ? explained - (rank - 1) * (within - explained) / (active - rank) : Double.NaN;
    }

    private double mean(double[] scores, int[] rows, int count, boolean active) {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < count; i++) {
            if (!active || !Double.isNaN(at[rows[i]])) {
                sum += scores[rows[i]];
                counted++;
            }
        }
        return sum / counted;
    }
}
