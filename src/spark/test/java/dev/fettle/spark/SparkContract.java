package dev.fettle.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fettle.envelope.Packer;
import dev.fettle.envelope.Shell;
import dev.fettle.journal.Event;
import dev.fettle.pruner.MedianPruner;
import dev.fettle.run.BackendException;
import dev.fettle.run.Runner;
import dev.fettle.run.Tuning;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of trials on Spark, whatever its master is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SparkContract {
    /** How long a trial that ignores its end may keep its place. */
    private static final int KILL_SECONDS = 5;

    private SparkContext context;

    abstract String master();

    @BeforeAll
    void start() {
        SparkConf conf = new SparkConf()
                .setMaster(master())
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.task.reaper.enabled", "true")
                .set("spark.task.reaper.killTimeout", KILL_SECONDS + "s")
                .set("spark.executor.heartbeatInterval", "500ms")
                .set("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        context = new SparkContext(conf);
    }

    @AfterAll
    void stop() {
        context.stop();
    }

    SparkContext context() {
        return context;
    }

    private Side.End there(Side side, Shell shell, Objective objective) throws Exception {
        return side.there(objective, shell.classes(), "spark");
    }

    @Test
    void aProgramGetsTheTableThatItHasHere() {
        double[] weights = {3, 1, 2};
        SearchSpace space = SearchSpace.of(Real.uniform("x", -1, 1), Whole.between("k", 0, 2));
        Tuning here = Tuning.of(
                        Goal.minimize("loss"),
                        space,
                        (p, probe) -> Score.of(weights[p.whole("k")] * Math.abs(p.real("x")) + probe.seed() % 2))
                .sampler(new BayesSampler())
                .trials(20);
        History there = here.on("spark").jobs(2).run();
        assertThat(there.trials())
                .extracting(Trial.Finished::point, t -> ((Trial.Completed) t).score())
                .isEqualTo(here.run().trials().stream()
                        .map(t -> tuple(t.point(), ((Trial.Completed) t).score()))
                        .toList());
    }

    @Test
    void aFunctionOfAProgramThatCannotBeSentIsRefused() {
        Tuning tuning = Tuning.minimize("loss", SearchSpace.of(Real.uniform("x", -1, 1)), p -> p.real("x"));
        assertThatThrownBy(tuning.on("spark")::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Objective must hold what can be sent to another JVM, and ");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                // A captured array.
                "double[] w = {1, 2, 3, 4, 5, 6}; => w[(int) p.whole(\"k\") - 1] * p.real(\"x\")",
                "double[][] rows = new double[1000][8]; for (int i = 0; i < 8000; i++) rows[i / 8][i % 8] = Math.sin(i); => rows[p.whole(\"k\")][3] + p.real(\"x\")",
                "int[] votes = {3, 1, 4, 1, 5, 9}; => votes[p.whole(\"k\") - 1] + Math.abs(p.real(\"x\"))",
                "String[] names = {\"a\", \"b\"}; => names[1].equals(p.text(\"mode\")) ? p.real(\"x\") : 2.0",
                // A record.
                "record Row(double a, int b) {} List<Row> rows = List.of(new Row(1, 2), new Row(3, 4)); => rows.get(p.whole(\"k\") % 2).a() * p.real(\"x\")",
                "record In(int k) {} record Out(In in, Map<String, In> all) {} Out out = new Out(new In(2), Map.of(\"a\", new In(5), \"b\", new In(1))); => out.all().get(p.text(\"mode\")).k() + p.real(\"x\")",
                "record Pair<A, B>(A a, B b) {} Pair<String, double[]> pair = new Pair<>(\"w\", new double[] {7}); => pair.b()[0] * p.real(\"x\") + pair.a().length()",
                "record Scale(double by) { double of(double v) { return v * by; } } Scale scale = new Scale(3); => scale.of(p.real(\"x\"))",
                // A helper.
                "double shift = 4; double square(double v) { return v * v + shift; } => square(p.real(\"x\"))",
                "double even(int n) { return n == 0 ? 1 : odd(n - 1); } double odd(int n) { return n == 0 ? 0 : even(n - 1); } => even(p.whole(\"k\"))",
                "double sum(double... all) { double s = 0; for (double v : all) s += v; return s; } => sum(p.real(\"x\"), p.whole(\"k\"), 0.5)",
                "Random stream(long seed) { return new Random(seed); } => stream(probe.seed() + probe.number()).nextDouble() + p.real(\"x\")",
                // What is nested in a class.
                "class Net { static class Layer { static double bias = 0.25; static double of(double v) { return Math.max(0, v) + bias; } } } => Net.Layer.of(p.real(\"x\"))",
                "class Count { static int start = 1; } Count.start = 5; => Count.start + p.real(\"x\")",
                "class Tree { static final int[] DEPTHS = {1, 3, 5}; enum Kind { A, B } } => Tree.DEPTHS[Tree.Kind.valueOf(p.text(\"mode\").toUpperCase()).ordinal()] + p.real(\"x\")",
                "interface Loss { double of(double v); static Loss square() { return v -> v * v; } } => Loss.square().of(p.real(\"x\"))",
                // A table.
                "import tech.tablesaw.api.*; Table t = Table.create(DoubleColumn.create(\"a\", 1, 2, Double.NaN), StringColumn.create(\"b\", \"u\", \"v\", \"\")); => t.doubleColumn(\"a\").sum() * p.real(\"x\") + t.column(\"b\").countMissing()",
                "import tech.tablesaw.api.*; IntColumn c = IntColumn.create(\"n\", 1, 2, 3, 4, 5, 6, 7); => c.getInt(p.whole(\"k\")) + p.real(\"x\")",
                "import tech.tablesaw.api.*; Table t = Table.create(\"days\", DateColumn.create(\"d\", java.time.LocalDate.of(2026, 11, 30)), BooleanColumn.create(\"f\", true)); => t.dateColumn(\"d\").get(0).getDayOfMonth() * p.real(\"x\") + t.booleanColumn(\"f\").countTrue()",
                "Map<String, tech.tablesaw.api.Table> all = Map.of(\"iris\", dev.fettle.data.Bundled.table(\"iris\")); => all.get(\"iris\").rowCount() + all.get(\"iris\").doubleColumn(0).mean() * p.real(\"x\")",
            })
    void oneTableHereAndThere(String before, String java) throws Exception {
        try (Shell shell = new Shell()) {
            shell.run(before);
            Objective objective = shell.objective(java);
            Side side = Side.of(6);
            assertThat(there(side, shell, objective).table())
                    .hasSize(6)
                    .isEqualTo(side.here(objective).table());
        }
    }

    @Test
    void whatIsThrownAndWhatIsNoNumberIsToldAsHere() throws Exception {
        try (Shell shell = new Shell()) {
            Objective objective = shell.objective(
                    "p.whole(\"k\") == 1 ? Double.NaN : p.whole(\"k\") == 2 ? Integer.parseInt(\"two\") : p.real(\"x\")");
            Side side = Side.of(30);
            List<String> here = side.here(objective).table();
            assertThat(here.toString()).contains("For input string: \"two\"").contains("gave NaN");
            assertThat(there(side, shell, objective).table()).isEqualTo(here);
        }
    }

    @Test
    void reportsAndPruningAreThoseOfHere() throws Exception {
        try (Shell shell = new Shell()) {
            shell.run("double steps(Point p, Probe probe) { double way = p.real(\"x\");"
                    + " for (int i = 1; i <= 20; i++) { way *= 0.7; if (!probe.report(i, way * way)) return way; }"
                    + " return way * way; }");
            Objective objective = shell.objective("steps(p, probe)");
            Side side = Side.of(24).pruned(new MedianPruner(4, 2));
            List<String> here = side.here(objective).table();
            assertThat(here.toString()).contains("median");
            assertThat(there(side, shell, objective).table()).isEqualTo(here);
        }
    }

    @Test
    void aTrialIsStoppedWhileItRunsByWhatItReports() throws Exception {
        try (Shell shell = new Shell()) {
            // Whoever is not stopped sleeps for a minute.
            shell.run(
                    "double slow(Point p, Probe probe) throws Exception { probe.report(1, probe.number()); probe.report(2, probe.number());"
                            + " if (probe.number() > 4) Thread.sleep(60_000); return probe.number(); }");
            Objective objective = (Objective) shell.value("(Objective) (p, probe) -> Score.of(slow(p, probe))");
            Side.End end = there(Side.of(8).pruned(new MedianPruner(2, 1)), shell, objective);
            assertThat(end.trials().stream().filter(Trial.Pruned.class::isInstance))
                    .hasSize(5);
            assertThat(end.trials()).allSatisfy(t -> assertThat(t.took()).isLessThan(Duration.ofSeconds(30)));
        }
    }

    @Test
    void aTrialOverItsTimeEndsAndTheOthersGoOn() throws Exception {
        try (Shell shell = new Shell()) {
            shell.run(
                    "double sleepy(Probe probe) throws Exception { if (probe.number() == 2) Thread.sleep(60_000); return probe.number(); }");
            Objective objective = (Objective) shell.value("(Objective) (p, probe) -> Score.of(sleepy(probe))");
            // The first task of a context takes seconds.
            there(Side.of(1), shell, objective);
            List<Trial.Finished> trials = there(Side.of(6).within(Duration.ofSeconds(1)), shell, objective)
                    .trials();
            assertThat(trials).hasSize(6);
            Trial.Failed late = (Trial.Failed) trials.get(1);
            assertThat(late.failure().kind()).isEqualTo(Failure.Kind.TIMED_OUT);
            assertThat(late.took()).isLessThan(Duration.ofSeconds(1 + 3));
            assertThat(trials.stream().filter(Trial.Completed.class::isInstance))
                    .hasSize(5);
        }
    }

    @Test
    void aStopGivesBackWhatRuns() throws Exception {
        try (Shell shell = new Shell()) {
            Objective objective =
                    (Objective) shell.value("(Objective) (p, probe) -> { Thread.sleep(60_000); return Score.of(1); }");
            AtomicReference<Runner> begun = new AtomicReference<>();
            SparkListener stopper = stoppedBy(begun, 2);
            context.addSparkListener(stopper);
            Side.End end = Side.of(4).there(objective, shell.classes(), "spark", begun::set);
            context.removeSparkListener(stopper);
            assertThat(end.trials()).isEmpty();
            assertThat(end.runner().stubborn()).isEmpty();
            assertThat(end.events().stream()
                            .filter(Event.Asked.class::isInstance)
                            .count())
                    .isEqualTo(end.events().stream()
                            .filter(Event.Released.class::isInstance)
                            .count());
        }
    }

    /** Stops a run when so many tasks have begun. */
    private static SparkListener stoppedBy(AtomicReference<Runner> runner, int tasks) {
        AtomicInteger begun = new AtomicInteger();
        return new SparkListener() {
            @Override
            public void onTaskStart(SparkListenerTaskStart event) {
                if (begun.incrementAndGet() == tasks) {
                    Objects.requireNonNull(runner.get()).stop(Ending.INTERRUPTED);
                }
            }
        };
    }

    @Test
    void anObjectiveThatUsesSparkIsRefused() throws Exception {
        try (Shell shell = new Shell()) {
            Objective objective = shell.objective("org.apache.spark.SparkContext.getOrCreate().defaultParallelism()");
            SparkPlace place = new SparkBackend().reach("spark");
            Packer.Packed packed = Packer.pack(objective, shell.classes());
            assertThatThrownBy(() -> place.prepare(packed, List.of()))
                    .isInstanceOf(BackendException.class)
                    .hasMessageStartingWith("Objective must not use Spark itself");
        }
    }
}
