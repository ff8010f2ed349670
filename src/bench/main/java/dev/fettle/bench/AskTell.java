package dev.fettle.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.bench.problem.Params;
import dev.fettle.bench.quality.Samplers;
import dev.fettle.journal.NoJournal;
import dev.fettle.sampler.Sampler;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our samplers for a harness in any language: one JSON object a line each way.
 *
 * <pre>
 * {"open": {"sampler": "random", "seed": 3, "budget": 100, "params": [as in problems/*.json]}}  → {"ok": true}
 * {"ask": 1}                    → {"number": 1, "point": {"x1": 0.3, "arch": "relu"}}; inactive parameters are absent
 * {"tell": 1, "value": 3.2}     → {"ok": true}; the value is minimised, null means that the trial failed
 * anything wrong                → {"error": "message"}, and the study goes on; a new "open" starts a new study
 * </pre>
 */
final class AskTell {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private @Nullable Study study;
    private @Nullable Lease lease;

    /** Answers standard input on standard output, which nothing else may use, until the input ends. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        AskTell session = new AskTell();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.print(session.answer(line) + "\n");
            out.flush();
        }
    }

    /** One line for one line, whatever it is. */
    String answer(String line) {
        try {
            return JSON.writeValueAsString(reply(JSON.readTree(line)));
        } catch (JsonProcessingException e) {
            return error("Line must be one JSON object: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return error(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return error("Line could not be answered: " + e);
        }
    }

    private static String error(String message) {
        return JSON.createObjectNode().put("error", message).toString();
    }

    private JsonNode reply(JsonNode line) {
        long verbs = List.of("open", "ask", "tell").stream().filter(line::has).count();
        if (!line.isObject() || verbs != 1) {
            throw new IllegalArgumentException("Line must be one JSON object with one of open, ask, tell.");
        }
        if (line.has("open")) {
            study = open(line.get("open"));
            lease = study.begin(Budget.unlimited().withOnError(Budget.OnError.IGNORE));
            return JSON.createObjectNode().put("ok", true);
        }
        if (study == null || lease == null) {
            throw new IllegalStateException("Study must be opened first.");
        }
        return line.has("ask") ? ask(study, lease, line.get("ask")) : tell(lease, line.get("tell"), line.get("value"));
    }

    /** The budget is what the sampler plans with; what is asked beyond it is answered, and no failure ends the study. */
    private static Study open(JsonNode open) {
        Sampler sampler = Samplers.of(open.path("sampler").asText());
        JsonNode seed = open.path("seed");
        if (!seed.isMissingNode() && !(seed.isIntegralNumber() && seed.canConvertToLong())) {
            throw new IllegalArgumentException("Seed (" + seed + ") must be a whole number.");
        }
        StudyConfig config = StudyConfig.of(
                        "asktell", Params.space(open.get("params")), Goal.minimize("value"), sampler)
                .withSeed(seed.asLong());
        if (open.has("budget")) {
            config = config.withTrials(whole(open.get("budget"), "Budget"));
        }
        return Study.open(config, new NoJournal(), InstantSource.system());
    }

    private static JsonNode ask(Study study, Lease lease, JsonNode count) {
        if (whole(count, "Ask") != 1) {
            throw new IllegalArgumentException("Ask (" + count + ") must be 1.");
        }
        Optional<Trial.Running> trial = lease.ask(() -> true);
        if (trial.isEmpty()) {
            List<Trial.Running> open = study.running();
            throw new IllegalStateException(
                    open.isEmpty()
                            ? "Space has no further point."
                            : "Trial (" + open.get(0).number() + ") must be told first.");
        }
        return JSON.createObjectNode()
                .put("number", trial.get().number())
                .set("point", JSON.valueToTree(trial.get().point().entries()));
    }

    private static JsonNode tell(Lease lease, JsonNode number, @Nullable JsonNode value) {
        int trial = whole(number, "Tell");
        if (value == null || !(value.isNull() || value.isNumber())) {
            throw new IllegalArgumentException(
                    "Value (" + Objects.requireNonNullElse(value, "none") + ") must be a number or null.");
        }
        if (value.isNull()) {
            lease.fail(trial, 1, Failure.thrown("Failed", ""));
        } else {
            lease.tell(trial, 1, Score.of(value.doubleValue()));
        }
        return JSON.createObjectNode().put("ok", true);
    }

    private static int whole(JsonNode node, String subject) {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1) {
            throw new IllegalArgumentException(subject + " (" + node + ") must be a whole number of at least 1.");
        }
        return node.intValue();
    }
}
