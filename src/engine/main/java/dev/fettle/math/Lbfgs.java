package dev.fettle.math;

/**
 * Limited-memory BFGS for smooth unconstrained problems: two-loop recursion (Nocedal and Wright, 2006, algorithm 7.4) with
 * a line search for the strong Wolfe conditions (algorithms 3.5 and 3.6, cubic interpolation of equation 3.59). The
 * stopping rules are those of SciPy's L-BFGS-B. Deterministic; for any thread.
 *
 * @param memory how many pairs are kept, at least 1
 * @param maxIterations at least 1
 * @param maxEvaluations of value and gradient, at least 1; the line search under way may exceed it by its own steps
 * @param gradientTolerance stops when no component of the gradient is larger
 * @param valueTolerance stops when (f − f′)/max(|f|, |f′|, 1) is not larger
 */
public record Lbfgs(
        int memory, int maxIterations, int maxEvaluations, double gradientTolerance, double valueTolerance) {
    private static final double SUFFICIENT = 1e-3;
    private static final double CURVATURE = 0.9;
    private static final int LINE_STEPS = 20;

    /** What is to be minimised. */
    @FunctionalInterface
    public interface Problem {
        /** The value at x; writes the gradient. NaN and +∞ are steps too far, from which the line search comes back. */
        double evaluate(double[] x, double[] gradient);
    }

    /** Told after each iteration. */
    @FunctionalInterface
    public interface Progress {
        /** The value after an iteration. */
        void iteration(double value);
    }

    /**
     * Where the search ended.
     *
     * @param converged whether one of the two tolerances ended it
     */
    public record Minimum(double[] x, double value, int iterations, int evaluations, boolean converged) {}

    /** One place on the line. */
    private record Place(double step, double[] x, double value, double[] gradient, double slope) {}

    /** Minimises from {@code start}, which is not changed. */
    public Minimum minimize(Problem problem, double[] start, Progress progress) {
        Counter counter = new Counter(problem);
        Place here = counter.at(start, new double[start.length], 0);
        CurvaturePairs pairs = new CurvaturePairs(memory);
        int iterations = 0;
        boolean converged = largest(here.gradient()) <= gradientTolerance;
        while (!converged && iterations < maxIterations && counter.evaluations < maxEvaluations) {
            double[] direction = pairs.direction(here.gradient());
            double slope = CurvaturePairs.dot(direction, here.gradient());
            if (!(slope < 0)) {
                pairs.clear();
                direction = pairs.direction(here.gradient());
                slope = CurvaturePairs.dot(direction, here.gradient());
            }
            double first = pairs.isEmpty() ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
            Place from = new Place(0, here.x(), here.value(), here.gradient(), slope);
            Place next = search(counter, from, direction, first);
            if (next.step() == 0) {
                break;
            }
            iterations++;
            pairs.remember(here.x(), here.gradient(), next.x(), next.gradient());
            double change = (here.value() - next.value())
                    / Math.max(Math.max(Math.abs(here.value()), Math.abs(next.value())), 1);
            here = next;
            progress.iteration(here.value());
            converged = largest(here.gradient()) <= gradientTolerance || change <= valueTolerance;
        }
        return new Minimum(here.x(), here.value(), iterations, counter.evaluations, converged);
    }

    /** A place that satisfies the strong Wolfe conditions, or the best found; step 0 if none is better. */
    private static Place search(Counter counter, Place from, double[] direction, double first) {
        Place low = from;
        double step = first;
        for (int i = 0; i < LINE_STEPS; i++) {
            Place here = counter.at(from.x(), direction, step);
            if (!(here.value() <= from.value() + SUFFICIENT * step * from.slope())
                    || (i > 0 && here.value() >= low.value())) {
                return zoom(counter, from, direction, low, here);
            }
            if (Math.abs(here.slope()) <= -CURVATURE * from.slope()) {
                return here;
            }
            if (here.slope() >= 0) {
                return zoom(counter, from, direction, here, low);
            }
            low = here;
            step *= 2;
        }
        return low;
    }

    private static Place zoom(Counter counter, Place from, double[] direction, Place best, Place other) {
        Place low = best;
        Place high = other;
        for (int i = 0; i < LINE_STEPS; i++) {
            Place here = counter.at(from.x(), direction, between(low, high));
            if (!(here.value() <= from.value() + SUFFICIENT * here.step() * from.slope())
                    || here.value() >= low.value()) {
                high = here;
                continue;
            }
            if (Math.abs(here.slope()) <= -CURVATURE * from.slope()) {
                return here;
            }
            if (here.slope() * (high.step() - low.step()) >= 0) {
                high = low;
            }
            low = here;
        }
        return low;
    }

    /** The minimum of the cubic through both ends, kept a tenth away from them; the middle if there is none. */
    private static double between(Place a, Place b) {
        double width = b.step() - a.step();
        double d1 = a.slope() + b.slope() - 3 * (a.value() - b.value()) / (a.step() - b.step());
        double d2 = Math.copySign(Math.sqrt(d1 * d1 - a.slope() * b.slope()), width);
        double t = b.step() - width * (b.slope() + d2 - d1) / (b.slope() - a.slope() + 2 * d2);
        double least = Math.min(a.step(), b.step()) + 0.1 * Math.abs(width);
        double most = Math.max(a.step(), b.step()) - 0.1 * Math.abs(width);
        return t >= least && t <= most
                ? t
                : Double.isFinite(t) ? Math.min(most, Math.max(least, t)) : (least + most) / 2;
    }

    private static final class Counter {
        private final Problem problem;
        private int evaluations;

        Counter(Problem problem) {
            this.problem = problem;
        }

        Place at(double[] origin, double[] direction, double step) {
            double[] x = origin.clone();
            Vectors.add(x, step, direction, 0, x.length);
            double[] gradient = new double[x.length];
            evaluations++;
            double value = problem.evaluate(x, gradient);
            return new Place(step, x, value, gradient, CurvaturePairs.dot(direction, gradient));
        }
    }

    private static double largest(double[] x) {
        double most = 0;
        for (double v : x) {
            most = Math.max(most, Math.abs(v));
        }
        return most;
    }
}
