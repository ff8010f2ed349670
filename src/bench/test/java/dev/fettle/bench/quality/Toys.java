package dev.fettle.bench.quality;

import dev.fettle.bench.problem.Problem;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Problems and recordings of a few numbers. */
final class Toys {
    private Toys() {}

    /** x in [0, 1]; optimum 0, median 1. */
    static Problem problem(String name) {
        return new Problem(name, SearchSpace.of(Real.uniform("x", 0, 1)), p -> 2 * p.real("x"), 0, 0, 1);
    }

    static Run run(int budget, double... values) {
        List<Improvement> curve = Arrays.stream(values)
                .mapToObj(v -> new Improvement(
                        1 + (int) Arrays.stream(values).filter(w -> w > v).count() * 20, v))
                .toList();
        return new Run(budget, curve, new TreeMap<>(), new TreeMap<>(), 0, 0, null);
    }

    /** A run of 30 trials for each value, which it has from the start. */
    static Recording recording(String sampler, String problem, double... values) {
        Recording recording = Recording.empty(sampler);
        for (int seed = 0; seed < values.length; seed++) {
            recording = recording.with(problem, seed, run(30, values[seed]), 0);
        }
        return recording;
    }

    static Sheet sheet(List<Problem> problems, double[][]... values) {
        List<String> samplers = Arrays.stream(values)
                .map(v -> "s" + Arrays.asList(values).indexOf(v))
                .toList();
        return new Sheet(samplers, problems, values);
    }
}
