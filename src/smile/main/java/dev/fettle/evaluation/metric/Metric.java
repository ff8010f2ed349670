package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import dev.fettle.word.Maybe;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A score of predictions on rows held out, by scikit-learn's definitions. */
public enum Metric {
    /** The share of rows whose most likely class is right. */
    ACCURACY(Direction.MAXIMIZE, true),
    /** The mean over the classes of the share of their rows that were found. */
    BALANCED_ACCURACY(Direction.MAXIMIZE, true),
    /** The mean over the classes of the harmonic mean of precision and recall; 0 for a class without either. */
    F1_MACRO(Direction.MAXIMIZE, true),
    /** The mean of −ln p of the right class, p clipped to [ε, 1 − ε]. */
    LOG_LOSS(Direction.MINIMIZE, true),
    /** The root of the mean squared error. */
    RMSE(Direction.MINIMIZE, false),
    /** The mean squared error. */
    MSE(Direction.MINIMIZE, false),
    /** The mean absolute error. */
    MAE(Direction.MINIMIZE, false),
    /** 1 − residual/total sum of squares; NaN if all targets are equal. */
    R2(Direction.MAXIMIZE, false);

    private static final double EPSILON = Math.ulp(1.0);

    private final Direction direction;
    private final boolean forClasses;

    Metric(Direction direction, boolean forClasses) {
        this.direction = direction;
        this.forClasses = forClasses;
    }

    /** As typed in a cell: {@code log_loss}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Direction direction() {
        return direction;
    }

    /** Whether it scores classes; else values. */
    public boolean isForClasses() {
        return forClasses;
    }

    /** The metrics for classes or for values. */
    public static List<String> names(boolean classes) {
        return Arrays.stream(values())
                .filter(m -> m.forClasses == classes)
                .map(Metric::id)
                .toList();
    }

    /** The metric that is typed so. */
    public static Optional<Metric> of(String id) {
        return Arrays.stream(values()).filter(m -> m.id().equals(id)).findFirst();
    }

    /** What is wrong with a name for classes or values, as a sentence; empty if nothing is. */
    public static Optional<String> problem(String id, boolean classes) {
        List<String> names = names(classes);
        return names.contains(id)
                ? Optional.empty()
                : Optional.of("Metric (" + id + ") must be one of " + String.join(", ", names) + "."
                        + Maybe.sentence(id, names));
    }

    /**
     * The score of class probabilities.
     *
     * @param y {@code [n]} right classes, n ≥ 1
     * @param p {@code [n][k]}; NaN gives NaN, for log loss if it is the probability of the right class
     */
    public double ofClasses(int[] y, double[][] p) {
        return switch (this) {
            case ACCURACY -> Confusion.score(y, p, Confusion::accuracy);
            case BALANCED_ACCURACY -> Confusion.score(y, p, Confusion::balancedAccuracy);
            case F1_MACRO -> Confusion.score(y, p, Confusion::macroF1);
            case LOG_LOSS -> logLoss(y, p);
            default -> throw new IllegalStateException("Metric (" + id() + ") must be one for classes.");
        };
    }

    /**
     * The score of predicted values.
     *
     * @param y {@code [n]} right values, n ≥ 1
     * @param predicted {@code [n]}; NaN gives NaN
     */
    public double ofValues(double[] y, double[] predicted) {
        double squares = 0;
        double absolute = 0;
        double total = 0;
        double mean = Arrays.stream(y).sum() / y.length;
        for (int i = 0; i < y.length; i++) {
            double error = y[i] - predicted[i];
            squares += error * error;
            absolute += Math.abs(error);
            total += (y[i] - mean) * (y[i] - mean);
        }
        return switch (this) {
            case RMSE -> Math.sqrt(squares / y.length);
            case MSE -> squares / y.length;
            case MAE -> absolute / y.length;
            case R2 -> total == 0 ? Double.NaN : 1 - squares / total;
            default -> throw new IllegalStateException("Metric (" + id() + ") must be one for values.");
        };
    }

    private static double logLoss(int[] y, double[][] p) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum -= StrictMath.log(Math.min(1 - EPSILON, Math.max(EPSILON, p[i][y[i]])));
        }
        return sum / y.length;
    }
}
