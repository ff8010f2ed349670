package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.mlp.Mlp;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.trial.Probe;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smile.classification.KNN;

/** {@code crossVal} of the cells. */
class CrossValTest {
    private static final Dataset IRIS = Bundled.dataset("iris", null);
    private static final double[][] X = IRIS.x();
    private static final int[] Y = ((Dataset.Classes) IRIS.target()).y();

    private record TestProbe(long seed, int number) implements Probe {
        @Override
        public int resource() {
            return 0;
        }

        @Override
        public boolean report(int step, double score) {
            return true;
        }
    }

    private static double byModel(Dataset data, Metric metric, Map<String, Object> values, int k, long seed)
            throws Exception {
        return Task.of(data, 0, k, Learners.of("mlp"), List.of(metric), Map.of(), 1)
                .objective()
                .evaluate(Point.of(values), new TestProbe(seed, 1))
                .value();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 42, -7})
    void aCellWithTheSeedOfTheProbeScoresAsTheModelDoes(long seed) throws Exception {
        Map<String, Object> values = Map.of(
                "hidden_layer_sizes",
                List.of(10),
                "activation",
                "tanh",
                "alpha",
                0.01,
                "max_iter",
                30,
                "momentum",
                0.8);
        Mlp net = Mlp.of(10)
                .activation("tanh")
                .alpha(0.01)
                .maxIter(30)
                .momentum(0.8)
                .seed(seed);
        assertThat(CrossVal.crossVal(net, X, Y, 5)).isEqualTo(byModel(IRIS, Metrics.ACCURACY, values, 5, seed));
    }

    @Test
    void theSameHoldsForValues() throws Exception {
        Dataset diabetes = Bundled.dataset("diabetes", null);
        double[] y = ((Dataset.Values) diabetes.target()).y();
        Mlp net = Mlp.of(5).solver("lbfgs").maxIter(20).seed(3);
        assertThat(CrossVal.crossVal(net, diabetes.x(), y, 4))
                .isEqualTo(byModel(
                        diabetes,
                        Metrics.RMSE,
                        Map.of("hidden_layer_sizes", List.of(5), "solver", "lbfgs", "max_iter", 20),
                        4,
                        3));
    }

    /** The cell of the language's page: arrays, words and numbers as its parameters arrive. */
    @Test
    void theNetOfTheCellLanguageCompiles() {
        int[] hidden = {8, 4};
        String activation = "relu";
        double alpha = 1e-4;
        double momentum = 0.9;
        TestProbe probe = new TestProbe(42, 1);
        var net = Mlp.of(hidden)
                .activation(activation)
                .alpha(alpha)
                .momentum(momentum)
                .seed(probe.seed());
        assertThat(CrossVal.crossVal(net.maxIter(20), X, Y, 5)).isBetween(0.3, 1.0);
        assertThat(net.seed()).isEqualTo(42);
        assertThat(CrossVal.crossVal(Mlp.of(10).alpha(alpha).maxIter(20), X, Y, 5))
                .isBetween(0.3, 1.0);
    }

    /** On the same folds scikit-learn's KNeighborsClassifier(5) has 0.9733. */
    @Test
    void anyClassifierOfSmileCanBeScored() {
        assertThat(CrossVal.crossVal((x, y) -> KNN.fit(x, y, 5), X, Y, 5)).isCloseTo(0.97333333, within(1e-6));
    }

    @Test
    void noFoldTrainsOnTheRowsItTests() {
        Set<double[]> tested = ConcurrentHashMap.newKeySet();
        double score = CrossVal.crossVal(
                (x, y) -> {
                    Set<double[]> trained = ConcurrentHashMap.newKeySet();
                    trained.addAll(List.of(x));
                    assertThat(x).hasNumberOfRows(y.length).hasNumberOfRows(120);
                    return row -> {
                        tested.add(row);
                        return trained.contains(row) ? 1 : 0;
                    };
                },
                X,
                Y,
                5);
        assertThat(tested).hasSize(150);
        assertThat(score).isEqualTo(50.0 / 150);
    }

    @Test
    void anInterruptIsObeyedBeforeTheNextFoldAndStaysSet() {
        int[] fits = {0};
        try {
            assertThatThrownBy(() -> CrossVal.crossVal(
                            (x, y) -> {
                                fits[0]++;
                                Thread.currentThread().interrupt();
                                return row -> 0;
                            },
                            X,
                            Y,
                            5))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("Cross-validation was interrupted.");
            assertThat(fits[0]).isEqualTo(1);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThatThrownBy(() -> CrossVal.crossVal(Mlp.of(4), X, Y, 5)).isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void manyThreadsGetTheSameScore() throws Exception {
        Mlp net = Mlp.of(4).maxIter(5).seed(9);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Double>> calls = IntStream.range(0, 8)
                    .<Callable<Double>>mapToObj(i -> () -> CrossVal.crossVal(net, X, Y, 3))
                    .toList();
            for (Future<Double> score : pool.invokeAll(calls)) {
                assertThat(score.get()).isEqualTo(CrossVal.crossVal(net, X, Y, 3));
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void anotherSeedIsAnotherNet() {
        Mlp net = Mlp.of(3).maxIter(3);
        assertThat(IntStream.range(0, 8)
                        .mapToDouble(s -> CrossVal.crossVal(net.seed(new Seed(s).value()), X, Y, 5))
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }

    @Test
    void mistakesAreNamed() {
        Mlp net = Mlp.of(3);
        assertThatThrownBy(() -> CrossVal.crossVal(net, X, new int[] {0, 1, 0, 1}, 2))
                .hasMessage("Rows of x (150) must be as many as targets (4).");
        assertThatThrownBy(() -> CrossVal.crossVal(net, X, new double[] {0, 1, 0, 1}, 2))
                .hasMessage("Rows of x (150) must be as many as targets (4).");
        assertThatThrownBy(() -> CrossVal.crossVal(net, X, Y, 1))
                .hasMessage("Folds (1) must be at least 2 and at most the rows, 150.");
        assertThatThrownBy(() -> CrossVal.crossVal(net, X, Y, 51))
                .hasMessage("Folds (51) must be at most the rows of the largest class, 50.");
        assertThatThrownBy(() -> CrossVal.crossVal(net, X, new int[150], 5))
                .hasMessageStartingWith("Classes (0 … 0) must be numbered 0, 1, …, at least two of them.");
    }
}
