package dev.fettle.evaluation.metric;

import java.util.function.IntToDoubleFunction;

/** Means over rows that count differently. */
final class Means {
    private Means() {}

    /** Σ w·of / Σ w, summed in the order of the rows; where all count 1 the plain mean. */
    static double of(double[] w, IntToDoubleFunction of) {
        return sum(w, of) / sum(w, i -> 1);
    }

    /** Σ w·of; a row of weight 0 adds nothing, whatever its value. */
    static double sum(double[] w, IntToDoubleFunction of) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] > 0 ? w[i] * of.applyAsDouble(i) : 0;
        }
        return sum;
    }

    /** The mean of the squared errors. */
    static double squares(double[] y, double[] predicted, double[] w) {
        return of(w, i -> (y[i] - predicted[i]) * (y[i] - predicted[i]));
    }

    /** The share of a variance that is not left over; of none at all 1 if nothing is left over, else 0. */
    static double explained(double left, double total) {
        if (total > 0) {
            return 1 - left / total;
        }
        return left > 0 ? 0 : 1 - left;
    }

    /** The mean squared distance from the mean; 0 where all are equal, whatever rounding makes of their mean. */
    static double variance(double[] x, double[] w) {
        boolean alike = true;
        double first = Double.NaN;
        for (int i = 0; i < x.length; i++) {
            first = Double.isNaN(first) && w[i] > 0 ? x[i] : first;
            alike &= w[i] == 0 || x[i] == first;
        }
        double mean = of(w, i -> x[i]);
        return alike ? 0 : of(w, i -> (x[i] - mean) * (x[i] - mean));
    }
}
