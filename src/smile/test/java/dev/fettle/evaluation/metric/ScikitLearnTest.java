package dev.fettle.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The 200 random cases of scikit_learn.py, which stands beside their values. */
class ScikitLearnTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private static JsonNode cases() throws IOException {
        try (InputStream in = ScikitLearnTest.class.getResourceAsStream("scikit_learn.json")) {
            return MAPPER.readTree(Objects.requireNonNull(in)).get("cases");
        }
    }

    private static double ours(Metric metric, JsonNode one) {
        if (metric instanceof Metric.OfClasses of) {
            return of.score(y(one), p(one), weights(one));
        }
        return ((Metric.OfValues) metric)
                .score(
                        MAPPER.convertValue(one.get("values"), double[].class),
                        MAPPER.convertValue(one.get("said"), double[].class),
                        weights(one));
    }

    private static int[] y(JsonNode one) {
        return MAPPER.convertValue(one.get("y"), int[].class);
    }

    private static double[][] p(JsonNode one) {
        return MAPPER.convertValue(one.get("p"), double[][].class);
    }

    private static double[] weights(JsonNode one) {
        int rows = (one.has("y") ? one.get("y") : one.get("values")).size();
        return one.has("w")
                ? MAPPER.convertValue(one.get("w"), double[].class)
                : DoubleStream.generate(() -> 1).limit(rows).toArray();
    }

    private static boolean isWeighted(JsonNode one) {
        return one.has("w");
    }

    @Test
    void everyMetricIsThatOfScikitLearn() throws IOException {
        Map<String, Integer> compared = new TreeMap<>();
        int number = 0;
        int weighted = 0;
        for (JsonNode one : cases()) {
            for (Map.Entry<String, JsonNode> score : one.get("scores").properties()) {
                Metric metric = Metrics.of(score.getKey()).orElseThrow();
                if (!score.getValue().isNull()) {
                    double theirs = score.getValue().doubleValue();
                    assertThat(ours(metric, one))
                            .as("%s, case %d", metric.id(), number)
                            .isCloseTo(theirs, within(1e-12 * Math.max(1, Math.abs(theirs))));
                    compared.merge(metric.id(), 1, Integer::sum);
                } else if (isUndefined(metric)) {
                    assertThat(ours(metric, one))
                            .as("%s, undefined, case %d", metric.id(), number)
                            .isNaN();
                }
            }
            number++;
            weighted += isWeighted(one) ? 1 : 0;
        }
        assertThat(number).isEqualTo(200);
        assertThat(weighted).isEqualTo(100);
        assertThat(compared.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Metrics.ALL.stream().map(Metric::id).toList());
        assertThat(compared).allSatisfy((id, count) -> assertThat(count).isGreaterThan(30));
    }

    /** Elsewhere they only refuse: classes that are absent, and pairs of classes with weights. */
    private static boolean isUndefined(Metric metric) {
        return metric == Counted.COHEN_KAPPA || metric.id().equals("roc_auc");
    }

    /** What is not defined is NaN here, and so no score to be warned of; of a table of one cell there is no doubt. */
    @Test
    void whereScikitLearnWarnsOursSaysSo() throws IOException {
        int number = 0;
        Set<String> warned = new TreeSet<>();
        for (JsonNode one : cases()) {
            Set<String> theirs = new TreeSet<>(MAPPER.convertValue(one.get("warned"), STRINGS));
            for (Map.Entry<String, JsonNode> score : one.get("scores").properties()) {
                Metric metric = Metrics.of(score.getKey()).orElseThrow();
                if (metric instanceof Metric.OfClasses of && !score.getValue().isNull() && !isSure(metric, one)) {
                    assertThat(of.warning(y(one), p(one), weights(one)).isPresent())
                            .as("%s, case %d", metric.id(), number)
                            .isEqualTo(theirs.contains(metric.id()));
                    warned.addAll(
                            of.warning(y(one), p(one), weights(one)).isPresent() ? Set.of(metric.id()) : Set.of());
                }
            }
            number++;
        }
        assertThat(warned)
                .containsExactly(
                        "average_precision",
                        "balanced_accuracy",
                        "f1_macro",
                        "f1_weighted",
                        "mcc",
                        "precision",
                        "precision_macro",
                        "precision_weighted",
                        "recall",
                        "recall_macro",
                        "recall_weighted");
    }

    /** Balanced accuracy where all rows are of one class and taken for it: scikit-learn's warning is about the table alone. */
    private static boolean isSure(Metric metric, JsonNode one) {
        return metric == Counted.BALANCED_ACCURACY
                && Confusion.of(y(one), p(one), weights(one)).isOneClass();
    }
}
