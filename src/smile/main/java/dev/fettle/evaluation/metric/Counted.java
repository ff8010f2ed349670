package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is told by how often which class was taken for which, the likeliest of a row counting. */
enum Counted implements Metric.OfClasses {
    /** The share of rows whose likeliest class is right; of equals the first counts. */
    ACCURACY {
        @Override
        double of(Confusion counts) {
            return counts.accuracy();
        }
    },
    /** The mean over the classes that occur of the share of their rows that were found. */
    BALANCED_ACCURACY {
        @Override
        double of(Confusion counts) {
            return counts.balancedAccuracy();
        }

        @Override
        boolean isDoubtful(Confusion counts) {
            return IntStream.range(0, counts.classes()).anyMatch(c -> counts.seen()[c] && counts.row(c) == 0);
        }
    },
    /** Matthews' correlation of right and predicted classes: 1 if all are right, 0 by chance. */
    MCC {
        @Override
        double of(Confusion counts) {
            return counts.correlation();
        }

        @Override
        boolean isDoubtful(Confusion counts) {
            return counts.isOneClass();
        }
    },
    /** Cohen's kappa: how much more than by chance right and predicted classes agree, 1 if all do; NaN of one class. */
    COHEN_KAPPA {
        @Override
        double of(Confusion counts) {
            return counts.kappa();
        }

        @Override
        public Optional<String> lack(int[] y) {
            return RocAuc.secondClass(y);
        }
    };

    abstract double of(Confusion counts);

    @Override
    public boolean counts() {
        return true;
    }

    /** Whether the score leaves out a class, or is not defined. */
    boolean isDoubtful(Confusion counts) {
        return false;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public double score(int[] y, double[][] p, double[] w) {
        return Confusion.score(y, p, w, this::of);
    }

    @Override
    public Optional<String> warning(int[] y, double[][] p, double[] w) {
        return isDoubtful(Confusion.of(y, p, w))
                ? Optional.of(id()
                        + (this == MCC ? " of one class alone, which counts 0" : " without a class that no row is of"))
                : Optional.empty();
    }
}
