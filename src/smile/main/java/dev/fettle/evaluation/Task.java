package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.fold.Holdout;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be learnt: data, split into rows to tune on and rows to test once, a learner and its metrics. Immutable, for
 * any thread.
 *
 * @param train the rows to tune on
 * @param test the rows kept for one look at the end, or null
 * @param metrics at least one; the first is the goal
 * @param constants hyperparameters that all points share
 */
public record Task(
        Dataset data,
        Dataset train,
        @Nullable Dataset test,
        Folds folds,
        Learner learner,
        List<Metric> metrics,
        Map<String, Object> constants) {
    /** A model and what it scored on the test rows; NaN without any. */
    public record Refitted(Model model, double testScore) {}

    /**
     * Splits the data.
     *
     * @param testShare of the rows, in (0, 1), or 0 for no test
     * @param k folds, stratified for classes
     * @param seed decides which rows are tested, as {@code random_state} does in scikit-learn
     * @throws IllegalArgumentException if the rows are too few; the message says for what
     */
    public static Task of(
            Dataset data,
            double testShare,
            int k,
            Learner learner,
            List<Metric> metrics,
            Map<String, Object> constants,
            long seed) {
        Fold split = testShare == 0 ? null : Holdout.split(data.rows(), testShare, seed);
        int[] rows = split == null ? IntStream.range(0, data.rows()).toArray() : split.train();
        Dataset train = Subset.of(data, rows);
        Folds folds =
                train.target() instanceof Dataset.Classes c ? Folds.stratified(c.y(), k) : Folds.plain(train.rows(), k);
        Dataset test = split == null ? null : Subset.of(data, split.test());
        return new Task(data, train, test, folds, learner, List.copyOf(metrics), Map.copyOf(constants));
    }

    /** Which metrics score a target. */
    public static Class<? extends Metric> metrics(Dataset.Target target) {
        return target instanceof Dataset.Classes ? Metric.OfClasses.class : Metric.OfValues.class;
    }

    /** What decides: the first metric. */
    public Goal goal() {
        Metric first = metrics.get(0);
        return new Goal(first.id(), first.direction());
    }

    public Objective objective() {
        return new CrossValidation(train, folds, learner, constants, metrics);
    }

    /** What a continued study must share. */
    public Map<String, String> fingerprints() {
        return Map.of(
                "data", train.fingerprint(),
                "objective",
                        learner.name() + " " + new TreeMap<>(constants) + " "
                                + metrics.stream().map(Metric::id).toList(),
                "folds", Integer.toString(folds.size()));
    }

    /** How large a model at this point is. */
    public double size(Point point) {
        return learner.size(values(point), train);
    }

    /** Trains on all rows that were tuned on, and looks at the test rows once. */
    public Refitted refit(Point point, Seed seed) {
        Model model = learner.fit(
                values(point), train.x(), train.target(), seed.child("refit").value());
        double score = test == null
                ? Double.NaN
                : CrossValidation.score(
                        metrics.get(0), test.target(), model.predictor().predict(test.x()));
        return new Refitted(model, score);
    }

    /** Point and constants together. */
    private Map<String, Object> values(Point point) {
        Map<String, Object> values = new TreeMap<>(constants);
        values.putAll(point.entries());
        return values;
    }
}
