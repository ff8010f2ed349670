package dev.fettle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskTellTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARAMS = """
            [{"name": "a", "type": "categorical", "choices": ["x", "y"]},\
             {"name": "b", "type": "int", "low": 1, "high": 3, "when": {"param": "a", "equals": "x"}}]""";

    private final AskTell session = new AskTell();

    private JsonNode send(String line) throws IOException {
        String answer = session.answer(line);
        assertThat(answer).doesNotContain("\n").doesNotContain("\r");
        return JSON.readTree(answer);
    }

    private static String open(String sampler, String params) {
        return "{\"open\": {\"sampler\": \"" + sampler + "\", \"seed\": 3, \"budget\": 100, \"params\": " + params
                + "}}";
    }

    private void ok(String line) throws IOException {
        assertThat(send(line)).isEqualTo(JSON.readTree("{\"ok\": true}"));
    }

    private void wrong(String line, String message) throws IOException {
        assertThat(send(line).path("error").asText()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "random, branin",
        "sobol, branin",
        "random, hartmann6",
        "sobol, mixed_synth",
        "random, mixed_synth",
        "random, hp_q1_choice",
        "sobol, hp_q1_choice",
        "random, svm_digits",
        "random, rosenbrock5",
        "sobol, mlp_wine"
    })
    void aProblemIsAskedAndTold(String sampler, String problem) throws IOException {
        JsonNode params;
        try (InputStream in = AskTell.class.getResourceAsStream("problems/" + problem + ".json")) {
            params = JSON.readTree(Objects.requireNonNull(in)).get("params");
        }
        ok(open(sampler, params.toString()));
        for (int i = 1; i <= 30; i++) {
            JsonNode answer = send("{\"ask\": 1}");
            assertThat(answer.get("number").asInt()).isEqualTo(i);
            for (JsonNode p : params) {
                JsonNode value = answer.get("point").get(p.get("name").asText());
                JsonNode when = p.get("when");
                boolean active = when == null
                        || when.get("equals")
                                .equals(answer.get("point")
                                        .get(when.get("param").asText()));
                assertThat(value != null).isEqualTo(active);
                if (value != null && p.has("low")) {
                    assertThat(value.asDouble())
                            .isBetween(p.get("low").asDouble(), p.get("high").asDouble());
                    assertThat(value.isIntegralNumber())
                            .isEqualTo(p.get("type").asText().equals("int"));
                } else if (value != null) {
                    assertThat(p.get("choices")).contains(value);
                }
            }
            ok("{\"tell\": " + i + ", \"value\": " + i / 7.0 + "}");
        }
    }

    @Test
    void aGridEndsAndGivesEachPointOnce() throws IOException {
        ok(open("grid", PARAMS));
        Set<JsonNode> points = new HashSet<>();
        for (int i = 1; i <= 4; i++) {
            points.add(send("{\"ask\": 1}").get("point"));
            ok("{\"tell\": " + i + ", \"value\": 1}");
        }
        assertThat(points).hasSize(4);
        wrong("{\"ask\": 1}", "Space has no further point.");
        ok(open("random", PARAMS));
        assertThat(send("{\"ask\": 1}").get("number").asInt()).isEqualTo(1);
    }

    @Test
    void steppedAndBooleanValuesAreUnderstood() throws IOException {
        ok(open("grid", """
                [{"name": "f", "type": "float", "low": 0, "high": 1, "step": 0.5, "prior": {"kind": "normal"}},\
                 {"name": "g", "type": "categorical", "choices": [true, false, 3]}]"""));
        assertThat(send("{\"ask\": 1}").get("point")).isEqualTo(JSON.readTree("{\"f\": 0.0, \"g\": true}"));
        assertThat(send("{\"ask\": 1}").get("point")).isEqualTo(JSON.readTree("{\"f\": 0.0, \"g\": false}"));
        assertThat(send("{\"ask\": 1}").get("point")).isEqualTo(JSON.readTree("{\"f\": 0.0, \"g\": 3}"));
    }

    @Test
    void anythingWrongIsAnErrorAndTheStudyGoesOn() throws IOException {
        wrong("{\"ask\": 1}", "Study must be opened first.");
        ok(open("random", PARAMS));
        assertThat(send("{\"ask\": 1}").get("number").asInt()).isEqualTo(1);
        for (String garbage : List.of(
                "",
                " ",
                "hello",
                "{",
                "[]",
                "1",
                "null",
                "{}",
                "{\"ask\": 1} {\"ask\": 1}",
                "{\"ask\": 1, \"ask\": 1}",
                "{\"ask\": 1, \"tell\": 1}",
                "{'ask': 1}",
                "\u0000",
                "[".repeat(100_000),
                "{\"ask\": NaN}")) {
            wrong(garbage, "Line must be one JSON object");
        }
        wrong("{\"ask\": 2}", "Ask (2) must be 1.");
        wrong("{\"ask\": \"1\"}", "Ask (\"1\") must be a whole number of at least 1.");
        wrong("{\"tell\": 1}", "Value (none) must be a number or null.");
        wrong("{\"tell\": 1, \"value\": \"3\"}", "Value (\"3\") must be a number or null.");
        wrong("{\"tell\": 9, \"value\": 3}", "Trial (9) must be running.");
        wrong("{\"tell\": 1.5, \"value\": 3}", "Tell (1.5)");
        wrong(
                open("randm", PARAMS),
                "Sampler (randm) must be one of bayes, cmaes, genetic, grid, random, sobol, swarm, tpe. Maybe"
                        + " random.");
        wrong("{\"open\": 5}", "must be one of");
        wrong(open("random", "[]"), "Params ([]) must be an array of parameters.");
        wrong(open("random", "[{\"name\": \"a\", \"type\": \"text\"}]"), "Type (text) of parameter a must be float");
        wrong(open("random", "[{\"name\": \"a\", \"type\": \"int\", \"low\": 0.5}]"), "Field low (0.5) of parameter a");
        wrong(open("grid", "[{\"name\": \"a\", \"type\": \"float\", \"low\": 0, \"high\": 1}]"), "finitely many");
        ok("{\"tell\": 1, \"value\": 0.5}");
        wrong("{\"tell\": 1, \"value\": 0.5}", "Trial (1) must be running. Maybe it was told before.");
        assertThat(send("{\"ask\": 1}").get("number").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradient", "hyperband"})
    void aSamplerThatIsNotBuiltYetComesLater(String name) throws IOException {
        wrong(open(name, PARAMS), "Sampler (" + name + ") comes later.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bayes", "tpe", "cma", "cmaes"})
    void aSamplerThatListensAnswersToo(String name) throws IOException {
        ok(open(name, "[{\"name\": \"a\", \"type\": \"float\", \"low\": 0, \"high\": 1}]"));
        for (int i = 1; i <= 12; i++) {
            assertThat(send("{\"ask\": 1}").get("number").asInt()).isEqualTo(i);
            ok("{\"tell\": " + i + ", \"value\": " + i + "}");
        }
    }

    @Test
    void failedTrialsNeverEndAStudy() throws IOException {
        ok(open("random", "[{\"name\": \"a\", \"type\": \"float\", \"low\": 0, \"high\": 1}]"));
        for (int i = 1; i <= 20; i++) {
            assertThat(send("{\"ask\": 1}").get("number").asInt()).isEqualTo(i);
            ok("{\"tell\": " + i + ", \"value\": " + (i % 2 == 0 ? "null" : "1e999") + "}");
        }
    }

    @Test
    void severalMayBeAskedBeforeOneIsTold() throws IOException {
        ok(open("sobol", "[{\"name\": \"a\", \"type\": \"float\", \"low\": 0, \"high\": 1}]"));
        for (int i = 1; i <= 5; i++) {
            assertThat(send("{\"ask\": 1}").get("number").asInt()).isEqualTo(i);
        }
        for (int i = 5; i >= 1; i--) {
            ok("{\"tell\": " + i + ", \"value\": 0}");
        }
    }

    @Test
    void equalSeedsGiveEqualPoints() throws IOException {
        List<List<JsonNode>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            ok(open("random", "[{\"name\": \"a\", \"type\": \"float\", \"low\": 0, \"high\": 1}]"));
            List<JsonNode> answers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                answers.add(send("{\"ask\": 1}"));
            }
            runs.add(answers);
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void brokenLinesAreAnswered(long seed) throws IOException {
        RandomGenerator random = new Seed(seed).random();
        List<String> good = List.of(open("random", PARAMS), "{\"ask\": 1}", "{\"tell\": 1, \"value\": 3.2}");
        for (int i = 0; i < 5_000; i++) {
            StringBuilder line = new StringBuilder(good.get(random.nextInt(good.size())));
            for (int edits = random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(line.length());
                switch (random.nextInt(3)) {
                    case 0 -> line.deleteCharAt(at);
                    case 1 -> line.insert(at, "{}[]\",:-0189eE.tnf\\ ".charAt(random.nextInt(20)));
                    default -> line.setCharAt(at, (char) (32 + random.nextInt(95)));
                }
            }
            JsonNode answer = send(line.toString());
            assertThat(answer.has("error") || answer.has("ok") || answer.has("number"))
                    .as(line.toString())
                    .isTrue();
        }
    }
}
