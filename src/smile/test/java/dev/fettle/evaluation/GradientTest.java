package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Learners;
import dev.fettle.learner.prepare.Gaps;
import dev.fettle.learner.prepare.Preparation;
import dev.fettle.learner.prepare.Scaler;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GradientTest {
    private static final SearchSpace C = SearchSpace.of(Real.logUniform("C", 1e-4, 1e4));
    private static final SearchSpace ALPHA = SearchSpace.of(Real.logUniform("alpha", 1e-5, 1e5));

    private static Task task(Dataset data, String model, String metric, Map<String, Object> constants) {
        Metric by = Metrics.of(metric).orElseThrow();
        return Task.of(
                data,
                0,
                5,
                Preparation.before(Learners.of(model), Gaps.OFF, Scaler.STANDARD),
                List.of(by),
                constants,
                42);
    }

    private static Task task(String data, String model, String metric) {
        return task(Bundled.dataset(data, null), model, metric, Map.of());
    }

    private static Score score(Task task, Point point) throws Exception {
        return task.objective().evaluate(point, Probe.of(1));
    }

    private static Score at(Task task, String name, double value) throws Exception {
        return score(task, Point.of(Map.of(name, value)));
    }

    /** A derivative by ln of a hyperparameter, of the fourth order in the step. */
    private static double difference(Task task, String name, double value, double step) throws Exception {
        double[] near = new double[5];
        for (int i = -2; i <= 2; i++) {
            near[i + 2] = at(task, name, value * StrictMath.exp(i * step)).value();
        }
        return (near[0] - 8 * near[1] + 8 * near[3] - near[4]) / (12 * step);
    }

    private static Stream<JsonNode> cases() throws IOException {
        try (InputStream in = GradientTest.class.getResourceAsStream("gradient.json")) {
            JsonNode all =
                    new ObjectMapper().readTree(Objects.requireNonNull(in)).get("cases");
            return StreamSupport.stream(all.spliterator(), false);
        }
    }

    /** By another way to write the loss, and from the other end: through the adjoint. */
    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreThoseOfNumpy(JsonNode peer) throws Exception {
        boolean logistic = peer.get("model").asText().equals("logistic");
        Task task = task(peer.get("data").asText(), peer.get("model").asText(), logistic ? "log_loss" : "mse");
        Score score = at(
                task.withGradient(logistic ? C : ALPHA),
                logistic ? "C" : "alpha",
                peer.get("value").asDouble());
        double slope = peer.get("slope").asDouble();
        double value = peer.get("score").asDouble();
        assertThat(score.value()).isCloseTo(value, within(1e-9 * value));
        assertThat(score.gradient()).hasSize(1);
        assertThat(score.gradient().get(0)).isCloseTo(slope, within(1e-7 * Math.abs(slope)));
    }

    /** Whose penalty is ½·λ·|W|² on the mean over its 120 rows, λ = 1/(120·C); and ln λ falls where ln C rises. */
    @ParameterizedTest
    @CsvSource({"1e-3, 0.04903830, 0.02725311", "1e-1, 0.41763179, 0.10565735"})
    void theFirstFoldOfIrisMayBeWrittenWithAMeanLoss(double lambda, double loss, double slope) throws Exception {
        Score score = at(one(task("iris", "logistic", "log_loss"), 0).withGradient(C), "C", 1 / (120 * lambda));
        assertThat(score.value()).isCloseTo(loss, within(5.1e-9));
        assertThat(score.gradient().get(0)).isCloseTo(-slope, within(5.1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "iris, logistic, log_loss, C, 0.3",
        "iris, logistic, brier, C, 3",
        "breast_cancer, logistic, log_loss, C, 0.05",
        "breast_cancer, logistic, brier, C, 10",
        "diabetes, ridge, mse, alpha, 30",
        "diabetes, ridge, rmse, alpha, 3",
        "diabetes, ridge, r2, alpha, 300"
    })
    void gradientsAreThoseOfCentralDifferences(String data, String model, String metric, String name, double value)
            throws Exception {
        Task task = task(data, model, metric).withGradient(name.equals("C") ? C : ALPHA);
        Score score = at(task, name, value);
        double difference = difference(task, name, value, 0.01);
        assertThat(score.gradient().get(0)).isCloseTo(difference, within(1e-8 * Math.max(1, score.value())));
    }

    @ParameterizedTest
    @CsvSource({"none, false", "balanced, false", "none, true", "balanced, true"})
    void rowsAndClassesMayCountDifferently(String classWeight, boolean weighted) throws Exception {
        Dataset iris = Bundled.dataset("iris", null);
        Dataset data = weighted
                ? iris.withWeights(
                        IntStream.range(0, 150).mapToDouble(i -> 1 + i % 7).toArray())
                : iris;
        Task task = task(data, "logistic", "log_loss", Map.of("class_weight", classWeight))
                .withGradient(C);
        assertThat(at(task, "C", 0.5).gradient().get(0)).isCloseTo(difference(task, "C", 0.5, 0.01), within(1e-9));
    }

    @Test
    void onALinearScaleItIsByTheValueItself() throws Exception {
        SearchSpace linear = SearchSpace.of(Real.uniform("C", 0, 1e4));
        Task task = task("iris", "logistic", "log_loss");
        double byLogarithm = at(task.withGradient(C), "C", 4).gradient().get(0);
        assertThat(at(task.withGradient(linear), "C", 4).gradient().get(0)).isCloseTo(byLogarithm / 4, within(1e-15));
    }

    @Test
    void whatIsNotActiveOrNotReadHasNoSlope() throws Exception {
        Task free =
                task(Bundled.dataset("iris", null), "logistic", "log_loss", Map.of("penalty", "none", "max_iter", 5));
        assertThat(at(free.withGradient(C), "C", 4).gradient()).containsExactly(0.0);
        Task ridge = task("diabetes", "ridge", "mse").withGradient(ALPHA);
        assertThat(score(ridge, Point.of(Map.of())).gradient()).containsExactly(0.0);
    }

    @Test
    void aRidgeIsTheSameToTheBitWithAndWithoutGradient() throws Exception {
        Task task = task("diabetes", "ridge", "mse");
        Score with = at(task.withGradient(ALPHA), "alpha", 2);
        assertThat(with.withGradient(List.of())).isEqualTo(at(task, "alpha", 2));
    }

    @Test
    void aGradientIsTheMeanOverTheFolds() throws Exception {
        Task task = task("iris", "logistic", "log_loss");
        double sum = 0;
        for (int f = 0; f < 5; f++) {
            Task one = one(task, f).withGradient(C);
            sum += at(one, "C", 0.7).gradient().get(0);
        }
        assertThat(at(task.withGradient(C), "C", 0.7).gradient().get(0)).isCloseTo(sum / 5, within(1e-14));
    }

    private static Task one(Task task, int fold) {
        CrossValidation all = task.objective();
        CrossValidation one = new CrossValidation(
                all.data(),
                new Folds(List.of(all.folds().folds().get(fold))),
                all.learner(),
                all.constants(),
                all.metrics());
        return new Task(task.data(), null, task.splitting(), one, List.of());
    }

    @Test
    void gradientsAreTheSameOnAnyThread() throws Exception {
        Task task = task("breast_cancer", "logistic", "log_loss").withGradient(C);
        List<Score> alone = IntStream.range(0, 8).mapToObj(i -> quiet(task, i)).toList();
        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> quiet(task, i))
                        .toList())
                .isEqualTo(alone);
    }

    private static Score quiet(Task task, int i) {
        try {
            return at(task, "C", StrictMath.exp(i - 4));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatHasNoGradientIsSaidAtOnce() {
        SearchSpace mixed = SearchSpace.of(
                Whole.between("max_iter", 10, 100),
                Real.logUniform("C", 1e-4, 1e4),
                Choice.of("class_weight", "none", "balanced"));
        Task task = task("iris", "logistic", "accuracy");
        assertThat(task.gradientProblems(mixed))
                .containsExactly(
                        "Hyperparameter (max_iter) must be fixed for gradients. Maybe --polish of %%bayesopt.",
                        "Hyperparameter (class_weight) must be fixed for gradients. Maybe --polish of %%bayesopt.",
                        "Metric (accuracy) must be one of log_loss, brier for gradients.");
        assertThatThrownBy(() -> task.withGradient(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("max_iter")
                .hasMessageContaining("accuracy");
        assertThat(task("iris", "svm", "log_loss").gradientProblems(C))
                .singleElement()
                .asString()
                .startsWith("Model (svm) must be one of ")
                .contains("logistic")
                .contains("ridge")
                .endsWith(" for gradients.");
        assertThat(task("iris", "logistic", "log_loss").gradientProblems(C)).isEmpty();
    }
}
