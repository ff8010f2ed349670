package dev.fettle.bench.quality;

import dev.fettle.bench.problem.Families;
import dev.fettle.bench.problem.ProblemFile;
import dev.fettle.word.Maybe;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run of the benchmark was asked for.
 *
 * @param samplers names in {@link Samplers}, each once
 * @param problems names of problems with a file and of {@link Families}, each once
 * @param firstSeed the seeds are this one and those that follow
 */
record Options(List<String> samplers, List<String> problems, int seeds, int firstSeed, int budget, int jobs, Path out) {
    static final String HELP = """
            ./fettle bench quality: how good the best of so many trials is, ours beside the recorded curves of the peers

              --samplers NAMES    of ours, with commas between; all that there are but grid and sobol if left away
              --problems NAMES    all: the problems with a file, which the peers ran on (the standard);
                                  families: our own, made from seeds; or names of either kind, with commas between
              --seeds N           runs a problem, 20 if left away
              --first-seed N      the seed of the first, 0 if left away
              --budget N          trials a run, 100 if left away
              --jobs N            runs at once, 2 if left away; times are truest with 1
              --out DIR           where quality_fettle_NAME.json is kept, the folder quality if left away
              --help              this page

            A run that is in its file with as many trials is not run again; the report is on all runs in the files.
            """;

    private static final List<String> USUAL = List.of("bayes", "tpe", "cmaes", "random");

    private static final Map<String, String> STANDARD = Map.of(
            "--samplers",
            String.join(",", USUAL.stream().filter(Samplers.names()::contains).toList()),
            "--problems",
            "all",
            "--seeds",
            "20",
            "--first-seed",
            "0",
            "--budget",
            "100",
            "--jobs",
            "2",
            "--out",
            "quality");

    /** @throws IllegalArgumentException with the word that is wrong */
    static Options parse(List<String> words) {
        Map<String, String> values = new TreeMap<>(STANDARD);
        for (int i = 0; i < words.size(); i += 2) {
            String option = words.get(i);
            if (!STANDARD.containsKey(option)) {
                throw unknown(
                        "Option",
                        option,
                        Stream.concat(STANDARD.keySet().stream().sorted(), Stream.of("--help")));
            }
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException("Option (" + option + ") must have a value.");
            }
            values.put(option, words.get(i + 1));
        }
        return new Options(
                samplers(values.getOrDefault("--samplers", "")),
                problems(values.getOrDefault("--problems", "")),
                whole(values, "--seeds", 1),
                whole(values, "--first-seed", 0),
                whole(values, "--budget", 1),
                whole(values, "--jobs", 1),
                Path.of(values.getOrDefault("--out", "")));
    }

    private static List<String> samplers(String names) {
        Set<String> samplers = new LinkedHashSet<>();
        for (String name : split(names)) {
            Samplers.of(name);
            samplers.add(Samplers.canonical(name));
        }
        return List.copyOf(samplers);
    }

    private static List<String> problems(String names) {
        List<String> files = ProblemFile.names();
        List<String> families = Families.names();
        Set<String> problems = new LinkedHashSet<>();
        for (String name : split(names)) {
            if (name.equals("all") || name.equals("families")) {
                problems.addAll(name.equals("all") ? files : families);
            } else if (files.contains(name) || families.contains(name)) {
                problems.add(name);
            } else {
                throw unknown(
                        "Problem",
                        name,
                        Stream.of(Stream.of("all", "families"), files.stream(), families.stream())
                                .flatMap(s -> s));
            }
        }
        return List.copyOf(problems);
    }

    private static List<String> split(String names) {
        return Arrays.asList(names.split(",", -1));
    }

    private static int whole(Map<String, String> values, String option, int least) {
        String value = values.getOrDefault(option, "");
        try {
            int whole = Integer.parseInt(value);
            if (whole >= least) {
                return whole;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is too small.
        }
        throw new IllegalArgumentException(
                "Option " + option + " (" + value + ") must be a whole number of at least " + least + ".");
    }

    private static IllegalArgumentException unknown(String subject, String word, Stream<String> names) {
        List<String> all = names.toList();
        return new IllegalArgumentException(
                subject + " (" + word + ") must be one of " + String.join(", ", all) + "." + Maybe.sentence(word, all));
    }
}
