package dev.fettle.sampler.bayes;

import dev.fettle.math.Cholesky;
import dev.fettle.math.Lbfgs;
import dev.fettle.math.Matern;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * How badly hyperparameters explain the data: minus the logarithm of the marginal likelihood times the prior, by their
 * logarithms, with its gradient (Rasmussen and Williams, 2006, equations 5.8 and 5.9).
 */
final class LogPosterior implements Lbfgs.Problem {
    private static final double JITTER = 1e-10;
    private static final double LOG_TWO_PI = 1.8378770664093453;

    private final Embedding embedding;
    private final Data data;
    private final Prior prior;
    private final BooleanSupplier goOn;
    private final boolean share;

    LogPosterior(Embedding embedding, Data data, Prior prior, BooleanSupplier goOn) {
        this.embedding = embedding;
        this.data = data;
        this.prior = prior;
        this.goOn = goOn;
        this.share = data.hasKnown();
    }

    /** @throws CancellationException where it is not to go on */
    @Override
    public double evaluate(double[] x, double[] gradient) {
        if (!goOn.getAsBoolean()) {
            throw new CancellationException();
        }
        int n = data.size();
        int d = embedding.coordinates();
        Kernel kernel = Kernel.of(x, d);
        double[] weights = kernel.weights(embedding);
        double[][] slopes = new double[n][n];
        double[][] a = new double[n][n];
        double[] noise = noise(kernel);
        for (int i = 0; i < n; i++) {
            double[] row = new double[n];
            Distances.below(data.columns(), weights, i, row);
            Matern.values(row, slopes[i], i + 1);
            for (int j = 0; j < i; j++) {
                a[j][i] = kernel.scale() * row[j];
            }
            a[i][i] = kernel.scale() + noise[i];
        }
        Cholesky factor = Cholesky.of(a);
        if (factor == null) {
            return Double.POSITIVE_INFINITY;
        }
        double[] alpha = data.y().clone();
        factor.solve(alpha);
        double fit = 0;
        for (int i = 0; i < n; i++) {
            fit += alpha[i] * data.y()[i];
        }
        gradient(gradient, kernel, factor.inverse(), alpha, slopes, weights, noise, fit);
        return 0.5 * (fit + factor.logDeterminant() + n * LOG_TWO_PI) + prior.penalty(x, d, gradient);
    }

    private double[] noise(Kernel kernel) {
        double[] noise = new double[data.size()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = kernel.noise() + kernel.share() * data.known()[i] + JITTER * kernel.scale();
        }
        return noise;
    }

    private void gradient(
            double[] gradient,
            Kernel kernel,
            double[][] inverse,
            double[] alpha,
            double[][] slopes,
            double[] weights,
            double[] noise,
            double fit) {
        int n = data.size();
        int d = embedding.coordinates();
        double trace = 0;
        double constant = 0;
        double known = 0;
        for (int i = 0; i < n; i++) {
            double g = inverse[i][i] - alpha[i] * alpha[i];
            constant += g;
            known += g * data.known()[i];
            trace += g * noise[i];
        }
        double[] sums = new double[weights.length];
        double[] row = new double[n];
        for (int i = 1; i < n; i++) {
            weigh(row, inverse[i], alpha, alpha[i], slopes[i], i);
            for (int f = 0; f < sums.length; f++) {
                sums[f] += Distances.weighed(data.columns()[f], row, i);
            }
        }
        for (int c = 0; c < d; c++) {
            double sum = 0;
            for (int f = embedding.first(c); f < embedding.first(c + 1); f++) {
                sum += sums[f] * weights[f];
            }
            gradient[c] = -2 * kernel.scale() * sum;
        }
        // tr(G·K) = n − yᵀα, of which the signal is what the noise leaves; the jitter goes with the signal.
        gradient[d] = 0.5 * (n - fit - trace + JITTER * kernel.scale() * constant);
        gradient[d + 1] = 0.5 * kernel.noise() * constant;
        if (share) {
            gradient[d + 2] = 0.5 * kernel.share() * known;
        }
    }

    private static void weigh(double[] row, double[] inverse, double[] alpha, double one, double[] slopes, int n) {
        for (int j = 0; j < n; j++) {
            row[j] = (inverse[j] - one * alpha[j]) * slopes[j];
        }
    }
}
