package dev.fettle.learner;

import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.mlp.Mlp;
import dev.fettle.mlp.MlpClassifier;
import dev.fettle.mlp.MlpRegressor;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import smile.classification.Classifier;

/**
 * {@code crossVal}, the short way for the Java of a cell: the score of a model on arrays, over the folds that {@code --cv}
 * makes. Nothing is fitted outside a fold.
 */
public final class CrossVal {
    private CrossVal() {}

    /**
     * The mean accuracy of a net over folds that are stratified and not shuffled. Fold f trains with a seed that follows from
     * the net's own and f, so a net with {@code seed(probe.seed())} scores as {@code --model mlp} does. For any thread.
     *
     * <pre>{@code
     * double accuracy = CrossVal.crossVal(Mlp.of(10).alpha(0.01), x, y, 5);
     * }</pre>
     *
     * @param x {@code [n][p]}, finite
     * @param y {@code [n]}, classes 0, 1, …, at least two
     * @param k folds, at least 2 and at most the rows of the largest class
     * @return in [0, 1]
     * @throws IllegalArgumentException if shapes, classes or folds do not fit, or a fold trains on one class alone
     * @throws ArithmeticException if a training diverges
     * @throws CancellationException if the thread is interrupted; its flag stays set
     */
    public static double crossVal(Mlp net, double[][] x, int[] y, int k) {
        int classes = IntStream.of(y).max().orElse(0) + 1;
        return mean(x, y.length, classes(y, k), (f, fold) -> {
            MlpClassifier model = net.seed(Folds.seed(net.seed(), f).value())
                    .fit(rows(x, fold.train()), of(y, fold.train()), classes);
            return Metrics.ACCURACY.score(of(y, fold.test()), model.probabilities(rows(x, fold.test())));
        });
    }

    /**
     * The mean of the root mean squared errors of a net over folds of neighbouring rows, as {@code --cv} makes them for
     * values; the rest as for {@link #crossVal(Mlp, double[][], int[], int)}.
     *
     * @param y {@code [n]}, finite
     * @return at least 0
     */
    public static double crossVal(Mlp net, double[][] x, double[] y, int k) {
        return mean(x, y.length, Folds.plain(y.length, k), (f, fold) -> {
            MlpRegressor model =
                    net.seed(Folds.seed(net.seed(), f).value()).fit(rows(x, fold.train()), of(y, fold.train()));
            return Metrics.RMSE.score(of(y, fold.test()), model.predict(rows(x, fold.test())));
        });
    }

    /**
     * The mean accuracy of any classifier of Smile, {@code crossVal((x, y) -> KNN.fit(x, y, 5), xTrain, yTrain, 5)}, over the
     * folds of {@link #crossVal(Mlp, double[][], int[], int)}. Safe for any thread if the trainer is.
     *
     * @param trainer from the rows and classes of all folds but one to a model
     */
    public static double crossVal(
            BiFunction<double[][], int[], ? extends Classifier<double[]>> trainer, double[][] x, int[] y, int k) {
        return mean(x, y.length, classes(y, k), (f, fold) -> {
            Classifier<double[]> model = trainer.apply(rows(x, fold.train()), of(y, fold.train()));
            long right = IntStream.of(fold.test())
                    .filter(r -> model.predict(x[r]) == y[r])
                    .count();
            return (double) right / fold.test().length;
        });
    }

    /** One fold's score. */
    private interface FoldScore {
        double of(int number, Fold fold);
    }

    private static double mean(double[][] x, int targets, Folds folds, FoldScore score) {
        if (x.length != targets) {
            throw new IllegalArgumentException(
                    "Rows of x (" + x.length + ") must be as many as targets (" + targets + ").");
        }
        double sum = 0;
        for (int f = 0; f < folds.size(); f++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Cross-validation was interrupted.");
            }
            sum += score.of(f, folds.folds().get(f));
        }
        return sum / folds.size();
    }

    private static Folds classes(int[] y, int k) {
        IntSummaryStatistics range = IntStream.of(y).summaryStatistics();
        if (range.getMin() < 0 || range.getMin() == range.getMax()) {
            throw new IllegalArgumentException("Classes (" + range.getMin() + " … " + range.getMax()
                    + ") must be numbered 0, 1, …, at least two of them. Maybe y is of another type.");
        }
        Folds folds = Folds.stratified(y, k);
        List<String> names = IntStream.rangeClosed(0, range.getMax())
                .mapToObj(String::valueOf)
                .toList();
        folds.oneClass(y, names).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return folds;
    }

    private static double[][] rows(double[][] x, int[] rows) {
        return Arrays.stream(rows).mapToObj(r -> x[r]).toArray(double[][]::new);
    }

    private static int[] of(int[] y, int[] rows) {
        return Arrays.stream(rows).map(r -> y[r]).toArray();
    }

    private static double[] of(double[] y, int[] rows) {
        return Arrays.stream(rows).mapToDouble(r -> y[r]).toArray();
    }
}
