package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Learner;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.math.Vectors;
import smile.regression.Regression;

/** What the learners of values by squared errors, with a penalty alpha on the weights of the features, have in common. */
interface LeastSquares extends Learner {
    @Override
    default boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Values;
    }

    @Override
    default boolean weighs() {
        return true;
    }

    @Override
    default boolean wantsScale() {
        return true;
    }

    /** The weights, of which the penalty leaves a share. */
    @Override
    default double size(Configuration values, Dataset.Shape data) {
        return 1 + data.features() / (1 + values.real("alpha"));
    }

    /**
     * Features and a target around their weighted means, each row times the root of its weight. Nobody writes into the arrays.
     *
     * @param y {@code [n]}
     * @param mean what was taken from the target
     */
    record Problem(Centered rows, double[] y, double mean) {
        /** @param weights {@code [n]}, above 0 */
        static Problem of(Dataset train, double[] weights) {
            double[] y = ((Dataset.Values) train.target()).y().clone();
            double mean = Vectors.center(y, weights);
            Centered.multiply(y, Centered.roots(weights));
            return new Problem(Centered.of(train.x(), weights), y, mean);
        }

        /** The model with weights {@code [p]} of the features. */
        Solution solution(double[] w) {
            return new Solution(w, mean - Vectors.dot(w, rows.means()));
        }
    }

    /**
     * A weighted sum of the features.
     *
     * @param weights {@code [p]}
     */
    record Solution(double[] weights, double intercept) implements Regression<double[]> {
        private static final long serialVersionUID = 1;

        @Override
        public double predict(double[] x) {
            return intercept + Vectors.dot(weights, x);
        }
    }
}
