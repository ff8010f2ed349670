package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Optional;
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
    public double score(int[] y, double[][] p, double[] w) {
        if (Confusion.anyNaN(p)) {
            return Double.NaN;
        }
        if (p[0].length == 2) {
            return Curve.of(y, p, w, 1, Curve.ALL).averagePrecision();
        }
        int[] classes = IntStream.of(y).distinct().sorted().toArray();
        double sum = 0;
        for (int c : classes) {
            sum += Curve.of(y, p, w, c, Curve.ALL).averagePrecision();
        }
        return sum / classes.length;
    }

    @Override
    public Optional<String> warning(int[] y, double[][] p, double[] w) {
        int[] asked =
                p[0].length == 2 ? new int[] {1} : IntStream.of(y).distinct().toArray();
        boolean all = IntStream.of(asked).allMatch(c -> Means.sum(w, i -> y[i] == c ? 1 : 0) > 0);
        return all ? Optional.empty() : Optional.of(id() + " where no row is of the class, which counts 0");
    }
}
