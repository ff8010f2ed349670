package dev.fettle.report.summary;

import dev.fettle.random.Seed;
import dev.fettle.report.insight.Background;
import dev.fettle.report.insight.Insights;
import dev.fettle.sampler.Slope;
import dev.fettle.sampler.Spread;
import dev.fettle.space.Array;
import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.Parameter;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.space.text.SpaceText;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Studies that are hard to report, for the tests of this module. Each is the same every time. */
public final class AwkwardStudies {
    private static final SearchSpace PLAIN =
            SpaceText.parse("a ~ uniform(0, 1)\nb ~ logUniform(1e-6, 1)\nn ~ int(1, 40)\nkind in {x, y, z}");

    private AwkwardStudies() {}

    /** By what is awkward in them. */
    public static Map<String, StudyReport> all() {
        Map<String, StudyReport> all = new LinkedHashMap<>();
        all.put("empty", plain(0));
        all.put("one trial", plain(1, 0.5));
        all.put("one trial of score 0", plain(1, 0));
        all.put("two trials", plain(2, 1, 2));
        all.put("constant scores", plain(60, 7));
        all.put("all failed", plain(30, Double.NaN));
        all.put("one scored", plain(30, scores(30, i -> i == 17 ? 1 : Double.NaN)));
        all.put("all but one scored", plain(30, scores(30, i -> i == 17 ? Double.NaN : Math.sin(i))));
        all.put("decades", plain(50, scores(50, i -> Math.pow(10, i % 25 - 12))));
        all.put("decades of both signs", plain(50, scores(50, i -> (i % 2 * 2 - 1) * Math.pow(10, i % 25 - 12))));
        all.put("outliers", plain(60, scores(60, i -> i % 30 == 3 ? 6e12 : i % 40)));
        all.put("±1e300", plain(40, 1e300, -1e300, 1, 0));
        all.put("±the largest", plain(40, Double.MAX_VALUE, -Double.MAX_VALUE, 1, 0));
        all.put("all the largest", plain(40, Double.MAX_VALUE));
        all.put("1e-300", plain(40, 1e-300, 2e-300));
        all.put("the smallest", plain(40, Double.MIN_VALUE, 0, -Double.MIN_VALUE));
        all.put("neighbours", plain(40, 1, Math.nextUp(1.0), Math.nextDown(1.0)));
        all.put("zeros of both signs", plain(40, 0.0, -0.0));
        all.put("large and near", plain(40, scores(40, i -> 1e15 + i)));
        all.put("repeats", repeats());
        all.put("pruned", pruned(20));
        all.put("all pruned", pruned(0));
        all.put("two goals", twoGoals(30, i -> Score.of(i % 10, i % 10 + i / 10)));
        all.put("two goals over decades", twoGoals(40, i -> Score.of(-Math.exp(-i), i == 7 ? 1e200 : Math.exp(i))));
        all.put("rungs", rungs(60));
        all.put("one rung", rungs(9));
        all.put("one value", study(SearchSpace.of(Choice.of("only", 1)), 5, 1, 2, 3));
        all.put("fourteen parameters", study(wide(), 200, scores(200, i -> Math.cos(i) + i % 7)));
        all.put("conditional", study(conditional(), 120, scores(120, i -> i % 9 == 4 ? Double.NaN : Math.sin(i))));
        all.put("arrays", study(arrays(), 80, scores(80, i -> i % 11)));
        all.put("odd words", study(words(), 60, scores(60, i -> i % 5 == 0 ? Double.NaN : i)));
        all.put("values over all doubles", study(values(), 60, scores(60, i -> i % 6 == 0 ? Double.NaN : i)));
        all.put("generations", generations());
        all.put("generations of failures", widths(plain(30, Double.NaN), List.of(width(10), width(20))));
        all.put("generations of the largest", widths(plain(40, Double.MAX_VALUE, -1e300), List.of(width(10))));
        return all;
    }

    /** A hundred thousand trials, a tenth of them failed. */
    public static StudyReport large() {
        return plain(100_000, scores(9_973, i -> i % 10 == 0 ? Double.NaN : Math.sin(i)));
    }

    /** With restarts, one of a single generation; one without a score, and one whose shape no number tells. */
    private static StudyReport generations() {
        StudyReport plain = plain(60, scores(60, i -> Math.exp(-i / 10.0)));
        List<Spread> spreads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int restart = i < 8 ? 0 : i < 9 ? 1 : 2;
            double ratio = i == 3 ? Double.POSITIVE_INFINITY : 1 + i * i;
            double best = i == 5 ? Double.NaN : 1.0 / (i + 1);
            spreads.add(
                    new Spread(restart, 1 + i - (i < 8 ? 0 : i < 9 ? 8 : 9), 5 * i + 5, 0.3 / (i + 1), ratio, best));
        }
        return widths(plain, spreads);
    }

    private static Spread width(int trials) {
        return new Spread(0, trials / 10, trials, 1.0 / trials, Double.NaN, Double.NaN);
    }

    /** A hundred thousand trials in ten thousand generations, with a restart every 500. */
    public static StudyReport manyGenerations() {
        List<Spread> spreads = IntStream.range(0, 10_000)
                .mapToObj(i -> new Spread(i / 500, i % 500 + 1, 10 * i + 10, Math.exp(-i % 500 / 50.0), 1 + i % 500, i))
                .toList();
        return widths(large(), spreads);
    }

    /** The same, whose search had these generations. */
    public static StudyReport widths(StudyReport report, List<Spread> spreads) {
        return with(report, () -> spreads, List::of);
    }

    /** A hundred thousand trials in ten thousand steps down a gradient, from another start point every 100. */
    public static StudyReport manySteps() {
        List<Slope> slopes = IntStream.range(0, 10_000)
                .mapToObj(i -> new Slope(
                        i / 100 + 1,
                        i % 100 + 1,
                        10 * i + 10,
                        i % 7 == 0 ? Double.NaN : Math.exp(-i % 100 / 9.0),
                        i % 7 == 0 ? Double.NaN : Math.exp(-i % 100 / 5.0),
                        0.01,
                        i % 100 == 99 ? Slope.Event.USED : Slope.Event.STEP,
                        List.of()))
                .toList();
        return steps(large(), slopes);
    }

    /** The same, whose search had these steps. */
    public static StudyReport steps(StudyReport report, List<Slope> slopes) {
        return with(report, List::of, () -> slopes);
    }

    private static StudyReport with(StudyReport r, Supplier<List<Spread>> spreads, Supplier<List<Slope>> slopes) {
        Insights insights = Insights.of(r.history(), r.space(), new Seed(42), Background.NONE, spreads, slopes);
        return Draft.of(r).insights(insights).report();
    }

    private static double[] scores(int n, IntToDoubleFunction score) {
        return IntStream.range(0, n).mapToDouble(score).toArray();
    }

    private static StudyReport plain(int trials, double... scores) {
        return study(PLAIN, trials, scores);
    }

    /** Trials with these scores, again and again; a trial whose score is NaN fails. */
    private static StudyReport study(SearchSpace space, int trials, double... scores) {
        IntFunction<@Nullable Score> score = i -> Double.isNaN(scores[i % scores.length])
                ? null
                : Score.of(scores[i % scores.length]).withFolds(List.of(scores[i % scores.length], scores[0]));
        int[] told = {0};
        History history = Histories.random(space, Goal.minimize("loss"), trials, 3, p -> score.apply(told[0]++));
        return Histories.report(space, history);
    }

    private static StudyReport repeats() {
        History history = History.empty(Goal.maximize("score"));
        for (int i = 1; i <= 40; i++) {
            Trial.Running running = Histories.running(i, PLAIN.decode(new double[] {i % 4 / 4.0, 0.5, 0.5, 0.5}));
            Trial.Completed own = (Trial.Completed) running.complete(Score.of(i % 4), Duration.ofMillis(1));
            history = history.plus(
                    i <= 4
                            ? own
                            : new Trial.Completed(
                                    i,
                                    1,
                                    own.proposal(),
                                    List.of(),
                                    own.started(),
                                    Duration.ZERO,
                                    own.score(),
                                    (i - 1) % 4 + 1));
        }
        return Histories.report(PLAIN, history);
    }

    /** So many trials are scored; the others are pruned: with a report, without one, with one that is no number. */
    private static StudyReport pruned(int scored) {
        History history = History.empty(Goal.maximize("score"));
        for (int i = 1; i <= 40; i++) {
            Trial.Running running = Histories.running(i, PLAIN.decode(new double[] {i / 41.0, 0.5, 0.5, 0.5}));
            Trial.Running reported = i % 3 == 0 ? running : running.report(new Report(1, i % 3 == 1 ? i : Double.NaN));
            history = history.plus(
                    i <= scored
                            ? reported.complete(Score.of(i), Duration.ofMillis(1))
                            : reported.prune("It is hopeless.", Duration.ofMillis(1)));
        }
        return Histories.report(PLAIN, history);
    }

    /** A hundred thousand trials from rung to rung. */
    public static StudyReport largeOfRungs() {
        return rungs(100_000);
    }

    /** Ten points begin; of each ten the fifth goes on with thrice the resource. Some fail, are pruned, or have all. */
    private static StudyReport rungs(int trials) {
        History history = History.empty(Goal.maximize("score"));
        for (int i = 1; i <= trials; i++) {
            int rung = i % 10 != 0 ? 0 : i % 100 != 0 ? 1 : 2;
            int from = rung == 0 ? i : i - 5;
            Proposal proposal = new Proposal(
                    PLAIN.decode(new double[] {from / (trials + 1.0), 0.5, 0.5, 0.5}),
                    i == 17 ? Proposal.ALL : (int) Math.pow(3, rung),
                    rung == 0 ? null : Integer.valueOf(from),
                    "rung " + rung);
            Trial.Running running = new Trial.Running(i, 1, proposal, List.of(), Instant.EPOCH);
            Duration took = Duration.ofMillis(1);
            history = history.plus(
                    i % 13 == 0
                            ? running.fail(Failure.thrown("E", "no luck"), took)
                            : i % 11 == 0
                                    ? running.report(new Report(1, i % 2 == 0 ? Double.NaN : i))
                                            .prune("slow", took)
                                    : running.complete(Score.of(rung + Math.sin(from)), took));
        }
        return Histories.report(PLAIN, history);
    }

    /** A hundred thousand trials of which about a thousand are no other's. */
    public static StudyReport largeOfTwoGoals() {
        return twoGoals(100_000, i -> Score.of(Math.sin(i % 1_000 / 700.0), 1 - Math.cos(i % 1_000 / 700.0) + i / 1e9));
    }

    private static StudyReport twoGoals(int trials, IntFunction<Score> score) {
        History history = History.empty(List.of(Goal.maximize("accuracy"), Goal.minimize("seconds")));
        for (int i = 1; i <= trials; i++) {
            Trial.Running running = Histories.running(i, PLAIN.decode(new double[] {(i % 31) / 31.0, 0.5, 0.5, 0.5}));
            history = history.plus(running.complete(score.apply(i), Duration.ofMillis(1)));
        }
        return Histories.report(PLAIN, history);
    }

    private static SearchSpace wide() {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            String name = "a_parameter_with_a_long_name_" + i;
            parameters.add(i % 2 == 0 ? Real.uniform(name, -1, 1) : Whole.between(name, 0, 1000));
        }
        return SearchSpace.of(parameters.toArray(Parameter[]::new));
    }

    /** One branch occurs rarely, one never. */
    private static SearchSpace conditional() {
        return SearchSpace.of(
                Choice.of("solver", "sgd", "adam", "lbfgs"),
                Real.uniform("momentum", 0, 1).when(is("solver", "sgd")),
                Choice.of("nesterov", true, false)
                        .when(new Expression.Binary(
                                Operator.AND,
                                is("solver", "sgd"),
                                new Expression.Binary(
                                        Operator.GREATER,
                                        new Expression.Name("momentum"),
                                        new Expression.Literal(0.95)))),
                Whole.between("never", 1, 9).when(is("solver", "newton")));
    }

    private static Expression is(String name, String value) {
        return new Expression.Binary(Operator.EQUAL, new Expression.Name(name), new Expression.Literal(value));
    }

    private static SearchSpace arrays() {
        return SearchSpace.of(
                Array.of("w", Real.uniform("w", 0, 1), 3),
                Array.of("m", Whole.between("m", 0, 3), 2, 2),
                Choice.of("layers", List.of(50), List.of(100, 50), List.of()));
    }

    private static SearchSpace words() {
        return SearchSpace.of(
                Choice.of("words", "", " ", "a\nb", "<b>&amp;</b>", "$x^2$", "\u202Eevil", "😀", "x".repeat(500)),
                Choice.of("mixed", 1, 0.5, true, "true", 'c', List.of(1, "a"), 1L));
    }

    private static SearchSpace values() {
        return SearchSpace.of(
                Real.uniform("all", -8e307, 8e307),
                Real.uniform("huge", 1e307, Double.MAX_VALUE),
                Real.logUniform("decades", 1e-300, 1e300),
                Real.logUniform("smallest", Double.MIN_VALUE, 1e-300),
                Normal.log("bell", 0, 60),
                Real.uniform("near", 1, Math.nextUp(1.0)),
                Whole.between("whole", Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
}
