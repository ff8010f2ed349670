package dev.fettle.learner.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.Fitting;
import dev.fettle.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of python_xgboost.py, which stands beside their values. */
class PythonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** That of the script. */
    private static final Seed SEED = new Seed(7);

    @TestFactory
    Stream<DynamicTest> predictionsAreThoseOfThePythonWrapper() throws IOException {
        try (InputStream in = PythonTest.class.getResourceAsStream("python_xgboost.json")) {
            JsonNode cases = MAPPER.readTree(Objects.requireNonNull(in)).get("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(one -> DynamicTest.dynamicTest(
                            one.get("classes") + " classes, " + one.get("settings"), () -> same(one)));
        }
    }

    private static void same(JsonNode one) {
        int classes = one.get("classes").intValue();
        Dataset.Target target = classes == 0
                ? new Dataset.Values(MAPPER.convertValue(one.get("y"), double[].class))
                : new Dataset.Classes(
                        MAPPER.convertValue(one.get("y"), int[].class),
                        IntStream.range(0, classes).mapToObj(Integer::toString).toList());
        Dataset train = data(one.get("x"), target);
        JsonNode weights = one.get("weights");
        XgboostLearner learner = new XgboostLearner();
        Map<String, Object> settings =
                MAPPER.convertValue(one.get("settings"), new TypeReference<Map<String, Object>>() {});
        double[][] ours = learner.fit(
                        learner.configure(settings),
                        weights.isNull() ? train : train.withWeights(MAPPER.convertValue(weights, double[].class)),
                        Fitting.of(SEED))
                .predictor()
                .predict(data(one.get("at"), target.rows(new int[one.get("at").size()])));
        double[][] theirs = MAPPER.convertValue(one.get("said"), double[][].class);
        assertThat(ours).hasDimensions(theirs.length, theirs[0].length);
        for (int i = 0; i < theirs.length; i++) {
            assertThat(ours[i]).as("row %d", i).containsExactly(theirs[i], within(1e-5));
        }
    }

    private static Dataset data(JsonNode rows, Dataset.Target target) {
        List<Feature> columns = IntStream.range(0, rows.get(0).size())
                .<Feature>mapToObj(c -> new Feature.Numbers(
                        "x" + c,
                        StreamSupport.stream(rows.spliterator(), false)
                                .mapToDouble(row -> row.get(c).asDouble(Double.NaN))
                                .toArray()))
                .toList();
        return new Dataset("made", columns, "y", target);
    }
}
