package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Learners;
import dev.fettle.learner.prepare.Gaps;
import dev.fettle.learner.prepare.Preparation;
import dev.fettle.learner.prepare.Scaler;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetGradientTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Real.logUniform("alpha", 1e-5, 10),
            Real.logUniform("learning_rate_init", 1e-5, 1),
            Real.uniform("momentum", 0, 1));
    private static final Point POINT = Point.of(Map.of("alpha", 0.5, "learning_rate_init", 0.01, "momentum", 0.8));

    private static Task task(String data, Map<String, Object> constants) {
        return task(Bundled.dataset(data, null), constants);
    }

    private static Task task(Dataset data, Map<String, Object> constants) {
        Map<String, Object> all =
                new HashMap<>(Map.of("hidden_layer_sizes", List.of(5), "max_iter", 12, "batch_size", 30));
        all.putAll(constants);
        String metric = data.target() instanceof Dataset.Classes ? "log_loss" : "rmse";
        return Task.of(
                data,
                0,
                3,
                Preparation.before(Learners.of("mlp"), Gaps.OFF, Scaler.STANDARD),
                List.of(Metrics.of(metric).orElseThrow()),
                all,
                42);
    }

    private static Score score(Task task, Point point) throws Exception {
        return task.objective().evaluate(point, Probe.of(1));
    }

    /** Of the sixth order in the step. */
    private static double difference(Task task, String name, boolean log, double step) throws Exception {
        double[] weights = {45, -9, 1};
        double value = POINT.real(name);
        double sum = 0;
        for (int i = 1; i <= 3; i++) {
            double up = log ? value * StrictMath.exp(i * step) : value + i * step;
            double down = log ? value * StrictMath.exp(-i * step) : value - i * step;
            sum += weights[i - 1]
                    * (score(task, POINT.with(name, up)).value()
                            - score(task, POINT.with(name, down)).value());
        }
        return sum / (60 * step);
    }

    private static void assertLikeDifferences(Task plain, double step, double tolerance) throws Exception {
        Score score = score(plain.withGradient(SPACE), POINT);
        double scale = tolerance * Math.max(1, score.value());
        assertThat(score.gradient().get(0)).isCloseTo(difference(plain, "alpha", true, step), within(scale));
        assertThat(score.gradient().get(1))
                .isCloseTo(difference(plain, "learning_rate_init", true, step), within(scale));
        assertThat(score.gradient().get(2)).isCloseTo(difference(plain, "momentum", false, step / 4), within(scale));
    }

    /** Smooth activations: eight digits of the score. The steps are short, since Adam turns where an entry of the gradient changes its sign. */
    @ParameterizedTest
    @CsvSource({
        "iris, sgd, tanh, true, constant",
        "iris, sgd, logistic, false, invscaling",
        "iris, adam, tanh, true, constant",
        "iris, adam, logistic, true, constant",
        "breast_cancer, sgd, tanh, false, constant",
        "breast_cancer, adam, identity, true, constant",
        "diabetes, adam, tanh, true, constant",
        "wine, sgd, identity, true, adaptive"
    })
    void gradientsAreThoseOfCentralDifferences(
            String data, String solver, String activation, boolean nesterov, String schedule) throws Exception {
        Map<String, Object> constants = Map.of(
                "solver", solver,
                "activation", activation,
                "nesterovs_momentum", nesterov,
                "learning_rate", schedule,
                "hidden_layer_sizes", data.equals("iris") ? List.of(5, 6) : List.of(5));
        assertLikeDifferences(task(data, constants), 1e-4, 1e-8);
    }

    /** On so short a way that no unit of relu meets its kink. */
    @Test
    void ofReluTheyAreThoseOfCentralDifferencesBetweenKinks() throws Exception {
        Task task = task("iris", Map.of("solver", "sgd", "activation", "relu", "max_iter", 5));
        assertLikeDifferences(task, 1e-5, 1e-8);
    }

    @Test
    void rowsMayCountDifferently() throws Exception {
        Dataset iris = Bundled.dataset("iris", null);
        Dataset weighted = iris.withWeights(
                IntStream.range(0, 150).mapToDouble(i -> 1 + i % 7).toArray());
        assertLikeDifferences(task(weighted, Map.of("activation", "tanh")), 1e-4, 1e-8);
    }

    @Test
    void earlyStoppingKeepsTheDerivativesOfTheBestEpoch() throws Exception {
        Task task = task(
                "iris",
                Map.of("solver", "sgd", "activation", "tanh", "early_stopping", true, "validation_fraction", 0.2));
        assertLikeDifferences(task, 1e-4, 1e-8);
    }

    @ParameterizedTest
    @CsvSource({"sgd, relu", "adam, tanh"})
    void theNetIsTheSameToTheBitWithAndWithoutGradient(String solver, String activation) throws Exception {
        Task task = task("iris", Map.of("solver", solver, "activation", activation));
        Score with = score(task.withGradient(SPACE), POINT);
        assertThat(with.gradient()).hasSize(3);
        assertThat(with.withGradient(List.of())).isEqualTo(score(task, POINT));
    }

    @Test
    void adamReadsNoMomentum() throws Exception {
        Score score = score(task("iris", Map.of()).withGradient(SPACE), POINT);
        assertThat(score.gradient().get(2)).isZero();
    }

    @Test
    void byLbfgsThereAreNone() {
        assertThat(task("iris", Map.of("solver", "lbfgs")).gradientProblems(SPACE))
                .containsExactly("Hyperparameter (solver = lbfgs) must be sgd or adam for gradients.");
    }
}
