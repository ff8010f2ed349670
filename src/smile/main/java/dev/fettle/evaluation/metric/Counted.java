package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Locale;

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
    },
    /** Matthews' correlation of right and predicted classes: 1 if all are right, 0 by chance. */
    MCC {
        @Override
        double of(Confusion counts) {
            return counts.correlation();
        }
    },
    /** Cohen's kappa: how much more than by chance right and predicted classes agree, 1 if all do. */
    COHEN_KAPPA {
        @Override
        double of(Confusion counts) {
            return counts.kappa();
        }
    };

    abstract double of(Confusion counts);

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public double score(int[] y, double[][] p) {
        return Confusion.score(y, p, this::of);
    }
}
