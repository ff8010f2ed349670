package dev.fettle.bench.problem;

import dev.fettle.random.Seed;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Finite problems: a value for each of 1,440 points, from main effects, effects of pairs and a part that nothing explains. */
final class Tables {
    private static final SearchSpace SPACE = SearchSpace.of(
            Choice.of("a", "p", "q", "r", "s"),
            Choice.ordered("b", 1, 2, 4, 8, 16),
            Choice.of("c", true, false),
            Choice.ordered("d", 0.001, 0.003, 0.01, 0.03, 0.1, 0.3),
            Choice.ordered("e", 16, 32, 48, 64, 96, 128));

    private Tables() {}

    static Problem of(String name, Seed seed) {
        int[] sizes = SPACE.parameters().stream()
                .mapToInt(p -> ((Choice) p).values().size())
                .toArray();
        double[] values = new double[Arrays.stream(sizes).reduce(1, (m, n) -> m * n)];
        int[] index = new int[sizes.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = value(index, sizes, seed.child(at), seed);
            advance(index, sizes);
        }
        double optimum = Arrays.stream(values).min().orElseThrow();
        return Problem.of(name, SPACE, new Lookup(SPACE, values), optimum);
    }

    private static void advance(int[] index, int[] sizes) {
        for (int i = sizes.length - 1; i >= 0 && ++index[i] == sizes[i]; i--) {
            index[i] = 0;
        }
    }

    private static double value(int[] index, int[] sizes, Seed own, Seed seed) {
        RandomGenerator random = seed.child("effects").random();
        double[] x = new double[index.length];
        double sum = 0.1 * own.random().nextGaussian();
        for (int i = 0; i < x.length; i++) {
            boolean ordered = ((Choice) SPACE.parameters().get(i)).ordered();
            double place = random.nextDouble();
            x[i] = ordered
                    ? index[i] / (sizes[i] - 1.0) - place
                    : seed.child("level " + i).child(index[i]).random().nextDouble();
            sum += (1 + random.nextDouble()) * x[i] * x[i];
        }
        for (int i = 0; i + 1 < x.length; i++) {
            sum += (random.nextDouble() - 0.5) * x[i] * x[i + 1];
        }
        return sum;
    }
}
