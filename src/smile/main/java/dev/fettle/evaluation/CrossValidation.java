package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.fold.Splitting;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.random.Seed;
import dev.fettle.replicate.ReplicatedObjective;
import dev.fettle.space.Point;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Training;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A point becomes the mean score of a learner over folds. Fold f, from 0, trains with the same random numbers in every
 * trial, {@link Folds#seed}. What holds still is a value: it can be sent to another machine and scores there to the bit as it
 * does here, if the learner does. Immutable, for any thread.
 *
 * <p>Reports: the score of fold f as step f + 1. A trial with a resource r of its learner, which must know one, reports it
 * as step (f + 1)·r, and before it as f·r + s what a learner tells of its own step s; so a step means the same in every
 * trial of the same resource.
 *
 * <pre>{@code
 * Dataset iris = Bundled.dataset("iris", null);
 * Folds folds = Folds.stratified(((Dataset.Classes) iris.target()).y(), 5);
 * Objective objective =
 *         new CrossValidation(iris, folds, Learners.of("mlp"), Map.of("solver", "lbfgs"), List.of(Metrics.ACCURACY));
 * }</pre>
 *
 * @param data features and target that the learner takes
 * @param folds of the rows of {@code data}
 * @param constants hyperparameters that all points share; a point may say otherwise
 * @param metrics at least one, for the target's kind
 * @param goals how many of them are goals, from the first on; at least 1 and at most all
 * @param clock by which trainings are timed, {@code --train-scores}; null if nobody asks how they went
 * @param resource what a trial with a resource has less of
 * @param standings where trainings with less of it stood, from where one with more goes on; null if each begins anew
 * @param slopes by what scores tell their gradient; none if nobody asks
 */
public record CrossValidation(
        Dataset data,
        Folds folds,
        Learner learner,
        Map<String, Object> constants,
        List<Metric> metrics,
        int goals,
        @Nullable InstantSource clock,
        Resource resource,
        @Nullable Standings standings,
        List<Slope> slopes)
        implements Objective {
    private static final long serialVersionUID = 1;

    /**
     * Checks what can be checked before a point is known.
     *
     * @throws IllegalArgumentException with all that hinders: features that the learner does not take, folds of other rows or
     *     with one class to train on, a metric for another kind of target, or one that is not defined on the rows that a fold
     *     tests, constants that the learner does not have
     */
    public CrossValidation {
        constants = Map.copyOf(constants);
        metrics = List.copyOf(metrics);
        slopes = List.copyOf(slopes);
        Checks.check(data, folds, learner, constants, metrics);
        if (goals < 1 || goals > metrics.size()) {
            throw new IllegalArgumentException(
                    "Goals (" + goals + ") must be at least 1 and at most the metrics, " + metrics.size() + ".");
        }
    }

    /** One whose goal is the first metric, and that does not look at trainings. */
    public CrossValidation(
            Dataset data, Folds folds, Learner learner, Map<String, Object> constants, List<Metric> metrics) {
        this(data, folds, learner, constants, metrics, 1, null, Resource.LEARNER, null, List.of());
    }

    /** The same for another learner, by metrics that may be others. */
    public CrossValidation of(Learner other, List<Metric> by) {
        return new CrossValidation(data, folds, other, constants, by, goals, clock, resource, standings, slopes);
    }

    /** The same where so many metrics are goals, from the first on. */
    public CrossValidation withGoals(int first) {
        return new CrossValidation(data, folds, learner, constants, metrics, first, clock, resource, standings, slopes);
    }

    /** The same, whose scores tell how each fold's training went: to be sent elsewhere with a clock that can be sent. */
    public CrossValidation withTrainings(InstantSource timed) {
        return new CrossValidation(data, folds, learner, constants, metrics, goals, timed, resource, standings, slopes);
    }

    /** The same where a resource is something else. */
    public CrossValidation withResource(Resource other) {
        return new CrossValidation(data, folds, learner, constants, metrics, goals, clock, other, standings, slopes);
    }

    /** The same where all points share another hyperparameter. */
    public CrossValidation withConstant(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(constants);
        all.put(name, value);
        return new CrossValidation(data, folds, learner, all, metrics, goals, clock, resource, standings, slopes);
    }

    /** The same where trainings with more resource go on from there. */
    public CrossValidation withStandings(Standings kept) {
        return new CrossValidation(data, folds, learner, constants, metrics, goals, clock, resource, kept, slopes);
    }

    /** What evaluates points again, with the rows of its splitting {@link Splitting#shuffled} anew each time but the first. */
    public ReplicatedObjective.Again reshuffled(Splitting splitting, Seed seed) {
        return new Reshuffled(this, splitting, seed);
    }

    /** The same whose scores tell the gradient, as {@link Task#withGradient}. */
    public CrossValidation withSlopes(List<Slope> all) {
        return new CrossValidation(data, folds, learner, constants, metrics, goals, clock, resource, standings, all);
    }

    /**
     * How much resource a full evaluation uses: the learner's hyperparameter where the constants say it, else its standard;
     * the rows of the largest training; all folds. Empty if the learner knows no resource.
     */
    public OptionalInt mostResource() {
        return switch (resource) {
            case FOLDS -> OptionalInt.of(folds.size());
            case ROWS -> folds.folds().stream().mapToInt(f -> f.train().length).max();
            case LEARNER ->
                learner.resource()
                        .map(name -> OptionalInt.of(values(Point.of(Map.of())).whole(name)))
                        .orElseGet(OptionalInt::empty);
        };
    }

    /**
     * The score at a point.
     *
     * @throws IllegalArgumentException if the point has names or values that the learner does not take
     * @throws ArithmeticException if a model is not finite, or predicts what is not
     * @throws CancellationException if the thread is interrupted, or the probe says no
     */
    @Override
    public Score evaluate(Point point, Probe probe) {
        Configuration values = values(point);
        Checks.check(this, values, probe.resource());
        int some = probe.resource();
        boolean all = some == Proposal.ALL;
        int tested = !all && resource == Resource.FOLDS ? some : folds.size();
        double[][] scores = new double[metrics.size()][tested];
        Map<String, Integer> warnings = new TreeMap<>();
        List<Training> trainings = new ArrayList<>();
        List<double[][]> held = new ArrayList<>();
        Mark mark = new Mark();
        Gradient gradient = new Gradient(learner, slopes, point);
        for (int f = 0; f < tested; f++) {
            Fold fold = folds.folds().get(f);
            Dataset test = data.rows(fold.test());
            FoldFitting fitting = fitting(probe, f, test, values);
            Dataset rows = data.rows(fold.train()).counting();
            Dataset train = all || resource != Resource.ROWS
                    ? rows
                    : Subsample.of(rows, some, fitting.seed().child("rows"));
            Instant start = clock == null ? null : clock.instant();
            Model model = gradient.fit(values, train, fitting);
            if (clock != null && start != null) {
                trainings.add(training(model, train, Duration.between(start, clock.instant())));
            }
            double[][] said = finite(model.predictor().predict(test));
            mark.add(said);
            held.add(said);
            gradient.add(metrics.get(0), test, said);
            for (int m = 0; m < scores.length; m++) {
                scores[m][f] = score(metrics.get(m), test, said);
                warning(metrics.get(m), test, said).ifPresent(text -> warnings.merge(text, 1, Integer::sum));
            }
            model.warnings().forEach((text, count) -> warnings.merge(text, count, Integer::sum));
            if (!fitting.ends(scores[0][f])) {
                throw new CancellationException("The trial was stopped.");
            }
        }
        return score(scores)
                .withWarnings(warnings)
                .withMark(mark.value())
                .withTrainings(trainings)
                .withGradient(gradient.mean())
                .withPredictions(tested == folds.size() ? predictions(held) : null);
    }

    /** All folds together, as every row is tested by one of them. */
    private String predictions(List<double[][]> held) {
        int rows = held.stream().mapToInt(said -> said.length).sum();
        return HeldOut.of(metrics.get(0), Recount.columns(data), rows).write(held);
    }

    private FoldFitting fitting(Probe probe, int fold, Dataset test, Configuration values) {
        Standings.Key key = new Standings.Key(learner, values, probe.seed(), fold);
        int ofLearner = resource == Resource.LEARNER ? probe.resource() : Fitting.ALL;
        return new FoldFitting(probe, fold, metrics.get(0), test, ofLearner, standings, key);
    }

    /** Whatever a model says of its own rows, it is no reason to fail. */
    private Training training(Model model, Dataset train, Duration took) {
        double[][] said = model.predictor().predict(train);
        double score = Arrays.stream(said).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)
                ? score(metrics.get(0), train, said)
                : Double.NaN;
        return new Training(score, took.toNanos() / 1e9);
    }

    /** Those of the point, the constants and the learner's standards together. */
    Configuration values(Point point) {
        Map<String, Object> values = new TreeMap<>(constants);
        values.putAll(point.entries());
        return learner.configure(values);
    }

    /** {@code [metrics][folds]}. */
    private Score score(double[][] scores) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int m = 0; m < scores.length; m++) {
            means.put(metrics.get(m).id(), mean(scores[m]));
        }
        List<List<Double>> byFold = Arrays.stream(scores)
                .limit(goals)
                .map(each -> Arrays.stream(each).boxed().toList())
                .toList();
        return Score.of(Arrays.stream(scores)
                        .limit(goals)
                        .map(CrossValidation::mean)
                        .toList())
                .withMetrics(means)
                .withFoldsByGoal(byFold);
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

    /** The score of what was predicted for rows, by a metric for their kind of target. */
    static double score(Metric metric, Dataset rows, double[][] said) {
        return score(metric, rows, rows.weights(), said);
    }

    /** The same where the rows count otherwise. */
    static double score(Metric metric, Dataset rows, double[] weights, double[][] said) {
        if (metric instanceof Metric.OfClasses m && rows.target() instanceof Dataset.Classes c) {
            return m.score(c.y(), said, weights);
        }
        if (metric instanceof Metric.OfValues m && rows.target() instanceof Dataset.Values v) {
            double[] predicted = Arrays.stream(said).mapToDouble(row -> row[0]).toArray();
            return m.score(v.y(), predicted, weights);
        }
        throw new IllegalArgumentException(
                Metrics.problem(metric.id(), Task.metrics(rows.target())).orElse(metric.id()));
    }

    private static Optional<String> warning(Metric metric, Dataset rows, double[][] said) {
        return metric instanceof Metric.OfClasses m && rows.target() instanceof Dataset.Classes c
                ? m.warning(c.y(), said, rows.weights())
                : Optional.empty();
    }
}
