package dev.fettle.smile;

import dev.fettle.data.Dataset;
import dev.fettle.random.Seed;
import dev.fettle.smile.fold.Fold;
import dev.fettle.smile.fold.Folds;
import dev.fettle.smile.metric.Metric;
import dev.fettle.space.Point;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Predictions;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

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
            double[][] said = model.predictor().predict(tests.get(f).x());
            for (int i = 0; i < said.length; i++) {
                predictions[folds.get(f).test()[i]] = said[i];
            }
            for (int m = 0; m < scores.length; m++) {
                scores[m][f] = score(metrics.get(m), tests.get(f).target(), said);
            }
            model.warnings().forEach((text, count) -> warnings.merge(text, count, Integer::sum));
            if (!probe.report(f + 1, scores[0][f])) {
                throw new java.util.concurrent.CancellationException("The trial was stopped.");
            }
        }
        return score(scores, warnings, predictions);
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
        return new Score(mean(scores[0]), means, goal, warnings, new Predictions(predictions));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    /** The score of predictions by one metric. */
    static double score(Metric metric, Dataset.Target target, double[][] said) {
        if (target instanceof Dataset.Classes c) {
            return metric.ofClasses(c.y(), said);
        }
        double[] values = new double[said.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = said[i][0];
        }
        return metric.ofValues(((Dataset.Values) target).y(), values);
    }

    private Rows rows(int[] rows) {
        return new Rows(
                IntStream.of(rows).mapToObj(r -> all.x()[r]).toArray(double[][]::new), Subset.of(all.target(), rows));
    }
}
