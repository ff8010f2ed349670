package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Locale;
import java.util.Optional;
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
    public Optional<String> lack(int[] y) {
        return secondClass(y);
    }

    static Optional<String> secondClass(int[] y) {
        return IntStream.of(y).distinct().count() < 2 ? Optional.of("a second class") : Optional.empty();
    }

    @Override
    public double score(int[] y, double[][] p, double[] w) {
        if (Confusion.anyNaN(p)) {
            return Double.NaN;
        }
        if (p[0].length == 2) {
            return Curve.of(y, p, w, 1, 0).area();
        }
        int[] classes = IntStream.of(y).distinct().sorted().toArray();
        double sum = 0;
        int pairs = 0;
        for (int a : classes) {
            for (int b : way == Way.OVO ? classes : new int[] {Curve.ALL}) {
                sum += a == b ? 0 : Curve.of(y, p, w, a, b).area();
                pairs += a == b ? 0 : 1;
            }
        }
        return sum / pairs;
    }
}
