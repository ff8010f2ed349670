package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.fold.Grouped;
import dev.fettle.evaluation.fold.Holdout;
import dev.fettle.evaluation.fold.Splitting;
import dev.fettle.evaluation.fold.TimeSeries;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be learnt: data, split into rows to tune on and rows to test once, and how points are scored on the former.
 * Immutable, for any thread.
 *
 * <pre>{@code
 * Task task = Task.of(
 *         Bundled.dataset("iris", null), 0.2, 5, Learners.of("mlp"), List.of(Metrics.ACCURACY), Map.of(), 42);
 * Objective objective = task.objective();
 * }</pre>
 *
 * @param data all rows
 * @param test the rows kept for one look at the end, or null
 * @param splitting how the others are split
 * @param objective scores points on those others
 * @param remarks what is to be known of the split, each a sentence: classes that some folds or the test have no row of
 */
public record Task(
        Dataset data, @Nullable Dataset test, Splitting splitting, CrossValidation objective, List<String> remarks) {
    public Task {
        remarks = List.copyOf(remarks);
        Metric goal = objective.metrics().get(0);
        if (test != null) {
            Checks.lack(goal, test).ifPresent(lack -> {
                throw new IllegalArgumentException("Metric (" + goal.id() + ") must have " + lack
                        + " in the test, and there is none. Maybe a larger share.");
            });
        }
    }

    /**
     * A model and what it scored on the test rows; NaN without any.
     *
     * @param low where the score of other rows of the same kind would lie in 95 of 100 cases; NaN where nobody knows, as with
     *     rows that depend on each other, in groups or in time
     * @param high likewise
     */
    public record Refitted(Model model, double testScore, double low, double high) {}

    /** Scores what trials have predicted anew, where the rows held out count otherwise; all folds together. For any thread. */
    public interface Rescoring {
        /** How many rows there are, or groups of rows that depend on each other. */
        int units();

        /**
         * What a trial scores by how often each of them counts, {@code [units]}, at least 0: NaN where that is not defined; empty
         * if its predictions are not kept.
         */
        Optional<ToDoubleFunction<double[]>> of(Score score);
    }

    /**
     * Splits the data: a share for the test, the rest into the usual folds.
     *
     * @param testShare of the rows, in (0, 1), or 0 for no test
     * @param k folds, stratified for classes
     * @param seed decides which rows are tested, as {@code random_state} does in scikit-learn
     */
    public static Task of(
            Dataset data,
            double testShare,
            int k,
            Learner learner,
            List<Metric> metrics,
            Map<String, Object> constants,
            long seed) {
        Splitting usual = Splitting.of(k, data.target());
        return of(data, Holdout.of(testShare, seed), usual, learner, metrics, constants);
    }

    /**
     * Splits the data.
     *
     * @param splitting of all rows; those that are not kept for the test are split by it
     * @param metrics at least one, for the target's kind; the first is the goal
     * @param constants hyperparameters that all points share
     * @throws IllegalArgumentException if the rows are too few, or data, learner, metrics and constants do not fit together;
     *     the message says for what
     */
    public static Task of(
            Dataset data,
            Holdout holdout,
            Splitting splitting,
            Learner learner,
            List<Metric> metrics,
            Map<String, Object> constants) {
        Fold split = holdout.share() == 0 ? null : splitting.holdout(holdout, data.target());
        Dataset train = split == null ? data : data.rows(split.train());
        Dataset test = split == null ? null : data.rows(split.test());
        Splitting ofTrain = split == null ? splitting : splitting.rows(split.train());
        Folds folds = ofTrain.folds(train.target());
        List<String> remarks =
                new SplitRemarks(train.target(), folds).all(ofTrain, holdout, test == null ? null : test.target());
        return new Task(data, test, ofTrain, new CrossValidation(train, folds, learner, constants, metrics), remarks);
    }

    /** The same for another learner, by metrics that may be others. */
    public Task of(Learner other, List<Metric> by) {
        return new Task(data, test, splitting, objective.of(other, by), remarks);
    }

    /**
     * Those of a cross-validation around this one: each tunes on the rows that train in one of {@code k} folds, at least 2, and
     * tests the others. Throws {@link IllegalArgumentException}, with the reason, if there are too few rows for both.
     */
    public List<Task> outer(int k) {
        return OuterFolds.of(this, k);
    }

    /** Which metrics score a target. */
    public static Class<? extends Metric> metrics(Dataset.Target target) {
        return target instanceof Dataset.Classes ? Metric.OfClasses.class : Metric.OfValues.class;
    }

    /** What is wrong with a metric for a target, as a sentence; empty if nothing is. */
    public static Optional<String> problem(Metric metric, Dataset.Target target) {
        if (!metrics(target).isInstance(metric)) {
            String what = target instanceof Dataset.Classes ? "classes" : "values";
            return Metrics.problem(metric.id(), metrics(target))
                    .filter(sentence -> Metrics.ALL.contains(metric))
                    .or(() -> Optional.of(
                            "Metric (" + metric.id() + ") must score " + what + ", as the target has them."));
        }
        return target instanceof Dataset.Classes classes && metric instanceof Metric.OfClasses of
                ? Metrics.problem(of, classes.labels().size())
                : Optional.empty();
    }

    /** The rows to tune on. */
    public Dataset train() {
        return objective.data();
    }

    /** The splits of the rows to tune on. */
    public Folds folds() {
        return objective.folds();
    }

    /** Of the rows of the smallest training. */
    public Dataset.Shape training() {
        int rows =
                folds().folds().stream().mapToInt(f -> f.train().length).min().orElseThrow();
        return train().shape().withRows(rows);
    }

    /** The same where more than the first metric is a goal. */
    public Task withGoals(int first) {
        return new Task(data, test, splitting, objective.withGoals(first), remarks);
    }

    /** The same where a trial's resource is something else. */
    public Task withResource(Resource other) {
        return new Task(data, test, splitting, objective.withResource(other), remarks);
    }

    /** The same where all points share another hyperparameter. */
    public Task withConstant(String name, Object value) {
        return new Task(data, test, splitting, objective.withConstant(name, value), remarks);
    }

    /**
     * The same whose scores tell the gradient of the first metric, as it is reported: its mean over the folds with respect to
     * each decimal parameter or, on a logarithmic scale, its natural logarithm; in their order, 0 where inactive. Exact but for
     * rounding; where a training stops by a count of steps or epochs, that count is held.
     *
     * <pre>{@code
     * SearchSpace space = SearchSpace.of(Real.logUniform("C", 1e-4, 1e4));
     * Metric loss = Metrics.of("log_loss").orElseThrow();
     * Dataset iris = Bundled.dataset("iris", null);
     * Task plain = Task.of(iris, 0, 5, Learners.of("logistic"), List.of(loss), Map.of(), 42);
     * Objective objective = plain.withGradient(space).objective();
     * }</pre>
     *
     * @throws IllegalArgumentException with all {@link #gradientProblems}
     */
    public Task withGradient(SearchSpace space) {
        List<String> problems = gradientProblems(space);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        List<Slope> slopes =
                space.parameters().stream().flatMap(p -> Slope.of(p).stream()).toList();
        return new Task(data, test, splitting, objective.withSlopes(slopes), remarks);
    }

    /** Why there is no gradient over a space, each a sentence; empty if there is. */
    public List<String> gradientProblems(SearchSpace space) {
        return new GradientProblems(objective).of(space);
    }

    /** What decides: the first metric, or several. */
    public List<Goal> goals() {
        return objective.metrics().stream()
                .limit(objective.goals())
                .map(metric -> new Goal(metric.id(), metric.direction()))
                .toList();
    }

    /** The first of them. */
    public Goal goal() {
        return goals().get(0);
    }

    /** The score that none is better than. */
    public double perfect() {
        return objective.metrics().get(0).perfect();
    }

    /**
     * What a model without features scores, that predicts the mean, or the share of each class, of the rows of each training;
     * NaN if its score is. Computed anew each time.
     */
    public double dummy() {
        return Dummy.score(train(), folds(), objective.metrics().get(0));
    }

    /** What a continued study must share. */
    public Map<String, String> fingerprints() {
        List<String> metrics = objective.metrics().stream().map(Metric::id).toList();
        String resource = objective.resource() == Resource.LEARNER
                ? ""
                : " " + objective.resource().name().toLowerCase(Locale.ROOT);
        return Map.of(
                "data",
                train().fingerprint(),
                "objective",
                objective.learner().name() + " " + new TreeMap<>(objective.constants()) + " "
                        + new TreeMap<>(objective.learner().configure(Map.of()).entries()) + " " + metrics
                        + resource + (objective.slopes().isEmpty() ? "" : " gradient"),
                "folds",
                splitting.fingerprint());
    }

    /** What of a point the learner reads; the point itself if its values do not go together. It can be sent to another machine. */
    public UnaryOperator<Point> essence() {
        return new Essence(objective);
    }

    /** By the first metric; empty in the order of time, or if it cannot weigh rows. */
    public Optional<Rescoring> rescoring() {
        return Recount.of(this);
    }

    /** How large a model at this point is, above 0. */
    public double size(Point point) {
        return objective.learner().size(objective.values(point), train().shape());
    }

    /**
     * Trains on all rows that were tuned on, and looks at the test rows once.
     *
     * @throws RuntimeException as {@link Learner#fit} does
     */
    public Refitted refit(Point point, Seed seed) {
        Model model =
                objective.learner().fit(objective.values(point), train().counting(), Fitting.of(seed.child("refit")));
        if (test == null) {
            return new Refitted(model, Double.NaN, Double.NaN, Double.NaN);
        }
        double[][] said = model.predictor().predict(test);
        Metric goal = objective.metrics().get(0);
        boolean apart = !(splitting instanceof Grouped || splitting instanceof TimeSeries);
        TestRange range = apart ? TestRange.of(goal, test, said, seed.child("test")) : TestRange.UNKNOWN;
        return new Refitted(model, CrossValidation.score(goal, test, said), range.low(), range.high());
    }
}
