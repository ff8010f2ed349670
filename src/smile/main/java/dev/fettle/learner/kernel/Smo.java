package dev.fettle.learner.kernel;

import dev.fettle.learner.Fitting;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Sequential minimal optimisation: minimises ½·βᵀKβ − qᵀβ with Σβ = 0 and low ≤ β ≤ high, two entries of β at a time. The
 * pair is the one of most promise, the second by the curvature between both (Fan, Chen and Lin, 2005, JMLR 6, working set
 * selection 2), as in libsvm, which writes y·α for our β. There is nothing random in it. For one thread.
 *
 * <p>Two problems have that form. Of classes y = ±1: q = y, and β between 0 and y·C. Of values y within ±epsilon each row is
 * there twice, with q = y − epsilon and β between 0 and C, and with q = y + epsilon and β between −C and 0.
 */
final class Smo {
    /** That of libsvm for pairs without curvature between them. */
    private static final double LEAST_CURVATURE = 1e-12;

    /** That of libsvm. */
    private static final int MOST_STEPS = 10_000_000;

    /** What is said of a training that took all of them. */
    static Map<String, Integer> warnings(boolean converged) {
        return converged ? Map.of() : Map.of("stopped after " + MOST_STEPS + " steps before it converged", 1);
    }

    /** What both learners that it serves know. */
    static final List<Hyperparameter> HYPERPARAMETERS = List.of(
            Hyperparameter.real("C", 1, Interval.above(0), "how much errors cost"),
            Hyperparameter.real("tol", 1e-3, Interval.above(0), "how near the least value"));

    private final KernelRows kernel;
    private final double[] low;
    private final double[] high;
    private final double[] beta;
    /** q − Kβ, minus the slope: how much the value falls if an entry of β rises. */
    private final double[] pull;

    private final double[] diagonal;

    /**
     * @param q {@code [n]}, or twice as many, where entry n + i stands for row i again
     * @param low as many as q, at most 0, one of them below
     * @param high as many as q, at least 0, one of them above
     * @throws ArithmeticException if the kernel of a row and itself is not finite
     */
    Smo(KernelRows kernel, double[] q, double[] low, double[] high) {
        this.kernel = kernel;
        this.low = low;
        this.high = high;
        this.beta = new double[q.length];
        this.pull = q.clone();
        this.diagonal = kernel.diagonal();
        if (!DoubleStream.of(diagonal).allMatch(Double::isFinite)) {
            throw new ArithmeticException("Kernel must be finite for all rows. Maybe scaled features.");
        }
    }

    /**
     * Where it ended: the function Σ β·k(row, x) + bias.
     *
     * @param beta {@code [n]}, summed over entries of the same row
     */
    record Solution(double[] beta, double bias, boolean converged) {}

    /**
     * Runs to the end, or as far as libsvm would.
     *
     * @param tol how much the pulls of a pair may differ at the end
     */
    Solution solve(double tol) {
        for (int step = 0; step < MOST_STEPS; step++) {
            Fitting.checkInterrupt();
            int i = up();
            if (pull[i] - leastDown() < tol) {
                return solution(true);
            }
            move(i, partner(i));
        }
        return solution(false);
    }

    private int row(int t) {
        return t < kernel.size() ? t : t - kernel.size();
    }

    /** Of those that can rise the one with the strongest pull; of equals the last, as in libsvm. */
    private int up() {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < beta.length; t++) {
            if (pull[t] >= most && beta[t] < high[t]) {
                most = pull[t];
                best = t;
            }
        }
        return best;
    }

    private double leastDown() {
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < beta.length; t++) {
            if (beta[t] > low[t]) {
                least = Math.min(least, pull[t]);
            }
        }
        return least;
    }

    /** Of those that can fall the one that lowers the value the most together with i. */
    private int partner(int i) {
        double[] k = kernel.row(row(i));
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < beta.length; t++) {
            double apart = pull[i] - pull[t];
            if (apart > 0 && beta[t] > low[t]) {
                double gain = apart * apart / curvature(i, t, k);
                if (gain >= most) {
                    most = gain;
                    best = t;
                }
            }
        }
        return best;
    }

    private double curvature(int i, int t, double[] k) {
        double curvature = diagonal[row(i)] + diagonal[row(t)] - 2 * k[row(t)];
        return curvature > 0 ? curvature : LEAST_CURVATURE;
    }

    /** Raises i and lowers j as far as pays, or to a bound. */
    private void move(int i, int j) {
        double[] ki = kernel.row(row(i));
        double[] kj = kernel.row(row(j));
        double most = Math.min(high[i] - beta[i], beta[j] - low[j]);
        double step = Math.min(most, (pull[i] - pull[j]) / curvature(i, j, ki));
        beta[i] = step == high[i] - beta[i] ? high[i] : beta[i] + step;
        beta[j] = step == beta[j] - low[j] ? low[j] : beta[j] - step;
        for (int from = 0; from < beta.length; from += kernel.size()) {
            for (int t = 0; t < ki.length; t++) {
                pull[from + t] -= step * (ki[t] - kj[t]);
            }
        }
    }

    private Solution solution(boolean converged) {
        double[] sums = new double[kernel.size()];
        for (int t = 0; t < beta.length; t++) {
            sums[row(t)] += beta[t];
        }
        return new Solution(sums, bias(), converged);
    }

    /** The mean pull of those that are free; else between those that cannot rise and those that cannot fall. */
    private double bias() {
        double sum = 0;
        int free = 0;
        for (int t = 0; t < beta.length; t++) {
            if (beta[t] > low[t] && beta[t] < high[t]) {
                sum += pull[t];
                free++;
            }
        }
        return free > 0 ? sum / free : (pull[up()] + leastDown()) / 2;
    }
}
