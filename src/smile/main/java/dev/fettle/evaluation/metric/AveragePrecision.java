package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.stream.IntStream;

/** The area under the steps of precision over recall: of the second of two classes, of more the mean over those that occur. */
record AveragePrecision() implements Metric.OfClasses {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "average_precision";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public double score(int[] y, double[][] p) {
        for (double[] row : p) {
            if (Confusion.likeliest(row) < 0) {
                return Double.NaN;
            }
        }
        if (p[0].length == 2) {
            return of(y, p, 1);
        }
        int[] classes = IntStream.of(y).distinct().sorted().toArray();
        double sum = 0;
        for (int c : classes) {
            sum += of(y, p, c);
        }
        return sum / classes.length;
    }

    private static double of(int[] y, double[][] p, int c) {
        boolean[] positive = new boolean[y.length];
        double[] scores = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            positive[i] = y[i] == c;
            scores[i] = p[i][c];
        }
        return Curve.of(scores, positive).averagePrecision();
    }
}
