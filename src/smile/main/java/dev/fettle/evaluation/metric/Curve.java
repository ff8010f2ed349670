package dev.fettle.evaluation.metric;

import java.util.stream.IntStream;

/**
 * Rows of two kinds in the order of a score that is to tell them apart.
 *
 * @param positive {@code [n]} whether each row is of the kind that should score high, from the highest score on
 * @param ends {@code [n]} whether the next row scores less
 */
record Curve(boolean[] positive, boolean[] ends) {
    static final int ALL = -1;

    /**
     * The rows of a class and those it is to be told from, by the probability of the class.
     *
     * @param y {@code [n]} right classes
     * @param p {@code [n][classes]} none is NaN
     * @param other the only class to be told from; {@link #ALL} for all others
     */
    static Curve of(int[] y, double[][] p, int a, int other) {
        int[] order = IntStream.range(0, y.length)
                .filter(i -> other == ALL || y[i] == a || y[i] == other)
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
        return new Curve(positive, ends);
    }

    /**
     * The share of pairs of a positive and a negative row in which the positive one scores higher, equal ones half: the area
     * under the receiver operating characteristic (Hanley and McNeil, 1982). NaN where a kind has no row.
     */
    double area() {
        double pairs = 0;
        long above = 0;
        long hits = 0;
        long misses = 0;
        long negatives = 0;
        for (int i = 0; i < positive.length; i++) {
            hits += positive[i] ? 1 : 0;
            misses += positive[i] ? 0 : 1;
            if (ends[i]) {
                pairs += misses * (above + 0.5 * hits);
                above += hits;
                negatives += misses;
                hits = 0;
                misses = 0;
            }
        }
        return above > 0 && negatives > 0 ? pairs / ((double) above * negatives) : Double.NaN;
    }

    /** The precision at each score, weighted by the recall that it adds; 0 where there is no positive row. */
    double averagePrecision() {
        long hits = 0;
        long before = 0;
        double sum = 0;
        for (int i = 0; i < positive.length; i++) {
            hits += positive[i] ? 1 : 0;
            if (ends[i]) {
                sum += (hits - before) * ((double) hits / (i + 1));
                before = hits;
            }
        }
        return hits > 0 ? sum / hits : 0;
    }
}
