package dev.fettle.evaluation.metric;

import java.util.stream.IntStream;

/**
 * Rows of two kinds in the order of a score that is to tell them apart.
 *
 * @param positive {@code [n]} whether each row is of the kind that should score high, from the highest score on
 * @param ends {@code [n]} whether the next row scores less
 */
record Curve(boolean[] positive, boolean[] ends) {
    /** @param scores {@code [n]} none is NaN */
    static Curve of(double[] scores, boolean[] positive) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((i, j) -> Double.compare(scores[j], scores[i]))
                .mapToInt(i -> i)
                .toArray();
        boolean[] sorted = new boolean[order.length];
        boolean[] ends = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = positive[order[i]];
            ends[i] = i + 1 == order.length || scores[order[i + 1]] != scores[order[i]];
        }
        return new Curve(sorted, ends);
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
