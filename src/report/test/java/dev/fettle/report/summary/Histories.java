package dev.fettle.report.summary;

import dev.fettle.random.Seed;
import dev.fettle.report.insight.Background;
import dev.fettle.report.insight.Insights;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Histories made by hand for the tests of this module. */
public final class Histories {
    private Histories() {}

    public static Trial.Running running(int number, Point point) {
        return new Trial.Running(number, 1, Proposal.of(point, "grid"), List.of(), Instant.EPOCH);
    }

    /** All points of a grid in order; null fails the trial. */
    public static History grid(SearchSpace space, Goal goal, Function<Point, @Nullable Score> scores) {
        Grid grid = new Grid(space);
        List<Point> points = LongStream.range(0, grid.size())
                .mapToObj(grid::point)
                .filter(space::allows)
                .toList();
        return of(goal, points, scores);
    }

    public static History of(Goal goal, List<Point> points, Function<Point, @Nullable Score> scores) {
        History history = History.empty(goal);
        for (Point point : points) {
            Trial.Running trial = running(history.size() + 1, point);
            Duration took = Duration.ofMillis(300 + 7L * trial.number() % 200);
            Score score = scores.apply(point);
            history = history.plus(
                    score == null
                            ? trial.fail(Failure.thrown("IllegalStateException", "no luck"), took)
                            : trial.complete(score, took));
        }
        return history;
    }

    /** Points drawn uniformly from the unit cube. */
    public static History random(
            SearchSpace space, Goal goal, int trials, long seed, Function<Point, @Nullable Score> scores) {
        RandomGenerator random = new Seed(seed).child("points").random();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < trials; i++) {
            double[] u = new double[space.dimensions()];
            for (int j = 0; j < u.length; j++) {
                u[j] = random.nextDouble();
            }
            points.add(space.decode(u));
        }
        return of(goal, points, scores);
    }

    /** The first trials of a history. */
    public static History first(History history, int count) {
        History first = History.empty(history.goal());
        for (Trial.Finished t : history.trials().subList(0, count)) {
            first = first.plus(t);
        }
        return first;
    }

    /** With one trial more, which shares the end of an earlier one. */
    public static History repeating(History history, int source) {
        int number = history.trials().get(history.size() - 1).number() + 1;
        return history.plus(history.trial(source)
                .orElseThrow()
                .<Trial.Finished>match(
                        c -> new Trial.Completed(
                                number, 1, c.proposal(), List.of(), Instant.EPOCH, Duration.ZERO, c.score(), source),
                        p -> new Trial.Pruned(
                                number, 1, p.proposal(), List.of(), Instant.EPOCH, Duration.ZERO, p.reason(), source),
                        f -> new Trial.Failed(
                                number,
                                1,
                                f.proposal(),
                                List.of(),
                                Instant.EPOCH,
                                Duration.ZERO,
                                f.failure(),
                                source)));
    }

    /** With one trial more, which was pruned after reports at steps 1, 2, …. */
    public static History pruning(History history, Point point, double... reports) {
        Trial.Running trial = running(history.size() + 1, point);
        for (int i = 0; i < reports.length; i++) {
            trial = trial.report(new Report(i + 1, reports[i]));
        }
        return history.plus(trial.prune("slow", Duration.ofMillis(100)));
    }

    /** A score with predictions that no other {@code key} shares. */
    public static Score predicted(double value, Object key) {
        return Score.of(value).withMark(key.toString().hashCode() | 1L << 40);
    }

    /** The space of the Iris tutorial: 72 points. */
    public static SearchSpace iris() {
        return SearchSpace.of(
                Choice.of("hidden_layer_sizes", List.of(50), List.of(100), List.of(150)),
                Choice.of("activation", "tanh", "relu"),
                Choice.of("solver", "sgd", "adam"),
                Choice.of("alpha", 0.0001, 0.001, 0.01),
                Choice.of("learning_rate", "constant", "adaptive"));
    }

    /**
     * 72 points as in the specification of the report: eight share 0.9833, trial 31 the first of them, sixteen lie within one
     * standard error, the learning rate has no effect with adam.
     */
    public static History iris72() {
        return grid(iris(), Goal.maximize("score"), Histories::irisScore);
    }

    private static Score irisScore(Point p) {
        boolean adam = p.text("solver").equals("adam");
        boolean tanh = p.text("activation").equals("tanh");
        int size = p.wholes("hidden_layer_sizes")[0];
        double alpha = p.real("alpha");
        int wrong = adam ? adamErrors(size, tanh, alpha) : sgdErrors(size, tanh, alpha, p.text("learning_rate"));
        Object key = adam ? List.of(size, tanh, alpha) : p;
        List<Double> folds = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            int here = wrong <= 3 ? (k == 4 ? wrong : 0) : wrong / 5 + (k < wrong % 5 ? 1 : 0);
            folds.add((24 - here) / 24.0);
        }
        double mean = folds.stream().mapToDouble(v -> v).sum() / 5;
        Map<String, Integer> warnings = adam ? Map.of() : Map.of("ConvergenceWarning: 200 epochs were not enough.", 5);
        return Score.of(mean)
                .withMetrics(Map.of("accuracy", mean))
                .withFolds(folds)
                .withWarnings(warnings)
                .withMark(key.hashCode() | 1L << 40);
    }

    private static int adamErrors(int size, boolean tanh, double alpha) {
        if (size > 50 && tanh && alpha < 0.005) {
            return 2;
        }
        return tanh && size < 150 ? 3 : 7;
    }

    private static int sgdErrors(int size, boolean tanh, double alpha, String rate) {
        return 9 + (150 - size) / 10 + (tanh ? 0 : 6) + (alpha > 0.005 ? 2 : 0) + (rate.equals("adaptive") ? 1 : 0);
    }

    public static StudyReport report(SearchSpace space, History history) {
        return report(
                space,
                history,
                Insights.of(
                        history,
                        space,
                        new Seed(42),
                        Background.NONE.withComplexity(
                                p -> p.has("hidden_layer_sizes") ? p.wholes("hidden_layer_sizes")[0] : Double.NaN)));
    }

    public static StudyReport report(SearchSpace space, History history, Insights insights) {
        return Draft.of(space, history)
                .named("iris72")
                .metric("accuracy")
                .folds(5, 5L * history.size())
                .elapsed(Duration.ofMillis(4100))
                .seed(42)
                .test(new TestScore(30, 1, 0.8843, 1))
                .insights(insights)
                .report();
    }

    /** Where nobody knows how complex a model is. */
    public static Insights insights(SearchSpace space, History history) {
        return Insights.of(history, space, new Seed(42), Background.NONE);
    }

    public static StudyReport iris72Report() {
        return report(iris(), iris72());
    }
}
