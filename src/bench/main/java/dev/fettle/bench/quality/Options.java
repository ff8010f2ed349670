package dev.fettle.bench.quality;

import dev.fettle.bench.problem.Families;
import dev.fettle.bench.problem.ProblemFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a run of the benchmark was asked for.
 *
 * @param samplers names in {@link Samplers}, each once
 * @param problems names of problems with a file and of {@link Families}, each once
 * @param firstSeed the seeds are this one and those that follow
 */
record Options(List<String> samplers, List<String> problems, int seeds, int firstSeed, int budget, int jobs, Path out) {
    /** Reads each option with its value, as the launcher gives them once it has checked both. */
    static Options parse(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            values.put(words.get(i), words.get(i + 1));
        }
        return new Options(
                names(values, "--samplers").toList(),
                names(values, "--problems")
                        .flatMap(Options::problems)
                        .distinct()
                        .toList(),
                whole(values, "--seeds"),
                whole(values, "--first-seed"),
                whole(values, "--budget"),
                whole(values, "--jobs"),
                Path.of(value(values, "--out")));
    }

    private static Stream<String> problems(String name) {
        return switch (name) {
            case "all" -> ProblemFile.names().stream();
            case "families" -> Families.names().stream();
            default -> Stream.of(name);
        };
    }

    private static Stream<String> names(Map<String, String> values, String option) {
        return Arrays.stream(value(values, option).split(",", -1)).distinct();
    }

    private static int whole(Map<String, String> values, String option) {
        return Integer.parseInt(value(values, option));
    }

    private static String value(Map<String, String> values, String option) {
        return Objects.requireNonNull(values.get(option), option);
    }
}
