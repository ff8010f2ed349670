package dev.fettle.sampler.cma;

import dev.fettle.math.SymmetricEigen;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The normal distribution N(mean, sigma²·A·C·A) of the numbers and its two paths (Hansen, 2016, arXiv 1604.00772, figure 6;
 * A as in Hamano et al., 2022, arXiv 2205.13482, section 4). Nobody may write into the arrays, so it is for any thread.
 *
 * @param mean {@code [n]}
 * @param sigma step size, positive, as a share of the side of the unit cube
 * @param covariance {@code [n][n]} C, symmetric
 * @param axes of C; null if C is no longer positive definite
 * @param pathSigma {@code [n]}
 * @param pathC {@code [n]}
 * @param stretch {@code [n]} the diagonal of A: 1 but where a margin has stretched a lattice
 * @param updates how many there were
 */
record Bell(
        double[] mean,
        double sigma,
        double[][] covariance,
        @Nullable SymmetricEigen axes,
        double[] pathSigma,
        double[] pathC,
        double[] stretch,
        int updates) {

    static Bell start(double[] mean, double sigma) {
        int n = mean.length;
        double[] stretch = new double[n];
        Arrays.fill(stretch, 1);
        SymmetricEigen unit = SymmetricEigen.unit(n);
        return new Bell(mean, sigma, unit.vectors(), unit, new double[n], new double[n], stretch, 0);
    }

    /**
     * {@code [n]} one draw.
     *
     * @param normal {@code [n]} standard normal numbers
     * @param wider how many times larger the deviations are
     */
    double[] draw(double[] normal, double wider) {
        SymmetricEigen e = usable();
        int n = mean.length;
        double[] z = new double[n];
        for (int k = 0; k < n; k++) {
            z[k] = normal[k] * Math.sqrt(e.values()[k]);
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double y = 0;
            double[] row = e.vectors()[i];
            for (int k = 0; k < n; k++) {
                y += row[k] * z[k];
            }
            x[i] = mean[i] + wider * sigma * stretch[i] * y;
        }
        return x;
    }

    /** The standard deviation of one coordinate. */
    double deviation(int i) {
        return sigma * stretch[i] * Math.sqrt(covariance[i][i]);
    }

    /** The largest standard deviation of a coordinate; 0 of none. */
    double widest() {
        double most = 0;
        for (int i = 0; i < mean.length; i++) {
            most = Math.max(most, deviation(i));
        }
        return most;
    }

    /** √(largest/smallest eigenvalue of C), at least 1; ∞ if that is no longer positive definite, 1 of no axes. */
    double axisRatio() {
        if (axes == null) {
            return Double.POSITIVE_INFINITY;
        }
        double most = Arrays.stream(axes.values()).max().orElse(1);
        double least = Arrays.stream(axes.values()).min().orElse(1);
        return least > 0 ? Math.sqrt(most / least) : Double.POSITIVE_INFINITY;
    }

    /**
     * After a generation.
     *
     * @param ranked {@code [lambda][n]} its points, from the best on
     * @param foreign {@code [lambda]} whether each was not drawn from this distribution; its distance then counts at most as
     *     much as a far draw's (Hansen, 2011, "Injecting external solutions into CMA-ES", arXiv 1110.4181, equation 4)
     */
    Bell update(Strategy s, double[][] ranked, boolean[] foreign) {
        int n = mean.length;
        double[][] y = new double[s.lambda()][];
        double[] squared = new double[s.lambda()];
        double most = Math.sqrt(n) + 2.0 * n / (n + 2);
        for (int r = 0; r < y.length; r++) {
            y[r] = step(ranked[r]);
            double[] even = whitened(y[r]);
            squared[r] = dot(even, even);
            if (foreign[r] && squared[r] > most * most) {
                double shorter = most / Math.sqrt(squared[r]);
                y[r] = Arrays.stream(y[r]).map(v -> v * shorter).toArray();
                squared[r] = most * most;
            }
        }
        double[] yw = new double[n];
        for (int r = 0; r < s.mu(); r++) {
            for (int i = 0; i < n; i++) {
                yw[i] += s.weights()[r] * y[r][i];
            }
        }
        return moved(s, y, squared, yw);
    }

    private Bell moved(Strategy s, double[][] y, double[] squared, double[] yw) {
        int n = mean.length;
        double[] white = whitened(yw);
        double keepS = 1 - s.cSigma();
        double addS = Math.sqrt(s.cSigma() * (2 - s.cSigma()) / s.noise());
        double addC = Math.sqrt(s.cC() * (2 - s.cC()) / s.noise());
        double[] nextMean = new double[n];
        double[] nextS = new double[n];
        for (int i = 0; i < n; i++) {
            nextMean[i] = mean[i] + sigma * yw[i];
            nextS[i] = keepS * pathSigma[i] + addS * white[i];
        }
        double length = Math.sqrt(dot(nextS, nextS));
        double warm = Math.sqrt(1 - StrictMath.pow(keepS, 2.0 * (updates + 1)));
        boolean h = length / warm < (1.4 + 2.0 / (n + 1)) * s.chi();
        double[] nextC = new double[n];
        for (int i = 0; i < n; i++) {
            nextC[i] = (1 - s.cC()) * pathC[i] + (h ? addC * yw[i] : 0);
        }
        double nextSigma = sigma * StrictMath.exp(Math.min(1, s.cSigma() / s.dSigma() * (length / s.chi() - 1)));
        double[][] next = adapted(s, y, squared, nextC, h);
        return new Bell(nextMean, nextSigma, next, positive(next), nextS, nextC, stretch, updates + 1);
    }

    /** Equation 47, with the negative weights of equation 46. */
    private double[][] adapted(Strategy s, double[][] y, double[] squared, double[] path, boolean h) {
        int n = mean.length;
        double[] w = new double[y.length];
        double sum = 0;
        for (int r = 0; r < w.length; r++) {
            double weight = s.weights()[r];
            sum += weight;
            w[r] = s.cMu() * (weight >= 0 ? weight : squared[r] > 0 ? weight * n / squared[r] : 0);
        }
        double keep = 1 - s.c1() - s.cMu() * sum + (h ? 0 : s.c1() * s.cC() * (2 - s.cC()));
        double[][] next = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double c = keep * covariance[i][j] + s.c1() * path[i] * path[j];
                for (int r = 0; r < w.length; r++) {
                    c += w[r] * y[r][i] * y[r][j];
                }
                next[i][j] = c;
                next[j][i] = c;
            }
        }
        return next;
    }

    private static @Nullable SymmetricEigen positive(double[][] matrix) {
        SymmetricEigen e = SymmetricEigen.of(matrix);
        return e != null && Arrays.stream(e.values()).allMatch(v -> v > 0) ? e : null;
    }

    /** With a wider step. */
    Bell wider(double factor) {
        return new Bell(mean, sigma * factor, covariance, axes, pathSigma, pathC, stretch, updates);
    }

    /** With the margin on each lattice. */
    Bell margin(Layout layout, double alpha) {
        double[] shifted = mean.clone();
        double[] longer = stretch.clone();
        for (int i = 0; i < shifted.length; i++) {
            if (layout.lattice()[i] && deviation(i) > 0 && Double.isFinite(shifted[i])) {
                double[] cell = layout.cell(i, shifted[i]);
                Margin margin = Margin.of(shifted[i], deviation(i), cell[0], cell[1], alpha);
                shifted[i] = margin.mean();
                longer[i] *= margin.stretch();
            }
        }
        return new Bell(shifted, sigma, covariance, axes, pathSigma, pathC, longer, updates);
    }

    /** (A·sigma)⁻¹(x − mean). */
    private double[] step(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (x[i] - mean[i]) / (sigma * stretch[i]);
        }
        return y;
    }

    /** C^(−1/2)·y. */
    private double[] whitened(double[] y) {
        SymmetricEigen e = usable();
        int n = y.length;
        double[] white = new double[n];
        for (int k = 0; k < n; k++) {
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += e.vectors()[i][k] * y[i];
            }
            along /= Math.sqrt(e.values()[k]);
            for (int i = 0; i < n; i++) {
                white[i] += e.vectors()[i][k] * along;
            }
        }
        return white;
    }

    private SymmetricEigen usable() {
        SymmetricEigen e = axes;
        if (e == null) {
            throw new IllegalStateException("Covariance must be positive definite; this one ends its search.");
        }
        return e;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
