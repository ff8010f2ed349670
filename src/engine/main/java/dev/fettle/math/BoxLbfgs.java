package dev.fettle.math;

/**
 * Limited-memory BFGS for smooth problems in a box: quasi-Newton steps among the coordinates that are free, projected onto
 * the box, with backtracking along the bent path (Bertsekas, 1982, "Projected Newton methods for optimization problems with
 * simple constraints", SIAM J. Control Optim. 20, section 2; coordinates at a bound whose gradient points outwards stand
 * still). Deterministic; for any thread.
 *
 * @param memory how many pairs are kept, at least 1
 * @param maxIterations at least 1
 * @param gradientTolerance stops when no free component of the gradient is larger
 * @param valueTolerance stops when (f − f′)/max(|f|, |f′|, 1) is not larger
 */
public record BoxLbfgs(int memory, int maxIterations, double gradientTolerance, double valueTolerance) {
    private static final double SUFFICIENT = 1e-4;
    private static final int HALVINGS = 20;

    /**
     * Minimises from a place.
     *
     * @param start clipped to the box; not changed
     * @param low {@code [n]}
     * @param high {@code [n]}, each at least the low one
     * @return the best place found, inside the box
     */
    public Lbfgs.Minimum minimize(Lbfgs.Problem problem, double[] start, double[] low, double[] high) {
        int n = start.length;
        double[] x = clipped(start, low, high);
        double[] gradient = new double[n];
        double value = problem.evaluate(x, gradient);
        int evaluations = 1;
        CurvaturePairs pairs = new CurvaturePairs(memory);
        boolean converged = false;
        int iterations = 0;
        while (!converged && iterations < maxIterations) {
            boolean[] fixed = fixed(x, gradient, low, high);
            double[] free = freed(gradient, fixed);
            double largest = largest(free);
            if (largest <= gradientTolerance) {
                converged = true;
                break;
            }
            double[] direction = freed(pairs.direction(free), fixed);
            if (!(Vectors.dot(direction, free, 0, n) < 0)) {
                pairs.clear();
                direction = pairs.direction(free);
            }
            double step = pairs.isEmpty() ? Math.min(1, 0.1 / largest) : 1;
            double[] next = x;
            double[] slope = new double[n];
            double reached = Double.NaN;
            boolean better = false;
            for (int i = 0; i < HALVINGS && !better; i++) {
                next = moved(x, step, direction, low, high);
                reached = problem.evaluate(next, slope);
                evaluations++;
                double expected = decrease(gradient, x, next);
                better = reached <= value + SUFFICIENT * expected && expected < 0;
                step *= shrink(value, reached, expected);
            }
            if (!better) {
                break;
            }
            iterations++;
            converged = (value - reached) / Math.max(Math.max(Math.abs(value), Math.abs(reached)), 1) <= valueTolerance;
            pairs.remember(x, gradient, next, slope);
            x = next;
            value = reached;
            gradient = slope;
        }
        return new Lbfgs.Minimum(x, value, iterations, evaluations, converged);
    }

    /** The minimum of the parabola through both values and the first slope, as a share of the step, in [0.1, 0.5]. */
    private static double shrink(double value, double reached, double expected) {
        double share = -expected / (2 * (reached - value - expected));
        return share >= 0.1 && share <= 0.5 ? share : share > 0.5 ? 0.5 : 0.1;
    }

    private static double decrease(double[] gradient, double[] x, double[] next) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum = Math.fma(gradient[i], next[i] - x[i], sum);
        }
        return sum;
    }

    private static boolean[] fixed(double[] x, double[] gradient, double[] low, double[] high) {
        boolean[] fixed = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            fixed[i] = (x[i] <= low[i] && gradient[i] >= 0) || (x[i] >= high[i] && gradient[i] <= 0);
        }
        return fixed;
    }

    private static double[] freed(double[] x, boolean[] fixed) {
        double[] free = x.clone();
        for (int i = 0; i < x.length; i++) {
            free[i] = fixed[i] ? 0 : x[i];
        }
        return free;
    }

    private static double[] moved(double[] x, double step, double[] direction, double[] low, double[] high) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.fma(step, direction[i], x[i]);
        }
        return clipped(y, low, high);
    }

    private static double[] clipped(double[] x, double[] low, double[] high) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.min(high[i], Math.max(low[i], x[i]));
        }
        return y;
    }

    private static double largest(double[] x) {
        double most = 0;
        for (double v : x) {
            most = Math.max(most, Math.abs(v));
        }
        return most;
    }
}
