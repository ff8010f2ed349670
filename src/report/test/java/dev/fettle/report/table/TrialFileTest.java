package dev.fettle.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials in files. */
class TrialFileTest {
    private static final List<String> WORDS = List.of(
            "plain", "", "a,b", "\"quoted\"", "two\nlines", "cr\r\nlf", " blanks ", "größe 日本", "NaN", "(1, 2)");

    private static final SearchSpace SPACE = SearchSpace.of(
            Real.uniform("x", -1e300, 1e300),
            Choice.of("word", WORDS.toArray()),
            Choice.of("layers", List.of(100, 50), List.of(7)),
            Choice.of("flag", true, false));

    private final Path folder;

    TrialFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Trial.Running asked(int number, double x) {
        Point point = Point.of(Map.of(
                "x", x, "word", WORDS.get(number % WORDS.size()), "layers", List.of(100, 50), "flag", number % 2 == 0));
        return new Trial.Running(number, 1, Proposal.of(point, "random"), List.of(), Instant.EPOCH);
    }

    private static Score score(double value, double metric) {
        return new Score(
                List.of(value),
                Map.of("se", metric),
                List.of(List.of(0.1, metric)),
                Map.of(),
                0,
                List.of(),
                List.of(),
                null);
    }

    /** Numbers of every size and sign, and metrics that are none. */
    private static History history() {
        Random random = new Random(1);
        History all = History.empty(Goal.minimize("x"));
        double[] strange = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE};
        for (int n = 1; n <= 200; n++) {
            double number = Double.longBitsToDouble(random.nextLong());
            double value = Double.isFinite(number) ? number : 0.1 + 0.2;
            Trial.Running trial = asked(n, value);
            all = all.plus(
                    n % 7 == 0
                            ? trial.fail(Failure.notFinite(Double.NaN), Duration.ofMillis(n))
                            : n % 5 == 0
                                    ? trial.prune("slow", Duration.ZERO)
                                    : trial.complete(score(value, strange[n % 5]), Duration.ofNanos(n)));
        }
        return all;
    }

    /** RFC 4180, by the letter: records of fields, null for an empty one without quotes. */
    private static List<List<@Nullable String>> decoded(String csv) {
        List<List<@Nullable String>> records = new ArrayList<>();
        List<@Nullable String> record = new ArrayList<>();
        int at = 0;
        while (at < csv.length()) {
            StringBuilder field = new StringBuilder();
            boolean quoted = csv.charAt(at) == '"';
            if (quoted) {
                for (at++; csv.charAt(at) != '"' || csv.startsWith("\"\"", at); at++) {
                    field.append(csv.charAt(at));
                    at += csv.charAt(at) == '"' ? 1 : 0;
                }
                at++;
            } else {
                for (; ",\r".indexOf(csv.charAt(at)) < 0; at++) {
                    field.append(csv.charAt(at));
                }
            }
            record.add(quoted || !field.isEmpty() ? field.toString() : null);
            if (csv.charAt(at) == '\r') {
                assertThat(csv.charAt(++at)).isEqualTo('\n');
                records.add(record);
                record = new ArrayList<>();
            }
            at++;
        }
        assertThat(record).isEmpty();
        return records;
    }

    private static @Nullable Double number(@Nullable String text) {
        return text == null ? null : (Double) Double.parseDouble(text);
    }

    @Test
    void theColumnsAreThoseOfTheTable() {
        assertThat(TrialFile.of("s", history(), SPACE).columns())
                .isEqualTo(StudyTable.of("s", history(), SPACE, "x").columnNames())
                .containsExactly(
                        "trial",
                        "state",
                        "x",
                        "se",
                        "metric_se",
                        "fold_1",
                        "fold_2",
                        "param_x",
                        "word",
                        "layers",
                        "flag",
                        "seconds");
    }

    @Test
    void csvBringsBackWhatWasWritten() {
        History history = history();
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            List<List<@Nullable String>> records =
                    decoded(TrialFile.of("s", history, SPACE).csv());
            assertThat(records).hasSize(201);
            for (Trial.Finished trial : history.trials()) {
                List<@Nullable String> row = records.get(trial.number());
                assertThat(row.get(0)).isEqualTo(Integer.toString(trial.number()));
                Score score = trial.match(c -> c.score(), p -> null, f -> null);
                assertThat(number(row.get(2))).isEqualTo(score == null ? null : (Double) score.value());
                assertThat(number(row.get(4)))
                        .isEqualTo(score == null ? null : score.metrics().get("se"));
                assertThat(number(row.get(6)))
                        .isEqualTo(score == null ? null : score.folds().get(1));
                assertThat(number(row.get(7))).isEqualTo(trial.point().find("x"));
                assertThat(row.get(8)).isEqualTo(trial.point().find("word"));
                assertThat(row.get(9)).isEqualTo("(100, 50)");
                assertThat(number(row.get(11))).isEqualTo(trial.took().toNanos() / 1e9);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void jsonBringsBackWhatWasWritten() throws IOException {
        History history = history();
        JsonNode root =
                new JsonMapper().readTree(TrialFile.of("s", history, SPACE).json());
        assertThat(root.get("study").asText()).isEqualTo("s");
        assertThat(root.get("goals").get(0).get("direction").asText()).isEqualTo("minimize");
        assertThat(root.get("trials")).hasSize(200);
        for (Trial.Finished trial : history.trials()) {
            JsonNode row = root.get("trials").get(trial.number() - 1);
            Score score = trial.match(c -> c.score(), p -> null, f -> null);
            assertThat(row.has("x")).isEqualTo(score != null);
            if (score != null) {
                assertThat(row.get("x").doubleValue()).isEqualTo(score.value());
                assertThat(number(row.get("metric_se").asText()))
                        .isEqualTo(score.metrics().get("se"));
            }
            assertThat(row.get("param_x").doubleValue()).isEqualTo(trial.point().find("x"));
            assertThat(row.get("word").textValue()).isEqualTo(trial.point().find("word"));
            assertThat(row.get("layers").get(0).intValue()).isEqualTo(100);
            assertThat(row.get("flag").isBoolean()).isTrue();
        }
    }

    @Test
    void aFileThatIsThereStaysUnlessItMayBeReplaced() throws IOException {
        TrialFile trials = TrialFile.of("s", history(), SPACE);
        Path file = Files.writeString(folder.resolve("mine.csv"), "mine");
        assertThatThrownBy(() -> trials.write(file, false))
                .isInstanceOf(IOException.class)
                .hasMessage("File (" + file
                        + ") must not be there yet; it stays as it is. Maybe --overwrite, or another name.");
        assertThat(file).hasContent("mine");
        trials.write(file, true);
        assertThat(Files.readString(file)).isEqualTo(trials.csv());
        Path json = folder.resolve("new.JSON");
        trials.write(json, false);
        assertThat(Files.readString(json)).isEqualTo(trials.json());
        for (String name : List.of("trials.txt", "trials", "nowhere/trials.csv")) {
            assertThatThrownBy(() -> trials.write(folder.resolve(name), true)).isInstanceOf(IOException.class);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }
}
