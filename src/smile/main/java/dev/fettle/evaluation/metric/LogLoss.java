package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Arrays;
import java.util.Optional;

/** The mean of −ln p of the right class, p clipped to [ε, 1 − ε] with ε = 2⁻⁵². */
record LogLoss() implements Smooth.OfClasses {
    private static final long serialVersionUID = 1;
    private static final double EPSILON = Math.ulp(1.0);
    private static final double SLACK = Math.sqrt(EPSILON);

    @Override
    public String id() {
        return "log_loss";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double score(int[] y, double[][] p, double[] w) {
        return Confusion.anyNaN(p)
                ? Double.NaN
                : Means.of(w, i -> -StrictMath.log(Math.min(1 - EPSILON, Math.max(EPSILON, p[i][y[i]]))));
    }

    @Override
    public double[][] slopes(int[] y, double[][] p, double[] w) {
        double[][] slopes = new double[y.length][];
        double total = Means.sum(w, i -> 1);
        for (int i = 0; i < y.length; i++) {
            slopes[i] = new double[p[i].length];
            double right = p[i][y[i]];
            boolean clipped = right < EPSILON || right > 1 - EPSILON;
            slopes[i][y[i]] = clipped ? 0 : -w[i] / (total * right);
        }
        return slopes;
    }

    @Override
    public Optional<String> warning(int[] y, double[][] p, double[] w) {
        return unshared(id(), p);
    }

    /** A warning if the probabilities of some row do not sum to 1, as far as rounding lets them. */
    static Optional<String> unshared(String id, double[][] p) {
        boolean shared =
                Arrays.stream(p).allMatch(row -> Math.abs(Arrays.stream(row).sum() - 1) <= SLACK);
        return shared ? Optional.empty() : Optional.of(id + " of probabilities that do not sum to 1");
    }
}
