package dev.fettle.bench.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Reads {@code problems/*.json}; the format is in {@code problems/SPEC.md}. */
public final class ProblemFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemFile() {}

    /** The names of the problems that the peers ran on, in their order. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        json("index").get("problems").forEach(n -> names.add(n.textValue()));
        return names;
    }

    /** The problem in the file with a name. */
    public static Problem load(String name) {
        return problem(json(name));
    }

    /** What the file with a name holds. */
    static JsonNode json(String name) {
        String file = "/dev/fettle/bench/problems/" + name + ".json";
        try (InputStream in = ProblemFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("Problem (" + name + ") must have a file.");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The problem that a file describes. */
    static Problem problem(JsonNode file) {
        SearchSpace space = Params.space(file.get("params"));
        return new Problem(
                file.get("name").textValue(),
                space,
                function(file, space),
                0,
                file.get("f_opt").doubleValue(),
                file.get("f_random").get("median").doubleValue());
    }

    private static ToDoubleFunction<Point> function(JsonNode file, SearchSpace space) {
        String kind = file.path("kind").asText();
        return switch (kind) {
            case "formula" -> Formulas.of(file);
            case "grid2d" -> Grid2d.of(file.get("grid"));
            case "forest" -> Forest.of(file.get("forest"));
            case "table" -> new Lookup(space, numbers(file.get("values")));
            default ->
                throw new IllegalArgumentException(
                        "Kind (" + kind + ") must be one of formula, grid2d, forest, table.");
        };
    }

    static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).doubleValue();
        }
        return numbers;
    }

    static double[][] rows(JsonNode array) {
        double[][] rows = new double[array.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = numbers(array.get(i));
        }
        return rows;
    }
}
