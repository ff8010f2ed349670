package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Descent;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The cases of dummy.py, which stands beside its values. */
class DummyTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode file() throws Exception {
        try (InputStream in = DummyTest.class.getResourceAsStream("dummy.json")) {
            return MAPPER.readTree(Objects.requireNonNull(in));
        }
    }

    private static Dataset data(JsonNode file, String name) {
        double[] level = MAPPER.convertValue(file.get("level"), double[].class);
        return name.equals("level")
                ? new Dataset(name, List.of(new Feature.Numbers("x", level)), "y", new Dataset.Values(level))
                : Bundled.dataset(name, null);
    }

    /** Among them r2 of folds in which all targets are equal, one of them hit exactly. */
    @Test
    void itScoresAsThoseOfScikitLearn() throws Exception {
        JsonNode file = file();
        int compared = 0;
        for (JsonNode one : file.get("cases")) {
            Dataset data = data(file, one.get("data").asText());
            int k = one.get("folds").asInt();
            Folds folds = data.target() instanceof Dataset.Classes c
                    ? Folds.stratified(c.y(), k)
                    : Folds.plain(data.rows(), k);
            Metric metric = Metrics.of(one.get("metric").asText()).orElseThrow();
            assertThat(Dummy.score(data, folds, metric))
                    .as("%s", one)
                    .isCloseTo(one.get("score").asDouble(), within(1e-10));
            compared++;
        }
        assertThat(compared).isEqualTo(43);
    }

    @Test
    void aTaskKnowsItOnTheRowsItIsTunedOn() {
        Metric rmse = Metrics.RMSE;
        Task task = Task.of(
                Bundled.dataset("diabetes", null), 0.2, 5, new Descent(), List.of(rmse), Map.of("rate", 0.5), 42);
        assertThat(task.dummy()).isEqualTo(Dummy.score(task.train(), task.folds(), rmse));
    }
}
