package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Precision, recall, or their harmonic mean F1, over classes; a class in which the denominator is 0 counts 0, as in
 * scikit-learn.
 */
record Averaged(Share share, Average average) implements Metric.OfClasses {
    private static final long serialVersionUID = 1;

    /** Which rows of a class are right, and of which. */
    enum Share {
        /** Of those that were taken for it. */
        PRECISION(1, "no row is taken for some class") {
            @Override
            double whole(double right, double said) {
                return said;
            }
        },
        /** Of those that are of it. */
        RECALL(1, "no row is of some class") {
            @Override
            double whole(double right, double said) {
                return right;
            }
        },
        /** The harmonic mean of both. */
        F1(2, "no row is of some class or taken for it") {
            @Override
            double whole(double right, double said) {
                return right + said;
            }
        };

        private final int times;
        private final String none;

        Share(int times, String none) {
            this.times = times;
            this.none = none;
        }

        /** Of how many rows it is a share. */
        abstract double whole(double right, double said);

        private double orNone(double hits, double right, double said) {
            return hits > 0 ? times * hits / whole(right, said) : 0;
        }
    }

    /** How classes become one number. */
    enum Average {
        /** The second of two classes alone. */
        BINARY,
        /** The mean over the classes that occur or were predicted. */
        MACRO,
        /** All rows together. */
        MICRO,
        /** The mean over the classes by their rows. */
        WEIGHTED
    }

    @Override
    public boolean counts() {
        return true;
    }

    @Override
    public String id() {
        String name = share.name().toLowerCase(Locale.ROOT);
        return average == Average.BINARY ? name : name + "_" + average.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public boolean binary() {
        return average == Average.BINARY;
    }

    @Override
    public double score(int[] y, double[][] p, double[] w) {
        return Confusion.score(y, p, w, this::of);
    }

    private double of(Confusion c) {
        return switch (average) {
            case BINARY -> of(c, 1);
            case MICRO -> share.orNone(c.hits(), c.rows(), c.rows());
            case MACRO -> {
                double sum = 0;
                int classes = 0;
                for (int k = 0; k < c.classes(); k++) {
                    sum += c.seen()[k] ? of(c, k) : 0;
                    classes += c.seen()[k] ? 1 : 0;
                }
                yield sum / classes;
            }
            case WEIGHTED -> {
                double sum = 0;
                for (int k = 0; k < c.classes(); k++) {
                    sum += c.row(k) * of(c, k);
                }
                yield sum / c.rows();
            }
        };
    }

    @Override
    public Optional<String> warning(int[] y, double[][] p, double[] w) {
        Confusion c = Confusion.of(y, p, w);
        boolean all =
                switch (average) {
                    case BINARY -> isShare(c, 1);
                    case MICRO -> true;
                    case MACRO, WEIGHTED ->
                        IntStream.range(0, c.classes()).allMatch(k -> !c.seen()[k] || isShare(c, k));
                };
        return all ? Optional.empty() : Optional.of(id() + " where " + share.none + ", which counts 0");
    }

    private boolean isShare(Confusion c, int k) {
        return share.whole(c.row(k), c.column(k)) > 0;
    }

    private double of(Confusion c, int k) {
        return share.orNone(c.counts()[k][k], c.row(k), c.column(k));
    }
}
