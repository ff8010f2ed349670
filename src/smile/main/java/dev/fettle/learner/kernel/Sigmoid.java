package dev.fettle.learner.kernel;

import dev.fettle.math.Lbfgs;
import java.io.Serializable;
import java.util.Arrays;

/** A probability that follows from a decision value f: 1/(1 + e^−(slope·f + shift)) (Platt, 1999). Immutable, for any thread. */
record Sigmoid(double slope, double shift) implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * The likeliest, where a row more of each side is expected (section 2.2 there), as in scikit-learn.
     *
     * @param f {@code [n]} decision values of rows that were not trained on
     * @param is {@code [n]} what the decision is about
     * @param weights {@code [n]}, above 0
     */
    static Sigmoid of(double[] f, boolean[] is, double[] weights) {
        double yes = 0;
        double no = 0;
        for (int i = 0; i < f.length; i++) {
            yes += is[i] ? weights[i] : 0;
            no += is[i] ? 0 : weights[i];
        }
        double size = Math.max(1, Arrays.stream(f).map(Math::abs).max().orElse(1));
        double[] scaled = Arrays.stream(f).map(v -> v / size).toArray();
        double[] wanted = {1 / (no + 2), (yes + 1) / (yes + 2)};
        Lbfgs.Problem loss = (at, gradient) -> loss(new Sigmoid(at[0], at[1]), scaled, is, wanted, weights, gradient);
        double[] start = {0, StrictMath.log((yes + 1) / (no + 1))};
        double[] end = new Lbfgs(10, 1000, 15_000, 1e-8, 0)
                .minimize(loss, start, value -> {})
                .x();
        return new Sigmoid(end[0] / size, end[1]);
    }

    /** The weighted sum of −wanted·ln p − (1 − wanted)·ln(1 − p). */
    private static double loss(
            Sigmoid here, double[] f, boolean[] is, double[] wanted, double[] weights, double[] gradient) {
        double loss = 0;
        gradient[0] = 0;
        gradient[1] = 0;
        for (int i = 0; i < f.length; i++) {
            double t = wanted[is[i] ? 1 : 0];
            double log = here.logarithm(f[i]);
            double pull = weights[i] * (StrictMath.exp(log) - t);
            loss += weights[i] * ((1 - t) * here.odds(f[i]) - log);
            gradient[0] += pull * f[i];
            gradient[1] += pull;
        }
        return loss;
    }

    /** ln(p/(1 − p)). */
    double odds(double f) {
        return Math.fma(slope, f, shift);
    }

    /** ln p. */
    double logarithm(double f) {
        double z = odds(f);
        return Math.min(0, z) - StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
    }
}
