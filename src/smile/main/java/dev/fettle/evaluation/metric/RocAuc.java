package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The area under the receiver operating characteristic, over the classes that occur; NaN where that is one alone.
 *
 * @param way how more than two classes become pairs
 */
record RocAuc(Way way) implements Metric.OfClasses {
    private static final long serialVersionUID = 1;

    /** Which rows are told apart. */
    enum Way {
        /** The second of two classes from the first. */
        BINARY,
        /** Each class from all others, the mean. */
        OVR,
        /** Each class from each other, the mean (Hand and Till, 2001). */
        OVO
    }

    @Override
    public String id() {
        return way == Way.BINARY ? "roc_auc" : "roc_auc_" + way.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public boolean binary() {
        return way == Way.BINARY;
    }

    @Override
    public double score(int[] y, double[][] p) {
        for (double[] row : p) {
            if (Confusion.likeliest(row) < 0) {
                return Double.NaN;
            }
        }
        if (p[0].length == 2) {
            return area(y, p, 1, 0);
        }
        int[] classes = IntStream.of(y).distinct().sorted().toArray();
        double sum = 0;
        int pairs = 0;
        for (int a : classes) {
            if (way == Way.OVR) {
                sum += area(y, p, a, -1);
                pairs++;
            }
            for (int b : way == Way.OVO ? classes : new int[0]) {
                sum += a == b ? 0 : area(y, p, a, b);
                pairs += a == b ? 0 : 1;
            }
        }
        return sum / pairs;
    }

    /** @param other the class that a is told from; −1 for all */
    private static double area(int[] y, double[][] p, int a, int other) {
        int[] rows = IntStream.range(0, y.length)
                .filter(i -> other < 0 || y[i] == a || y[i] == other)
                .toArray();
        boolean[] positive = new boolean[rows.length];
        double[] scores = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positive[i] = y[rows[i]] == a;
            scores[i] = p[rows[i]][a];
        }
        return Curve.of(scores, positive).area();
    }
}
