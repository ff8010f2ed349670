package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.metric.Metric;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a model scores that does not look at a feature: scikit-learn's {@code DummyRegressor()}, which predicts the mean of the
 * training rows, and {@code DummyClassifier(strategy="prior")}, which predicts the share of each class there, and so the
 * largest.
 */
final class Dummy {
    private Dummy() {}

    /** The mean over folds; NaN if the score is on one of them. */
    static double score(Dataset data, Folds folds, Metric metric) {
        double sum = 0;
        for (Fold fold : folds.folds()) {
            double[] said = said(data.rows(fold.train()));
            double[][] predicted = new double[fold.test().length][];
            Arrays.fill(predicted, said);
            sum += CrossValidation.score(metric, data.rows(fold.test()), predicted);
        }
        return sum / folds.size();
    }

    /** The same for every row. */
    private static double[] said(Dataset train) {
        double[] weights = train.weights();
        double all = Arrays.stream(weights).sum();
        if (train.target() instanceof Dataset.Values values) {
            double sum = IntStream.range(0, weights.length)
                    .mapToDouble(r -> weights[r] * values.y()[r])
                    .sum();
            return new double[] {sum / all};
        }
        Dataset.Classes classes = (Dataset.Classes) train.target();
        double[] shares = new double[classes.labels().size()];
        for (int r = 0; r < weights.length; r++) {
            shares[classes.y()[r]] += weights[r];
        }
        return Arrays.stream(shares).map(rows -> rows / all).toArray();
    }
}
