package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** The mean of −ln p of the right class, p clipped to [ε, 1 − ε] with ε = 2⁻⁵². */
record LogLoss() implements Metric.OfClasses {
    private static final long serialVersionUID = 1;
    private static final double EPSILON = Math.ulp(1.0);

    @Override
    public String id() {
        return "log_loss";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double score(int[] y, double[][] p) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            if (Confusion.likeliest(p[i]) < 0) {
                return Double.NaN;
            }
            sum -= StrictMath.log(Math.min(1 - EPSILON, Math.max(EPSILON, p[i][y[i]])));
        }
        return sum / y.length;
    }
}
