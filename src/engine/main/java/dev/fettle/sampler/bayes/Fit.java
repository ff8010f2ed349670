package dev.fettle.sampler.bayes;

import dev.fettle.math.BoxLbfgs;
import dev.fettle.math.Lbfgs;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What explains the data best.
 *
 * @param view of the losses
 * @param kernel the most probable hyperparameters
 * @param badness minus the logarithm of the probability of the losses and of the hyperparameters: lower is better, whatever
 *     the view
 */
record Fit(View view, Kernel kernel, double badness) {
    private static final BoxLbfgs SEARCH = new BoxLbfgs(10, 30, 1e-3, 1e-6);

    /** Of the variance of the losses; less than rounding and jitter leave is not to be told from none. */
    private static final double LEAST_NOISE = 1e-9;

    private static final double MOST_NOISE = 2;
    /**
     * A second place to begin: from little noise a fit may never leave a process that winds through every loss. Behind an
     * earlier fit the two take turns.
     */
    private static final double NOISY = 0.3;

    /**
     * Fits the data as a view shows them.
     *
     * @param deterministic whether nothing is put down to noise
     * @param before an earlier fit, where to begin; null to begin at the prior
     * @throws java.util.concurrent.CancellationException where it is not to go on
     */
    static Fit of(Embedding embedding, boolean deterministic, Data data, @Nullable Fit before, BooleanSupplier goOn) {
        int d = embedding.coordinates();
        boolean share = data.hasKnown();
        LogPosterior problem = new LogPosterior(embedding, data, Prior.STANDARD, goOn);
        double[] low = bounds(d, share, new double[] {0.01, 1e-4, LEAST_NOISE, 1e-3});
        double[] high = bounds(d, share, new double[] {50, 1e4, deterministic ? LEAST_NOISE : MOST_NOISE, 1});
        Kernel mode = Prior.STANDARD.mode(d);
        List<Kernel> cold = deterministic ? List.of(mode) : List.of(mode, mode.withNoise(NOISY));
        List<Kernel> starts = before == null ? cold : List.of(before.kernel(), cold.get(data.size() % cold.size()));
        Fit best = new Fit(data.view(), mode, Double.POSITIVE_INFINITY);
        for (Kernel start : starts) {
            Lbfgs.Minimum found = SEARCH.minimize(problem, start.logarithms(share), low, high);
            double badness = found.value() - data.warp().logDensity();
            best = badness < best.badness() ? new Fit(data.view(), Kernel.of(found.x(), d), badness) : best;
        }
        return best;
    }

    /** @param of a length, the scale, the noise, the share */
    private static double[] bounds(int d, boolean share, double[] of) {
        double[] bounds = new double[d + (share ? 3 : 2)];
        Arrays.fill(bounds, 0, d, StrictMath.log(of[0]));
        for (int i = d; i < bounds.length; i++) {
            bounds[i] = StrictMath.log(of[i - d + 1]);
        }
        return bounds;
    }
}
