package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.fold.Holdout;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scores that can be told by hand, as the learner predicts what its feature says. */
class EchoTest {
    /** Every training: seed, resource, the training rows' feature. */
    private final List<List<Object>> trainings = new ArrayList<>();

    private final class Echo implements Learner {
        private static final long serialVersionUID = 1;

        @Override
        public String name() {
            return "echo";
        }

        @Override
        public List<Hyperparameter> hyperparameters() {
            return List.of(
                    Hyperparameter.real("add", 0, Interval.atLeast(0), "a number that is added"),
                    Hyperparameter.whole("least", 1, Interval.atLeast(1), "rows that it needs"));
        }

        @Override
        public SearchSpace space(Dataset.Shape data) {
            return SearchSpace.of(Whole.between("least", 1, 2));
        }

        @Override
        public boolean learns(Dataset.Target target) {
            return true;
        }

        @Override
        public Model fit(Configuration values, Dataset train, Fitting fitting) {
            trainings.add(List.of(
                    fitting.seed(),
                    fitting.resource(),
                    Arrays.stream(train.x()).map(r -> r[0]).toList()));
            int classes = train.shape().classes();
            return new Model(
                    this,
                    rows -> Arrays.stream(rows.x())
                            .map(r -> said(r[0] + values.real("add"), classes))
                            .toArray(double[][]::new),
                    Map.of("Slow.", 1, "Hot.", train.rows()));
        }

        private static double[] said(double x, int classes) {
            return classes == 0
                    ? new double[] {x}
                    : IntStream.range(0, classes)
                            .mapToDouble(c -> c == (int) x ? 1 : 0)
                            .toArray();
        }

        @Override
        public double size(Configuration values, Dataset.Shape data) {
            return data.rows() + values.real("add");
        }

        @Override
        public List<String> problems(Configuration values, Dataset.Shape data) {
            return data.rows() < values.whole("least") ? List.of("Rows (" + data.rows() + ") are too few.") : List.of();
        }
    }

    private static final Probe PROBE = new Probe() {
        @Override
        public long seed() {
            return 9;
        }

        @Override
        public int number() {
            return 1;
        }

        @Override
        public int resource() {
            return 0;
        }

        @Override
        public boolean report(int step, double score) {
            return true;
        }
    };

    private static Dataset values(double[] x, double... y) {
        return new Dataset("d", List.of(new Feature.Numbers("a", x)), "y", new Dataset.Values(y));
    }

    private CrossValidation crossed(Dataset data, Folds folds, Map<String, Object> constants, String... metrics) {
        List<Metric> all =
                Arrays.stream(metrics).map(m -> Metrics.of(m).orElseThrow()).toList();
        return new CrossValidation(data, folds, new Echo(), constants, all);
    }

    private static final Dataset FIVE = values(new double[] {1, 2, 3, 4, 5}, 1, 4, 3, 8, 8);

    @Test
    void eachMetricIsTheMeanOfItsFoldsAndTheFirstIsTheScore() throws Exception {
        // Errors 0, 2, 0 and 4, 3: mean absolute 2/3 and 3.5, squared 4/3 and 12.5.
        Score score = crossed(FIVE, Folds.plain(5, 2), Map.of(), "mae", "mse").evaluate(Point.of(Map.of()), PROBE);
        assertThat(score.folds()).containsExactly(2 / 3.0, 3.5);
        assertThat(score.value()).isCloseTo((2 / 3.0 + 3.5) / 2, within(1e-15));
        assertThat(score.metrics().keySet()).containsExactly("mae", "mse");
        assertThat(score.metrics().get("mae")).isEqualTo(score.value());
        assertThat(score.metrics().get("mse")).isCloseTo((4 / 3.0 + 12.5) / 2, within(1e-14));
        assertThat(score.warnings()).isEqualTo(Map.of("Slow.", 2, "Hot.", 2 + 3));
    }

    @Test
    void eachFoldTrainsOnTheOtherRowsWithItsOwnSeed() throws Exception {
        crossed(FIVE, Folds.plain(5, 2), Map.of(), "mae").evaluate(Point.of(Map.of()), PROBE);
        assertThat(trainings)
                .containsExactly(
                        List.of(Folds.seed(9, 0), 0, List.of(4.0, 5.0)),
                        List.of(Folds.seed(9, 1), 0, List.of(1.0, 2.0, 3.0)));
    }

    @Test
    void aPointMaySayOtherwiseThanAConstantAndThatThanTheStandard() throws Exception {
        CrossValidation none = crossed(FIVE, Folds.plain(5, 2), Map.of(), "mae");
        CrossValidation one = crossed(FIVE, Folds.plain(5, 2), Map.of("add", 1.0), "mae");
        assertThat(none.values(Point.of(Map.of())).entries()).isEqualTo(Map.of("add", 0.0, "least", 1));
        assertThat(one.values(Point.of(Map.of("least", 2))).entries()).isEqualTo(Map.of("add", 1.0, "least", 2));
        assertThat(one.values(Point.of(Map.of("add", 3.0))).entries()).isEqualTo(Map.of("add", 3.0, "least", 1));
        assertThat(one.evaluate(Point.of(Map.of()), PROBE).folds()).containsExactly(1.0, 2.5);
    }

    @Test
    void everyFoldMustHaveRowsEnough() {
        CrossValidation crossed = crossed(FIVE, Folds.plain(5, 2), Map.of(), "mae");
        assertThatThrownBy(() -> crossed.evaluate(Point.of(Map.of("least", 3)), PROBE))
                .hasMessage("Rows (2) are too few.");
        assertThatThrownBy(() -> crossed.evaluate(Point.of(Map.of("least", 4)), PROBE))
                .hasMessage("Rows (2) are too few.");
        assertThat(trainings).isEmpty();
        CrossValidation turned = crossed(
                FIVE,
                new Folds(List.of(
                        Folds.plain(5, 2).folds().get(1),
                        Folds.plain(5, 2).folds().get(0))),
                Map.of(),
                "mae");
        assertThatThrownBy(() -> turned.evaluate(Point.of(Map.of("least", 3)), PROBE))
                .hasMessage("Rows (2) are too few.");
        assertThatThrownBy(() -> new CrossValidation(FIVE, Folds.plain(5, 2), new Echo(), Map.of(), List.of()))
                .hasMessage("Metrics () must be at least one.");
    }

    @Test
    void predictionsThatAreNoNumbersAreNoScore() {
        Dataset infinite = values(new double[] {1, 2, 3, Double.MAX_VALUE}, 1, 2, 3, 4);
        CrossValidation crossed = crossed(infinite, Folds.plain(4, 2), Map.of("add", Double.MAX_VALUE), "mae");
        assertThatThrownBy(() -> crossed.evaluate(Point.of(Map.of()), PROBE)).isInstanceOf(ArithmeticException.class);
    }

    private static Dataset classes() {
        int[] y = IntStream.range(0, 20).map(i -> i % 2).toArray();
        double[] x = IntStream.range(0, 20)
                .mapToDouble(i -> i < 3 ? 1 - i % 2 : i % 2)
                .toArray();
        return new Dataset(
                "d", List.of(new Feature.Numbers("a", x)), "kind", new Dataset.Classes(y, List.of("even", "odd")));
    }

    @Test
    void aTaskSplitsByItsSeedAndTestsOnceOnTheRowsKept() {
        List<Metric> metrics = List.of(Metrics.of("log_loss").orElseThrow(), Metrics.ACCURACY);
        Task task = Task.of(classes(), 0.25, 3, new Echo(), metrics, Map.of("add", 0.0), 5);
        int[] kept = Holdout.split(20, 0.25, 5).test();
        Dataset test = Objects.requireNonNull(task.test());
        assertThat(test.x()).isDeepEqualTo(classes().rows(kept).x());
        assertThat(task.train().x())
                .isDeepEqualTo(
                        classes().rows(Holdout.split(20, 0.25, 5).train()).x());
        assertThat(task.goal()).isEqualTo(Goal.minimize("log_loss"));
        assertThat(task.folds())
                .usingRecursiveComparison()
                .isEqualTo(Folds.stratified(((Dataset.Classes) task.train().target()).y(), 3));
        assertThat(task.size(Point.of(Map.of("add", 0.5)))).isEqualTo(15.5);
        Task.Refitted refitted = task.refit(Point.of(Map.of()), new Seed(8));
        long wrong = Arrays.stream(kept).filter(r -> r < 3).count();
        assertThat(refitted.testScore()).isCloseTo(wrong * 52 * Math.log(2) / 5, within(1e-9));
        assertThat(trainings).hasSize(1);
        assertThat(trainings.get(0).subList(0, 2)).containsExactly(new Seed(8).child("refit"), Fitting.ALL);
    }

    @Test
    void aTaskWithoutTestTunesOnAllRowsAndValuesAreSplitInRuns() {
        Task task = Task.of(FIVE, 0, 2, new Echo(), List.of(Metrics.RMSE), Map.of(), 5);
        assertThat(task.test()).isNull();
        assertThat(task.train()).isSameAs(FIVE);
        assertThat(task.folds()).usingRecursiveComparison().isEqualTo(Folds.plain(5, 2));
        assertThat(task.refit(Point.of(Map.of()), new Seed(8)).testScore()).isNaN();
    }

    @Test
    void aContinuedStudySharesRowsLearnerConstantsMetricsAndFolds() {
        Task task = Task.of(FIVE, 0, 2, new Echo(), List.of(Metrics.RMSE), Map.of("least", 1, "add", 0.5), 5);
        assertThat(task.fingerprints())
                .isEqualTo(Map.of(
                        "data",
                        FIVE.fingerprint(),
                        "objective",
                        "echo {add=0.5, least=1} {add=0.0, least=1} [rmse]",
                        "folds",
                        "2 plain folds"));
        Task other = Task.of(
                classes(),
                0.25,
                3,
                new Echo(),
                List.of(Metrics.ACCURACY, Metrics.of("log_loss").orElseThrow()),
                Map.of(),
                5);
        assertThat(other.fingerprints())
                .containsEntry("objective", "echo {} {add=0.0, least=1} [accuracy, log_loss]")
                .containsEntry("folds", "3 stratified folds")
                .containsEntry("data", other.train().fingerprint());
    }
}
