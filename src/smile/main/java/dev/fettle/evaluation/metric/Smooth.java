package dev.fettle.evaluation.metric;

/**
 * A metric that changes smoothly with the predictions, and tells how fast. Derivatives are of the score itself, whichever
 * way is better.
 *
 * <pre>{@code
 * Smooth.OfValues mse = (Smooth.OfValues) Metrics.of("mse").orElseThrow();
 * double[] slopes = mse.slopes(new double[] {0, 0}, new double[] {1, 3}, new double[] {1, 1});  // 1, 3
 * }</pre>
 */
public sealed interface Smooth {
    /** One of class probabilities. */
    non-sealed interface OfClasses extends Metric.OfClasses, Smooth {
        /**
         * {@code [n][k]} the derivatives by all probabilities as if each could change alone; rows and weights as for {@link
         * #score}.
         */
        double[][] slopes(int[] y, double[][] p, double[] w);
    }

    /** One of predicted values. */
    non-sealed interface OfValues extends Metric.OfValues, Smooth {
        /** {@code [n]} the derivatives by all predictions; NaN where the score has a kink. */
        double[] slopes(double[] y, double[] predicted, double[] w);
    }
}
