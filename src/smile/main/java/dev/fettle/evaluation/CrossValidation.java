package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.mlp.Mlp;
import dev.fettle.mlp.MlpClassifier;
import dev.fettle.mlp.MlpRegressor;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import smile.classification.Classifier;

/**
 * A point becomes the mean score of a learner over folds. One fold, one report; predictions for the rows tested are kept.
 * Fold i trains with the same random numbers in every trial. Immutable, for any thread.
 */
public final class CrossValidation implements Objective {
    private static final long serialVersionUID = 1;

    private final transient Learner learner;
    private final transient Map<String, Object> constants;
    private final transient List<Metric> metrics;
    private final transient Rows all;
    private final transient List<Rows> trains;
    private final transient List<Rows> tests;
    private final transient List<Fold> folds;

    private record Rows(double[][] x, Dataset.Target target) {}

    /**
     * Cuts the data into the folds once; every trial shares the pieces.
     *
     * @param constants hyperparameters that all points share
     * @param metrics at least one; the first is the goal
     */
    public CrossValidation(
            Dataset data, Folds folds, Learner learner, Map<String, Object> constants, List<Metric> metrics) {
        this.learner = learner;
        this.constants = Map.copyOf(constants);
        this.metrics = List.copyOf(metrics);
        this.all = new Rows(data.x(), data.target());
        this.folds = folds.folds();
        this.trains = this.folds.stream().map(f -> rows(f.train())).toList();
        this.tests = this.folds.stream().map(f -> rows(f.test())).toList();
    }

    @Override
    public Score evaluate(Point point, Probe probe) {
        Map<String, Object> values = new TreeMap<>(constants);
        values.putAll(point.entries());
        double[][] predictions = new double[all.x().length][];
        double[][] scores = new double[metrics.size()][folds.size()];
        Map<String, Integer> warnings = new TreeMap<>();
        for (int f = 0; f < folds.size(); f++) {
            Model model = learner.fit(values, trains.get(f).x(), trains.get(f).target(), foldSeed(probe.seed(), f));
            double[][] said = finite(model.predictor().predict(tests.get(f).x()));
            for (int i = 0; i < said.length; i++) {
                predictions[folds.get(f).test()[i]] = said[i];
            }
            for (int m = 0; m < scores.length; m++) {
                scores[m][f] = score(metrics.get(m), tests.get(f).target(), said);
            }
            model.warnings().forEach((text, count) -> warnings.merge(text, count, Integer::sum));
            if (!probe.report(f + 1, scores[0][f])) {
                throw new CancellationException("The trial was stopped.");
            }
        }
        return score(scores, warnings, predictions);
    }

    /**
     * The mean accuracy of a net over folds as {@code --cv} makes them: stratified, not shuffled. Fold f trains with a seed
     * that follows from the net's own and f, so a net with {@code seed(probe.seed())} scores as {@code --model mlp} does.
     * Nothing is fitted outside a fold. For any thread.
     *
     * @param x {@code [n][p]}, finite
     * @param y {@code [n]}, classes 0, 1, …, at least two
     * @param k folds, at least 2 and at most the rows of the smallest class
     * @throws IllegalArgumentException if shapes, classes or folds do not fit
     * @throws CancellationException if the thread is interrupted; its flag stays set
     */
    public static double crossVal(Mlp net, double[][] x, int[] y, int k) {
        int classes = IntStream.of(y).max().orElse(0) + 1;
        return mean(x, y.length, classes(y, k), (f, fold) -> {
            MlpClassifier model =
                    net.seed(foldSeed(net.seed(), f)).fit(rows(x, fold.train()), of(y, fold.train()), classes);
            return Metrics.ACCURACY.score(of(y, fold.test()), model.probabilities(rows(x, fold.test())));
        });
    }

    /**
     * The mean of the root mean squared errors of a net over folds of neighbouring rows, as {@code --cv} makes them for
     * values; the rest as for {@link #crossVal(Mlp, double[][], int[], int)}.
     *
     * @param y {@code [n]}, finite
     */
    public static double crossVal(Mlp net, double[][] x, double[] y, int k) {
        return mean(x, y.length, Folds.plain(y.length, k), (f, fold) -> {
            MlpRegressor model = net.seed(foldSeed(net.seed(), f)).fit(rows(x, fold.train()), of(y, fold.train()));
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
        double[] scores = new double[folds.size()];
        for (int f = 0; f < scores.length; f++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Cross-validation was interrupted.");
            }
            scores[f] = score.of(f, folds.folds().get(f));
        }
        return mean(scores);
    }

    private static Folds classes(int[] y, int k) {
        IntSummaryStatistics range = IntStream.of(y).summaryStatistics();
        if (range.getMin() < 0 || range.getMin() == range.getMax()) {
            throw new IllegalArgumentException("Classes (" + range.getMin() + " … " + range.getMax()
                    + ") must be numbered 0, 1, …, at least two of them. Maybe y is of another type.");
        }
        return Folds.stratified(y, k);
    }

    private static double[][] rows(double[][] x, int[] rows) {
        return IntStream.of(rows).mapToObj(r -> x[r]).toArray(double[][]::new);
    }

    private static int[] of(int[] y, int[] rows) {
        return IntStream.of(rows).map(r -> y[r]).toArray();
    }

    private static double[] of(double[] y, int[] rows) {
        return IntStream.of(rows).mapToDouble(r -> y[r]).toArray();
    }

    private static long foldSeed(long seed, int fold) {
        return new Seed(seed).child("fold").child(fold).value();
    }

    private Score score(double[][] scores, Map<String, Integer> warnings, double[][] predictions) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int m = 0; m < scores.length; m++) {
            means.put(metrics.get(m).id(), mean(scores[m]));
        }
        List<Double> goal = new ArrayList<>();
        for (double score : scores[0]) {
            goal.add(score);
        }
        return Score.of(mean(scores[0]))
                .withMetrics(means)
                .withFolds(goal)
                .withWarnings(warnings)
                .withMark(mark(predictions));
    }

    /** Bits that tell predictions apart; never 0. */
    private static long mark(double[][] predictions) {
        Seed mark = new Seed(predictions.length);
        for (double[] row : predictions) {
            for (double p : row) {
                mark = mark.child(Double.doubleToLongBits(p));
            }
        }
        return mark.value() == 0 ? 1 : mark.value();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    /** What is no number is no prediction, not even a wrong one. */
    private static double[][] finite(double[][] said) {
        for (double[] row : said) {
            if (!DoubleStream.of(row).allMatch(Double::isFinite)) {
                throw new ArithmeticException(
                        "Predictions must be finite, and some rows got NaN or infinity. Maybe scaled features.");
            }
        }
        return said;
    }

    /** The score of predictions by a metric for the kind of target. */
    static double score(Metric metric, Dataset.Target target, double[][] said) {
        if (metric instanceof Metric.OfClasses m && target instanceof Dataset.Classes c) {
            return m.score(c.y(), said);
        }
        if (metric instanceof Metric.OfValues m && target instanceof Dataset.Values v) {
            return m.score(v.y(), Arrays.stream(said).mapToDouble(row -> row[0]).toArray());
        }
        throw new IllegalArgumentException(
                Metrics.problem(metric.id(), Task.metrics(target)).orElse(metric.id()));
    }

    private Rows rows(int[] rows) {
        return new Rows(rows(all.x(), rows), Subset.of(all.target(), rows));
    }
}
