package dev.fettle.evaluation.metric;

/** What values are wrong by. */
final class Errors {
    private Errors() {}

    /** The sum of the squared errors. */
    static double squares(double[] y, double[] predicted) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double error = y[i] - predicted[i];
            sum += error * error;
        }
        return sum;
    }
}
