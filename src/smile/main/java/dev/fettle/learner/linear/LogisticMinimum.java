package dev.fettle.learner.linear;

import dev.fettle.learner.Fitting;
import dev.fettle.math.Cholesky;
import dev.fettle.math.Vectors;
import java.util.stream.DoubleStream;

/**
 * The minimum of a logistic loss with a penalty, to the last digits that rounding leaves. For one thread.
 *
 * @param place {@code [d]} the weights
 * @param curvature of the loss there
 */
record LogisticMinimum(LogisticLoss loss, double[] place, Cholesky curvature) {
    private static final int MOST_STEPS = 100;
    private static final double SHORTEST = 0x1p-30;
    /** Below it the next step, whose decrement is about the square, is as exact as numbers are. */
    private static final double NEAR = 1e-14;

    /**
     * Newton's method, whose steps are halved until the loss is no higher (Boyd and Vandenberghe, 2004, algorithm 9.5).
     *
     * @throws ArithmeticException if rounding leaves nothing of the penalty, or the steps do not end
     */
    static LogisticMinimum near(LogisticLoss loss, double[] start) {
        double[] place = start;
        double[] gradient = new double[place.length];
        double value = loss.evaluate(place, gradient);
        boolean near = false;
        for (int step = 0; step < MOST_STEPS; step++) {
            Cholesky curvature = curvature(loss);
            if (near) {
                return new LogisticMinimum(loss, place, curvature);
            }
            double[] down = gradient.clone();
            curvature.solve(down);
            double decrement = Vectors.dot(down, gradient);
            near = decrement <= NEAR * value;
            double share = 1;
            double[] next = moved(place, -share, down);
            double lower = loss.evaluate(next, gradient);
            while (!near && !(lower <= value) && share > SHORTEST) {
                share /= 2;
                next = moved(place, -share, down);
                lower = loss.evaluate(next, gradient);
            }
            place = next;
            value = lower;
        }
        throw new ArithmeticException("Minimum of the logistic loss must be found for gradients, and " + MOST_STEPS
                + " steps did not reach it. Maybe a smaller C, or scaled features.");
    }

    private static Cholesky curvature(LogisticLoss loss) {
        Cholesky factor = Cholesky.of(loss.curvature(), Fitting::checkInterrupt);
        if (factor == null) {
            throw new ArithmeticException("Curvature of the logistic loss must be above 0 for gradients."
                    + " Maybe a smaller C, or scaled features.");
        }
        return factor;
    }

    private static double[] moved(double[] place, double share, double[] step) {
        double[] moved = place.clone();
        for (int a = 0; a < moved.length; a++) {
            moved[a] += share * step[a];
        }
        return moved;
    }

    /** {@code [d]} the derivatives of the weights by C. */
    double[] slopes(double c) {
        double[] slopes = loss.pull(place);
        curvature.solve(slopes);
        return DoubleStream.of(slopes).map(slope -> slope / c).toArray();
    }
}
