package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import dev.fettle.learner.ClassWeight;
import dev.fettle.learner.Differentiable;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.ScoreClassifier;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.math.Cholesky;
import dev.fettle.math.Lbfgs;
import dev.fettle.math.Vectors;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Logistic regression as {@code --model logistic}, multinomial beyond two classes, with scikit-learn's names, defaults and
 * stopping rules.
 */
public record LogisticLearner() implements Learner, Differentiable {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return List.of(
                Hyperparameter.real("C", 1, Interval.above(0), "how much the rows count against the penalty"),
                Hyperparameter.word("penalty", "l2", List.of("l2", "none"), "whether large weights cost"),
                ClassWeight.HYPERPARAMETER,
                Hyperparameter.whole("max_iter", 100, Interval.atLeast(1), "the most steps of L-BFGS"),
                Hyperparameter.real("tol", 1e-4, Interval.atLeast(0), "the largest slope that counts as none"));
    }

    /** The range of scikit-learn's LogisticRegressionCV. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(Real.logUniform("C", 1e-4, 1e4).startingAt(1.0));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Classes;
    }

    @Override
    public boolean weighs() {
        return true;
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        LogisticLoss loss = LogisticLoss.of(values, train);
        Lbfgs.Minimum end = minimum(loss, values);
        return Model.of(new ScoreClassifier(loss.scores(end.x()), classes(train)), classes(train))
                .warnedUnless(end.converged(), values.whole("max_iter"));
    }

    private static Lbfgs.Minimum minimum(LogisticLoss loss, Configuration values) {
        // The other stopping rules of scikit-learn 1.9.
        return new Lbfgs(10, values.whole("max_iter"), 15_000, values.real("tol"), 64 * Math.ulp(1.0))
                .minimize(loss, new double[loss.dimensions()], value -> {});
    }

    private static int classes(Dataset train) {
        return train.shape().classes();
    }

    @Override
    public Optional<Differentiable> differentiable() {
        return Optional.of(this);
    }

    @Override
    public List<String> variables() {
        return List.of("C");
    }

    /**
     * By the implicit function theorem (Larsen et al., 1996; Bengio, 2000): at the minimum H·dw/dC = penalty/C·w. That holds at
     * the minimum alone, so Newton's method goes there, whatever {@code tol} and {@code max_iter} say. It holds H, the square of
     * the number of weights.
     */
    @Override
    public Tangents tangents(Configuration values, Dataset train, Fitting fitting, List<String> by) {
        if (by.isEmpty() || !reads("C", values)) {
            Model.Predictor none = rows -> new double[rows.rows()][classes(train)];
            return new Tangents(
                    fit(values, train, fitting), by.stream().collect(Collectors.toMap(name -> name, name -> none)));
        }
        checkFit(values, train);
        LogisticLoss loss = LogisticLoss.of(values, train);
        Minimum minimum = Minimum.near(loss, minimum(loss, values).x());
        LinearScores scores = loss.scores(minimum.place());
        LinearScores slopes = loss.scores(minimum.slopes(values.real("C")));
        Model model = Model.of(new ScoreClassifier(scores, classes(train)), classes(train));
        return new Tangents(model, Map.of("C", rows -> Arrays.stream(rows.x())
                .map(x -> ScoreClassifier.softmaxSlopes(scores.of(x), slopes.of(x)))
                .toArray(double[][]::new)));
    }

    @Override
    public boolean wantsScale() {
        return true;
    }

    @Override
    public boolean reads(String hyperparameter, Configuration values) {
        return !hyperparameter.equals("C") || values.text("penalty").equals("l2");
    }

    /** The weights, of which the penalty leaves a share. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        double c = values.real("C");
        double left = values.text("penalty").equals("l2") ? c / (1 + c) : 1;
        return (data.classes() > 2 ? data.classes() : 1) * (1 + data.features() * left);
    }

    /**
     * The minimum of a logistic loss with a penalty, to the last digits that rounding leaves. For one thread.
     *
     * @param place {@code [d]} the weights
     * @param curvature of the loss there
     */
    private record Minimum(LogisticLoss loss, double[] place, Cholesky curvature) {
        private static final int MOST_STEPS = 100;
        private static final double SHORTEST = 0x1p-30;
        /** Below it the next step, whose decrement is about the square, is as exact as numbers are. */
        private static final double NEAR = 1e-14;

        /**
         * Newton's method, whose steps are halved until the loss is no higher (Boyd and Vandenberghe, 2004, algorithm 9.5).
         *
         * @throws ArithmeticException if rounding leaves nothing of the penalty, or the steps do not end
         */
        static Minimum near(LogisticLoss loss, double[] start) {
            double[] place = start;
            double[] gradient = new double[place.length];
            double value = loss.evaluate(place, gradient);
            boolean near = false;
            for (int step = 0; step < MOST_STEPS; step++) {
                Cholesky curvature = curvature(loss);
                if (near) {
                    return new Minimum(loss, place, curvature);
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
}
