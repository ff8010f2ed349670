package dev.fettle.bench;

import dev.fettle.bench.problem.WineTable;
import dev.fettle.bench.quality.Quality;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The benchmarks by name. */
public final class Bench {
    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "iris",
                    "[ROUNDS]",
                    "the 72-point Iris grid beside scikit-learn's, 1 and 2 workers (5 rounds: 4 minutes)",
                    rest -> IrisBench.main(rounds(rest))),
            new Entry(
                    "models",
                    "[ROUNDS]",
                    "a search over 20 points of four models beside scikit-learn's, 1 and 2 workers (5 rounds: 9 minutes)",
                    rest -> ModelsBench.main(rounds(rest))),
            new Entry(
                    "overhead",
                    "[ROUNDS]",
                    "what a trial costs besides its objective, and each sampler's thinking, beside Optuna (5 rounds: 8 minutes)",
                    rest -> OverheadBench.main(rounds(rest))),
            new Entry(
                    "bayes",
                    "[ROUNDS]",
                    "10 + 100 Bayesian trials of the net on Iris beside bayes_opt's, 1 and 2 workers (5 rounds: 9 minutes)",
                    rest -> BayesBench.main(rounds(rest))),
            new Entry(
                    "genetic",
                    "[SEEDS]",
                    "100 generations of 100 points on two functions beside DEAP's (100 seeds: a minute)",
                    rest -> GeneticBench.main(rest.isEmpty() ? 100 : rounds(rest))),
            new Entry(
                    "hyperband",
                    "[SEEDS]",
                    "epochs of the net on the digits until random search's best is reached, beside Optuna (20 seeds: 3 minutes)",
                    rest -> HyperbandBench.main(count(rest, 20))),
            new Entry(
                    "asktell",
                    "",
                    "our samplers behind a pipe: one JSON object a line each way, see AskTell.java",
                    rest -> AskTell.main()),
            new Entry(
                    "quality",
                    "[OPTIONS]",
                    "how good the best of so many trials is, beside the peers' recorded curves: see quality --help",
                    rest -> exit(Quality.main(rest))),
            new Entry(
                    "table",
                    "",
                    "prints problems/mlp_wine_cv.json: our net on wine, at each of 480 points",
                    rest -> WineTable.main()));

    private Bench() {}

    /** @param purpose what it measures, on one line */
    private record Entry(String name, String arguments, String purpose, Body body) {}

    private interface Body {
        void run(List<String> arguments) throws Exception;
    }

    /** Runs one benchmark, or lists them. */
    public static void main(String[] arguments) throws Exception {
        String name = arguments.length == 0 ? "" : arguments[0];
        Optional<Entry> entry =
                ENTRIES.stream().filter(e -> e.name().equals(name)).findFirst();
        if (entry.isPresent()) {
            entry.get().body().run(Arrays.asList(arguments).subList(1, arguments.length));
            return;
        }
        ENTRIES.forEach(
                e -> System.out.printf("bench %-18s  %s%n", (e.name() + " " + e.arguments()).strip(), e.purpose()));
        System.exit(name.isEmpty() ? 0 : 2);
    }

    private static void exit(int code) {
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int rounds(List<String> rest) {
        return count(rest, 5);
    }

    private static int count(List<String> rest, int standard) {
        return rest.isEmpty() ? standard : Integer.parseInt(rest.get(0));
    }
}
