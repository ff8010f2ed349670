package dev.fettle.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code quality_*.json}, in the format of the peers' harness. */
final class RecordingFile {
    /** As the peers' are, so that equal values are equal. */
    private static final MathContext DIGITS = new MathContext(6);

    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordingFile() {}

    /** Cut to the digits of a file. */
    static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }

    /** What a file holds; nothing if there is none. */
    static Recording read(Path file, String sampler) throws IOException {
        return Files.exists(file) ? recording(JSON.readTree(file.toFile())) : Recording.empty(sampler);
    }

    static Recording recording(JsonNode root) {
        SortedMap<String, SortedMap<Integer, Run>> runs = new TreeMap<>();
        root.get("runs").properties().forEach(problem -> {
            SortedMap<Integer, Run> seeds = new TreeMap<>();
            problem.getValue()
                    .properties()
                    .forEach(seed -> seeds.put(Integer.valueOf(seed.getKey()), run(seed.getValue())));
            runs.put(problem.getKey(), seeds);
        });
        return new Recording(
                root.get("sampler").textValue(), runs, root.path("peak_rss_mb").asDouble());
    }

    private static Run run(JsonNode node) {
        List<Improvement> curve = new ArrayList<>();
        node.path("curve")
                .forEach(step -> curve.add(
                        new Improvement(step.get(0).intValue(), step.get(1).doubleValue())));
        return new Run(
                node.get("budget").intValue(),
                List.copyOf(curve),
                marks(node.path("ask_tell_cpu_ms")),
                marks(node.path("ask_tell_wall_ms")),
                node.path("cpu_s").asDouble(),
                node.path("wall_s").asDouble(),
                node.has("error") ? node.get("error").asText() : null);
    }

    private static SortedMap<Integer, Double> marks(JsonNode node) {
        SortedMap<Integer, Double> marks = new TreeMap<>();
        node.properties()
                .forEach(
                        e -> marks.put(Integer.valueOf(e.getKey()), e.getValue().doubleValue()));
        return marks;
    }

    /** In one step: whoever reads sees the file of before or the new one. */
    static void write(Path file, Recording recording) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(next, JSON.writeValueAsString(json(recording)) + "\n");
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ObjectNode json(Recording recording) {
        ObjectNode root = JSON.createObjectNode().put("sampler", recording.sampler());
        ObjectNode runs = root.putObject("runs");
        recording.runs().forEach((problem, seeds) -> {
            ObjectNode node = runs.putObject(problem);
            seeds.forEach((seed, run) -> node.set(seed.toString(), json(run)));
        });
        root.putObject("environment")
                .put("java", System.getProperty("java.version"))
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .put("cores", Runtime.getRuntime().availableProcessors());
        return root.put("peak_rss_mb", rounded(recording.peakMb()));
    }

    private static ObjectNode json(Run run) {
        ObjectNode node = JSON.createObjectNode().put("budget", run.budget());
        @Nullable String error = run.error();
        if (error != null) {
            return node.put("error", error);
        }
        ArrayNode curve = node.putArray("curve");
        run.curve().forEach(i -> curve.addArray().add(i.trial()).add(rounded(i.value())));
        marks(node.putObject("ask_tell_cpu_ms"), run.cpuMs());
        marks(node.putObject("ask_tell_wall_ms"), run.wallMs());
        return node.put("cpu_s", rounded(run.cpuSeconds())).put("wall_s", rounded(run.wallSeconds()));
    }

    private static void marks(ObjectNode node, SortedMap<Integer, Double> marks) {
        marks.forEach((mark, ms) -> node.put(mark.toString(), rounded(ms)));
    }
}
