package dev.fettle.learner.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.trial.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of scikit_learn.py, which stands beside their values. */
class ScikitLearnTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Seeds of ours for a score. */
    private static final int SEEDS = 5;

    private static Stream<JsonNode> cases(String kind) {
        try (InputStream in = ScikitLearnTest.class.getResourceAsStream("scikit_learn.json")) {
            JsonNode all = MAPPER.readTree(Objects.requireNonNull(in)).get(kind);
            return StreamSupport.stream(all.spliterator(), false);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> settings(JsonNode one) {
        return MAPPER.convertValue(one.get("settings"), new TypeReference<Map<String, Object>>() {});
    }

    private static Dataset data(double[][] x, Dataset.Target target) {
        List<Feature> columns = IntStream.range(0, x[0].length)
                .<Feature>mapToObj(c -> new Feature.Numbers(
                        "x" + c, Arrays.stream(x).mapToDouble(row -> row[c]).toArray()))
                .toList();
        return new Dataset("made", columns, "y", target);
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotLeftToChanceIsThatOfScikitLearn() {
        return Stream.of("exact", "weighted")
                .flatMap(ScikitLearnTest::cases)
                .map(one -> DynamicTest.dynamicTest(
                        one.get("learner").asText() + ", " + one.get("classes") + " classes, " + one.get("settings")
                                + (one.has("weights") ? ", weighted" : ""),
                        () -> sameAs(one)));
    }

    private static void sameAs(JsonNode one) {
        int classes = one.get("classes").intValue();
        Dataset.Target target = classes == 0
                ? new Dataset.Values(MAPPER.convertValue(one.get("y"), double[].class))
                : new Dataset.Classes(
                        MAPPER.convertValue(one.get("y"), int[].class),
                        IntStream.range(0, classes).mapToObj(Integer::toString).toList());
        Learner learner = Learners.of(one.get("learner").asText());
        Dataset train = data(MAPPER.convertValue(one.get("x"), double[][].class), target);
        double[][] at = MAPPER.convertValue(one.get("at"), double[][].class);
        double[][] ours = learner.fit(
                        learner.configure(settings(one)),
                        one.has("weights")
                                ? train.withWeights(MAPPER.convertValue(one.get("weights"), double[].class))
                                : train,
                        Fitting.of(new Seed(1)))
                .predictor()
                .predict(data(at, target.rows(IntStream.range(0, at.length).toArray())));
        double[][] theirs = MAPPER.convertValue(one.get("said"), double[][].class);
        for (int i = 0; i < at.length; i++) {
            assertThat(ours[i]).as("row %d", i).containsExactly(theirs[i], within(1e-9));
        }
    }

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

    /** Means over seeds differ by chance: three standard errors are crossed by one case in 370. */
    @TestFactory
    Stream<DynamicTest> scoresOfTheSameNumbersAreThoseOfScikitLearnButForChance() {
        return scored((one, data) -> {
            double error = one.get("spread").doubleValue()
                    * Math.sqrt(1.0 / SEEDS + 1 / one.get("seeds").doubleValue());
            double ours =
                    DoubleStream.of(scores(one, rounded(data), SEEDS)).average().orElseThrow();
            assertThat(ours).isCloseTo(one.get("mean").doubleValue(), within(3 * error + 1e-9));
        });
    }

    /** What a user sees; the error is that of a mean over five folds. */
    @TestFactory
    Stream<DynamicTest> scoresLieWithinTwoStandardErrorsOfThoseOfScikitLearn() {
        return scored((one, data) -> assertThat(scores(one, data, 1)[0])
                .isCloseTo(
                        one.get("mean").doubleValue(),
                        within(2 * one.get("folds").doubleValue())));
    }

    private static Stream<DynamicTest> scored(BiConsumer<JsonNode, Dataset> check) {
        return cases("scores")
                .map(one -> DynamicTest.dynamicTest(
                        one.get("learner").asText() + ", " + one.get("data").asText() + ", " + one.get("settings"),
                        () -> check.accept(one, Bundled.dataset(one.get("data").asText(), null))));
    }

    /** scikit-learn keeps features in 32 bits, which decides on which side a row falls that lies on a threshold. */
    private static Dataset rounded(Dataset data) {
        double[][] x = Arrays.stream(data.x())
                .map(row -> DoubleStream.of(row).map(v -> (float) v).toArray())
                .toArray(double[][]::new);
        return data(x, data.target());
    }

    private static double[] scores(JsonNode one, Dataset data, int seeds) {
        Task task = Task.of(
                data,
                0,
                5,
                Learners.of(one.get("learner").asText()),
                List.of(Metrics.of(one.get("metric").asText()).orElseThrow()),
                settings(one),
                1);
        return LongStream.rangeClosed(1, seeds)
                .mapToDouble(seed -> task.objective()
                        .evaluate(Point.of(Map.of()), new TestProbe(seed, 1))
                        .value())
                .toArray();
    }
}
