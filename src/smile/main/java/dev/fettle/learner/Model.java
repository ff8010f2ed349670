package dev.fettle.learner;

import dev.fettle.data.Dataset;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import smile.classification.Classifier;
import smile.classification.SoftClassifier;
import smile.regression.Regression;

/**
 * A trained model behind one face. For any thread if its predictor is; can be stored if what it consists of can.
 *
 * <pre>{@code
 * Model nearest = Model.of(smile.classification.KNN.fit(x, y, 5), 3);
 * double[] shares = nearest.predictor().predict(Bundled.dataset("iris", null))[0];
 * }</pre>
 *
 * @param smile the model itself: a {@code Classifier<double[]>} or a {@code Regression<double[]>}; of a pipeline that of its
 *     last step, which wants rows as the steps before make them
 * @param predictor what it says of rows it may not have seen
 * @param warnings what the training complained about, each with its count
 */
public record Model(Object smile, Predictor predictor, Map<String, Integer> warnings) implements Serializable {
    private static final long serialVersionUID = 1;

    public Model {
        warnings = Map.copyOf(warnings);
    }

    /**
     * A classifier of numbers: its probabilities if it is soft, else 1 for the class that it tells. It gets copies of the
     * rows: some models leave out a row that is the very array of a training row, and some write into it.
     *
     * @param classes k; it tells 0 … k − 1
     */
    public static Model of(Classifier<double[]> classifier, int classes) {
        boolean soft = classifier instanceof SoftClassifier;
        return new Model(
                classifier,
                rows -> Arrays.stream(rows.x())
                        .map(x -> soft
                                ? shares((SoftClassifier<double[]>) classifier, x.clone(), classes)
                                : sure(classifier.predict(x.clone()), classes))
                        .toArray(double[][]::new),
                Map.of());
    }

    /** A regression on numbers. */
    public static Model of(Regression<double[]> regression) {
        return new Model(regression, rows -> column(rows, regression::predict), Map.of());
    }

    private static double[] shares(SoftClassifier<double[]> classifier, double[] x, int classes) {
        double[] shares = new double[classes];
        classifier.predict(x, shares);
        return shares;
    }

    private static double[] sure(int said, int classes) {
        return IntStream.range(0, classes).mapToDouble(k -> k == said ? 1 : 0).toArray();
    }

    private static double[][] column(Dataset rows, ToDoubleFunction<double[]> value) {
        return Arrays.stream(rows.x())
                .map(x -> new double[] {value.applyAsDouble(x.clone())})
                .toArray(double[][]::new);
    }

    /** The same with what the training complained about. */
    public Model withWarnings(Map<String, Integer> said) {
        return new Model(smile, predictor, said);
    }

    /** The same with scikit-learn's ConvergenceWarning unless the training converged in {@code max_iter} iterations. */
    public Model warnedUnless(boolean converged, int maxIter) {
        return withWarnings(
                converged ? Map.of() : Map.of("did not converge in max_iter = " + maxIter + " iterations", 1));
    }

    /** Says something of rows. */
    @FunctionalInterface
    public interface Predictor extends Serializable {
        /**
         * What is predicted, a fresh array; the target of the rows is not looked at.
         *
         * @param rows with the features of the training
         * @return {@code [n][k]} class probabilities in the order of the labels, or {@code [n][1]} values
         */
        double[][] predict(Dataset rows);
    }
}
