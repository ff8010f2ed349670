package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Locale;

/**
 * Precision, recall, or their harmonic mean F1, over classes; a class in which the denominator is 0 counts 0, as in
 * scikit-learn.
 */
record Averaged(Share share, Average average) implements Metric.OfClasses {
    private static final long serialVersionUID = 1;

    /** Which rows of a class are right, and of which. */
    enum Share {
        /** Of those that were taken for it. */
        PRECISION {
            @Override
            double of(double hits, double right, double said) {
                return hits / said;
            }
        },
        /** Of those that are of it. */
        RECALL {
            @Override
            double of(double hits, double right, double said) {
                return hits / right;
            }
        },
        /** The harmonic mean of both. */
        F1 {
            @Override
            double of(double hits, double right, double said) {
                return 2 * hits / (right + said);
            }
        };

        abstract double of(double hits, double right, double said);

        private double orNone(double hits, double right, double said) {
            return hits > 0 ? of(hits, right, said) : 0;
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
    public double score(int[] y, double[][] p) {
        return Confusion.score(y, p, this::of);
    }

    private double of(Confusion c) {
        return switch (average) {
            case BINARY -> of(c, 1);
            case MICRO -> share.orNone(c.hits(), c.rows(), c.rows());
            case MACRO -> {
                double sum = 0;
                int classes = 0;
                for (int k = 0; k < c.classes(); k++) {
                    boolean there = c.row(k) + c.column(k) > 0;
                    sum += there ? of(c, k) : 0;
                    classes += there ? 1 : 0;
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

    private double of(Confusion c, int k) {
        return share.orNone(c.counts()[k][k], c.row(k), c.column(k));
    }
}
