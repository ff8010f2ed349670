package dev.fettle.evaluation.metric;

import java.util.stream.IntStream;

/**
 * Rows of two kinds in the order of a score that is to tell them apart.
 *
 * @param positive {@code [n]} whether each row is of the kind that should score high, from the highest score on
 * @param weights {@code [n]} how much each row counts, above 0
 * @param ends {@code [n]} whether the next row scores less
 */
record Curve(boolean[] positive, double[] weights, boolean[] ends) {
    static final int ALL = -1;

    /**
     * The rows of a class and those it is to be told from, by the probability of the class.
     *
     * @param y {@code [n]} right classes
     * @param p {@code [n][classes]} none is NaN
     * @param w {@code [n]} how much each row counts
     * @param other the only class to be told from; {@link #ALL} for all others
     */
    static Curve of(int[] y, double[][] p, double[] w, int a, int other) {
        int[] order = IntStream.range(0, y.length)
                .filter(i -> w[i] > 0 && (other == ALL || y[i] == a || y[i] == other))
                .boxed()
                .sorted((i, j) -> Double.compare(p[j][a], p[i][a]))
                .mapToInt(i -> i)
                .toArray();
        boolean[] positive = new boolean[order.length];
        boolean[] ends = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            positive[i] = y[order[i]] == a;
            ends[i] = i + 1 == order.length || p[order[i + 1]][a] != p[order[i]][a];
        }
        return new Curve(positive, IntStream.of(order).mapToDouble(i -> w[i]).toArray(), ends);
    }

    /**
     * The share of pairs of a positive and a negative row in which the positive one scores higher, equal ones half: the area
     * under the receiver operating characteristic (Hanley and McNeil, 1982). NaN where a kind has no row.
     */
    double area() {
        double pairs = 0;
        double above = 0;
        double hits = 0;
        double misses = 0;
        double negatives = 0;
        for (int i = 0; i < positive.length; i++) {
            hits += positive[i] ? weights[i] : 0;
            misses += positive[i] ? 0 : weights[i];
            if (ends[i]) {
                pairs += misses * (above + 0.5 * hits);
                above += hits;
                negatives += misses;
                hits = 0;
                misses = 0;
            }
        }
        return above > 0 && negatives > 0 ? pairs / (above * negatives) : Double.NaN;
    }

    /** The precision at each score, weighted by the recall that it adds; 0 where there is no positive row. */
    double averagePrecision() {
        double hits = 0;
        double before = 0;
        double seen = 0;
        double sum = 0;
        for (int i = 0; i < positive.length; i++) {
            hits += positive[i] ? weights[i] : 0;
            seen += weights[i];
            if (ends[i]) {
                sum += (hits - before) * (hits / seen);
                before = hits;
            }
        }
        return hits > 0 ? sum / hits : 0;
    }
}
