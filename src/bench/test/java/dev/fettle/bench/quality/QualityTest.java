package dev.fettle.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fettle.bench.problem.Families;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    private void run(String words) throws IOException, InterruptedException {
        out.reset();
        progress.reset();
        String all = "--first-seed 0 --jobs 2 " + words + " --out " + folder;
        Quality.run(
                Options.parse(List.of(all.split(" ", -1))),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(progress, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return progress.toString(StandardCharsets.UTF_8);
    }

    private Path file() {
        return folder.resolve("quality_fettle_random.json");
    }

    @Test
    void aFinishedRunIsKeptAndGivesTheSameReport() throws Exception {
        String words = "--samplers random --problems branin,levy_2,hp_q1_choice --seeds 3 --budget 30";
        run(words);
        String first = printed();
        String file = Files.readString(file());
        assertThat(said().lines()).hasSize(9).allMatch(line -> line.contains("best"));
        assertThat(first)
                .contains("after 30 trials", "optuna_gp", "hp_q1_choice", "Families of our own", "mean norm. regret")
                .doesNotContain("after 100 trials", "NaN");
        run(words);
        assertThat(said()).isEmpty();
        assertThat(printed()).isEqualTo(first);
        assertThat(Files.readString(file())).isEqualTo(file);
    }

    @Test
    void aLargerBudgetIsRunAgainAndASmallerIsNot() throws Exception {
        run("--samplers random --problems levy_2 --seeds 2 --budget 30");
        run("--samplers random --problems levy_2 --seeds 3 --budget 20");
        assertThat(said().lines()).hasSize(1).first().asString().startsWith("fettle_random levy_2 2: best");
        run("--samplers random --problems levy_2 --seeds 2 --budget 31");
        assertThat(said().lines()).hasSize(2);
        JsonNode runs = JSON.readTree(file().toFile()).get("runs").get("levy_2");
        assertThat(runs.get("0").get("budget").intValue()).isEqualTo(31);
        assertThat(runs.get("2").get("budget").intValue()).isEqualTo(20);
    }

    @Test
    void manyJobsFindWhatOneFinds() throws Exception {
        String words = "--samplers sobol,random --problems mixed_1_noisy,thin_3,table_1 --seeds 4 --budget 40 --jobs ";
        run(words + 3);
        List<JsonNode> many = curves();
        for (String name : List.of("sobol", "random")) {
            Files.delete(folder.resolve("quality_fettle_" + name + ".json"));
        }
        run(words + 1);
        assertThat(curves()).isEqualTo(many).hasSize(24);
    }

    private List<JsonNode> curves() throws IOException {
        List<JsonNode> curves = new ArrayList<>();
        for (String name : List.of("sobol", "random")) {
            JSON.readTree(folder.resolve("quality_fettle_" + name + ".json").toFile())
                    .get("runs")
                    .forEach(p -> p.forEach(run -> curves.add(run.get("curve"))));
        }
        return curves;
    }

    @Test
    void theFileHasTheFieldsOfThePeers() throws Exception {
        run("--samplers random --problems branin --seeds 1 --budget 50");
        JsonNode ours = JSON.readTree(file().toFile());
        assertThat(ours.get("sampler").textValue()).isEqualTo("fettle_random");
        JsonNode run = ours.get("runs").get("branin").get("0");
        List<String> fields = new ArrayList<>();
        run.fieldNames().forEachRemaining(fields::add);
        assertThat(fields).containsExactly("budget", "curve", "ask_tell_cpu_ms", "ask_tell_wall_ms", "cpu_s", "wall_s");
        List<String> marks = new ArrayList<>();
        run.get("ask_tell_cpu_ms").fieldNames().forEachRemaining(marks::add);
        assertThat(marks).containsExactly("10", "20", "30", "50");
        double before = Double.POSITIVE_INFINITY;
        for (JsonNode step : run.get("curve")) {
            assertThat(step).hasSize(2);
            assertThat(step.get(0).isInt()).isTrue();
            assertThat(step.get(1).doubleValue())
                    .isLessThan(before)
                    .isEqualTo(RecordingFile.rounded(step.get(1).doubleValue()));
            before = step.get(1).doubleValue();
        }
    }

    @Test
    void aRunThatFailedIsSaidAndRunAgain() throws Exception {
        run("--samplers grid --problems branin,table_1 --seeds 1 --budget 30");
        assertThat(said()).contains("fettle_grid branin 0: failed: ", "fettle_grid table_1 0: best");
        assertThat(printed()).contains("fettle_grid failed on branin, seed 0: ");
        run("--samplers grid --problems branin,table_1 --seeds 1 --budget 30");
        assertThat(said().lines()).hasSize(1).first().asString().contains("branin 0: failed");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        for (Recording peer : Peers.recordings()) {
            RecordingFile.write(folder.resolve("copy.json"), peer);
            assertThat(RecordingFile.read(folder.resolve("copy.json"), "")).isEqualTo(peer);
        }
        ObjectNode failed = (ObjectNode) JSON.readTree("""
                {"sampler": "s", "runs": {"p": {"3": {"budget": 9, "error": "ValueError: no"}}}, "peak_rss_mb": 4}""");
        Recording recording = RecordingFile.recording(failed);
        RecordingFile.write(folder.resolve("copy.json"), recording);
        assertThat(RecordingFile.read(folder.resolve("copy.json"), "")).isEqualTo(recording);
        assertThat(recording.values("p", 1)).isEmpty();
    }

    @Test
    void valuesAreThoseOfRunsThatCameSoFar() {
        Recording recording =
                Recording.empty("s").with("p", 1, Toys.run(50, 3, 2, 1), 0).with("p", 0, Toys.run(30, 9, 8), 0);
        assertThat(recording.values("p", 20)).containsExactly(9, 3);
        assertThat(recording.values("p", 21)).containsExactly(8, 2);
        assertThat(recording.values("p", 41)).containsExactly(1);
        assertThat(recording.values("q", 1)).isEmpty();
    }

    @Test
    void allAndFamiliesStandForTheirProblemsOnce() {
        String words =
                "--samplers bayes,tpe,bayes --problems all,branin,families --seeds 1 --first-seed 0 --budget 9 --jobs 1 --out o";
        Options options = Options.parse(List.of(words.split(" ", -1)));
        assertThat(options.samplers()).containsExactly("bayes", "tpe");
        assertThat(options.problems())
                .doesNotHaveDuplicates()
                .startsWith("branin", "hartmann6")
                .contains("ackley_10");
    }

    @Test
    void theLauncherKnowsOurNames() throws Exception {
        JsonNode names = JSON.readTree(Path.of("names.json").toFile());
        assertThat(names.get("samplers")).extracting(JsonNode::textValue).isEqualTo(Samplers.names());
        assertThat(names.get("families")).extracting(JsonNode::textValue).isEqualTo(Families.names());
    }
}
