package dev.fettle.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The 200 random cases of scikit_learn.py, which stands beside their values. */
class ScikitLearnTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode cases() throws IOException {
        try (InputStream in = ScikitLearnTest.class.getResourceAsStream("scikit_learn.json")) {
            return MAPPER.readTree(Objects.requireNonNull(in)).get("cases");
        }
    }

    private static double ours(Metric metric, JsonNode one) {
        if (metric instanceof Metric.OfClasses of) {
            return of.score(
                    MAPPER.convertValue(one.get("y"), int[].class),
                    MAPPER.convertValue(one.get("p"), double[][].class));
        }
        return ((Metric.OfValues) metric)
                .score(
                        MAPPER.convertValue(one.get("values"), double[].class),
                        MAPPER.convertValue(one.get("said"), double[].class));
    }

    @Test
    void everyMetricIsThatOfScikitLearn() throws IOException {
        Map<String, Integer> compared = new TreeMap<>();
        int number = 0;
        for (JsonNode one : cases()) {
            for (Map.Entry<String, JsonNode> score : one.get("scores").properties()) {
                Metric metric = Metrics.of(score.getKey()).orElseThrow();
                if (!score.getValue().isNull()) {
                    double theirs = score.getValue().doubleValue();
                    assertThat(ours(metric, one))
                            .as("%s, case %d", metric.id(), number)
                            .isCloseTo(theirs, within(1e-12 * Math.max(1, Math.abs(theirs))));
                    compared.merge(metric.id(), 1, Integer::sum);
                } else if (metric instanceof Metric.OfClasses of && of.binary()) {
                    assertThat(ours(metric, one))
                            .as("%s of one class", metric.id())
                            .isNaN();
                }
            }
            number++;
        }
        assertThat(number).isEqualTo(200);
        assertThat(compared.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Metrics.ALL.stream().map(Metric::id).toList());
        assertThat(compared).allSatisfy((id, count) -> assertThat(count).isGreaterThan(30));
    }
}
