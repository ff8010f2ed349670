package dev.fettle.learner.xgboost;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Model;
import java.util.Map;
import java.util.stream.IntStream;
import smile.classification.SoftClassifier;
import smile.regression.Regression;

/** Trees as a model that Smile knows. */
final class Said {
    private Said() {}

    static Model model(Boosted trees, Dataset.Target target) {
        Object smile = target instanceof Dataset.Classes c
                ? new OfClasses(trees, c.labels().size())
                : new OfValues(trees);
        return new Model(smile, rows -> trees.predict(rows.x()), Map.of());
    }

    private static double[] row(Boosted trees, double[] x) {
        return trees.predict(new double[][] {x})[0];
    }

    /** Tells classes 0 … k − 1 with their probabilities; of equal ones the first. */
    record OfClasses(Boosted trees, int numClasses) implements SoftClassifier<double[]> {
        private static final long serialVersionUID = 1;

        @Override
        public int predict(double[] x, double[] shares) {
            double[] said = row(trees, x);
            System.arraycopy(said, 0, shares, 0, numClasses);
            return IntStream.range(0, numClasses).reduce(0, (a, b) -> said[b] > said[a] ? b : a);
        }

        @Override
        public int predict(double[] x) {
            return predict(x, new double[numClasses]);
        }

        /** The classes, 0 … k − 1. */
        public int[] classes() {
            return IntStream.range(0, numClasses).toArray();
        }
    }

    /** Tells values. */
    record OfValues(Boosted trees) implements Regression<double[]> {
        private static final long serialVersionUID = 1;

        @Override
        public double predict(double[] x) {
            return row(trees, x)[0];
        }
    }
}
