package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each parameter follows the law that is written, in every space. Pearson's chi-square at a false alarm of 1e-5 for each of
 * fewer than 100 tests, so below 1e-3 for the family (Bonferroni); the seeds are fixed.
 */
class LawTest {
    private static final double FALSE_ALARM = 1e-5;
    private static final int DRAWS = 2_000;

    /**
     * A law.
     *
     * @param below the share of what lies below x, for the edges
     * @param edges between the bins, and between the values of a lattice
     */
    private record Law(String domain, DoubleUnaryOperator below, double... edges) {
        double[] shares() {
            double[] below = DoubleStream.of(edges).map(this.below).toArray();
            double[] shares = new double[edges.length + 1];
            double sum = 0;
            for (int i = 0; i < edges.length; i++) {
                shares[i] = below[i] - sum;
                sum = below[i];
            }
            shares[edges.length] = 1 - sum;
            return shares;
        }

        int bin(Object value) {
            double x = value instanceof Number n
                    ? n.doubleValue()
                    : value.toString().charAt(0) - 'a';
            int found = Arrays.binarySearch(edges, x);
            return found < 0 ? -found - 1 : found + 1;
        }
    }

    private static DoubleUnaryOperator flat(double low, double high) {
        return x -> (x - low) / (high - low);
    }

    private static DoubleUnaryOperator ratio(double low, double high) {
        return x -> Math.log(x / low) / Math.log(high / low);
    }

    private static DoubleUnaryOperator bell(double mean, double sd) {
        return new NormalDistribution(mean, sd)::cumulativeProbability;
    }

    private static DoubleUnaryOperator logBell(double mean, double sd) {
        return x -> bell(mean, sd).applyAsDouble(Math.log(x));
    }

    private static List<Law> laws() {
        return List.of(
                new Law("~ uniform(-3, 5)", flat(-3, 5), -2, -1, 0, 1, 2, 3, 4),
                new Law("~ uniform(0, 1, step 0.2)", flat(-0.1, 1.1), 0.1, 0.3, 0.5, 0.7, 0.9),
                new Law("~ logUniform(1e-5, 1e-1)", ratio(1e-5, 1e-1), 1e-4, 1e-3, 3e-3, 1e-2),
                new Law(
                        "~ logUniform(0.0001, 0.1, step 0.0001)",
                        ratio(0.00005, 0.10005),
                        0.00015,
                        0.00025,
                        0.00055,
                        0.00155,
                        0.00555,
                        0.02005),
                new Law("~ int(1, 6)", flat(0.5, 6.5), 1.5, 2.5, 3.5, 4.5, 5.5),
                new Law("~ int(0, 100, step 7)", flat(-3.5, 101.5), 3.5, 10.5, 24.5, 52.5, 94.5),
                new Law("~ logInt(1, 1000000)", ratio(0.5, 1000000.5), 1.5, 10.5, 100.5, 1000.5, 10000.5, 100000.5),
                new Law("~ logInt(1, 1000, step 4)", ratio(0.5, 999), 3, 7, 19, 99, 499),
                new Law("~ normal(0, 1)", bell(0, 1), -1.5, -1, -0.5, 0, 0.5, 1, 1.5),
                new Law("~ normal(0, 1, step 0.5)", bell(0, 1), -1.25, -0.75, -0.25, 0.25, 0.75, 1.25, 1.75),
                new Law("~ logNormal(1, 0.5)", logBell(1, 0.5), 1, 1.5, 2, 2.5, 3, 4, 5),
                new Law("~ logNormal(0, 1, step 0.5)", logBell(0, 1), 0.75, 1.25, 1.75, 2.25, 3.25, 5.25),
                new Law("in {a, b, c, d}", flat(-0.5, 3.5), 0.5, 1.5, 2.5),
                new Law("in {a < b < c}", flat(-0.5, 2.5), 0.5, 1.5),
                new Law("in {1, 10, 100}", x -> x <= 5 ? 1 / 3.0 : 2 / 3.0, 5, 50));
    }

    private static Stream<Arguments> lawsIn(String... spaces) {
        return laws().stream().flatMap(law -> Stream.of(spaces).map(s -> Arguments.of(law, s)));
    }

    static Stream<Arguments> first() {
        return lawsIn("p %s", "p %s\nz ~ uniform(0, 1)", "s in {on, off}\np %s if s == on");
    }

    /** The first point of many searches, so that nothing is used up yet. */
    @ParameterizedTest
    @MethodSource("first")
    void theFirstPointFollowsTheLaw(Law law, String space) {
        follows(law, firsts(new RandomSampler(), String.format(space, law.domain)));
    }

    static Stream<Arguments> alone() {
        return lawsIn("p %s");
    }

    @ParameterizedTest
    @MethodSource("alone")
    void theFirstSobolPointFollowsTheLaw(Law law, String space) {
        follows(law, firsts(new RandomSampler(true), String.format(space, law.domain)));
    }

    static Stream<Arguments> beside() {
        return lawsIn("p %s\nz ~ uniform(0, 1)");
    }

    /** Many points of one search. Those of Sobol are more even than chance, so that only a wrong law is found. */
    @ParameterizedTest
    @MethodSource("beside")
    void allPointsFollowTheLawBesideAContinuum(Law law, String text) {
        SearchSpace space = SpaceText.parse(String.format(text, law.domain));
        for (boolean quasi : new boolean[] {false, true}) {
            follows(law, points(new RandomSampler(quasi), space, 1, DRAWS));
        }
    }

    static Stream<Arguments> weighted() {
        DoubleUnaryOperator below = ratio(0.5, 4.5);
        ToDoubleFunction<Point> number =
                p -> below.applyAsDouble(p.whole("p") + 0.5) - below.applyAsDouble(p.whole("p") - 0.5);
        ToDoubleFunction<Point> branch = p -> p.has("p") ? 1 / 6.0 : 1 / 2.0;
        return Stream.of(
                Arguments.of("p ~ logInt(1, 4)", number), Arguments.of("s in {a, b}\np in 1..3 if s == b", branch));
    }

    /** All orders in which four points of unequal weight can come. */
    @ParameterizedTest
    @MethodSource("weighted")
    void whatIsLeftKeepsItsProportions(String text, ToDoubleFunction<Point> weight) {
        SearchSpace space = SpaceText.parse(text);
        Map<List<Point>, Integer> counts = new LinkedHashMap<>();
        int draws = 5 * DRAWS;
        for (int seed = 0; seed < draws; seed++) {
            counts.merge(points(new RandomSampler(), space, seed, 4), 1, Integer::sum);
        }
        assertThat(counts).hasSize(24);
        double[] shares = counts.keySet().stream()
                .mapToDouble(order -> share(order, weight))
                .toArray();
        isChance(counts.values().stream().mapToInt(n -> n).toArray(), shares, draws);
    }

    private static double share(List<Point> order, ToDoubleFunction<Point> weight) {
        double left = 1;
        double share = 1;
        for (Point point : order) {
            share *= weight.applyAsDouble(point) / left;
            left -= weight.applyAsDouble(point);
        }
        return share;
    }

    private static List<Point> firsts(Sampler sampler, String text) {
        SearchSpace space = SpaceText.parse(text);
        return LongStream.range(0, DRAWS)
                .mapToObj(seed -> points(sampler, space, seed, 1).get(0))
                .toList();
    }

    private static List<Point> points(Sampler sampler, SearchSpace space, long seed, int count) {
        return sampler
                .start(Question.of(space, Goal.minimize("loss")), new Seed(seed))
                .propose(count, () -> true)
                .proposals()
                .stream()
                .map(Proposal::point)
                .toList();
    }

    /** An inactive parameter is one more bin, of a half. */
    private static void follows(Law law, List<Point> points) {
        double[] shares = law.shares();
        boolean conditional = points.stream().anyMatch(p -> !p.has("p"));
        int[] counts = new int[shares.length + (conditional ? 1 : 0)];
        for (Point p : points) {
            counts[p.has("p") ? law.bin(p.value("p")) : shares.length]++;
        }
        double[] expected = Arrays.copyOf(
                DoubleStream.of(shares).map(s -> conditional ? s / 2 : s).toArray(), counts.length);
        if (conditional) {
            expected[shares.length] = 0.5;
        }
        isChance(counts, expected, points.size());
    }

    private static void isChance(int[] counts, double[] shares, int draws) {
        double chi = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = shares[i] * draws;
            assertThat(expected).isGreaterThan(5);
            chi += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        assertThat(chi)
                .as("%s of %s", Arrays.toString(counts), Arrays.toString(shares))
                .isLessThan(
                        new ChiSquaredDistribution(counts.length - 1).inverseCumulativeProbability(1 - FALSE_ALARM));
    }
}
