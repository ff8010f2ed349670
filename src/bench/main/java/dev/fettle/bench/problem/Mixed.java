package dev.fettle.bench.problem;

import dev.fettle.random.Seed;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import java.util.List;
import java.util.random.RandomGenerator;

/** A problem with a parameter of every kind, where what is best of the others depends on the category. */
final class Mixed {
    private static final List<String> KINDS = List.of("mlp", "cnn", "rnn", "attn");
    private static final List<String> SIZES = List.of("tiny", "small", "medium", "large", "huge");

    private Mixed() {}

    /**
     * What is best for one category.
     *
     * @param level the value there
     * @param size index of the ordered choice
     * @param units binary logarithm, whole
     * @param rate decimal logarithm, for the best size
     */
    private record Best(double level, int size, int units, double rate, double share) {
        static Best of(RandomGenerator random) {
            return new Best(
                    random.nextDouble(),
                    random.nextInt(SIZES.size()),
                    1 + random.nextInt(6),
                    -4.2 + 2.4 * random.nextDouble(),
                    random.nextDouble());
        }

        double at(Point point) {
            double s = SIZES.indexOf(point.text("size")) - size;
            double k = Math.log(point.real("units")) / Math.log(2) - units;
            double u = Math.log10(point.real("rate")) - rate + 0.3 * s;
            double c = point.real("share") - share;
            return level
                    + 0.2 * s * s
                    + 0.25 * k * k
                    + 0.5 * u * u
                    + 2 * c * c
                    + 0.2 * Math.abs(k * u)
                    + Math.abs(s * c);
        }
    }

    static Problem of(String name, Seed seed) {
        RandomGenerator random = seed.random();
        List<Best> best = KINDS.stream().map(kind -> Best.of(random)).toList();
        SearchSpace space = SearchSpace.of(
                Choice.of("kind", KINDS.toArray()),
                Choice.ordered("size", SIZES.toArray()),
                Whole.logBetween("units", 1, 128),
                Real.logUniform("rate", 1e-6, 1),
                Real.uniform("share", 0, 1));
        double optimum = best.stream().mapToDouble(Best::level).min().orElseThrow();
        return Problem.of(
                name, space, p -> best.get(KINDS.indexOf(p.text("kind"))).at(p), optimum);
    }
}
