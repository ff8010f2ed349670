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
        if (Confusion.anyNaN(p)) {
            return Double.NaN;
        }
        if (p[0].length == 2) {
            return Curve.of(y, p, 1, Curve.ALL).averagePrecision();
        }
        int[] classes = IntStream.of(y).distinct().sorted().toArray();
        double sum = 0;
        for (int c : classes) {
            sum += Curve.of(y, p, c, Curve.ALL).averagePrecision();
        }
        return sum / classes.length;
    }
}
