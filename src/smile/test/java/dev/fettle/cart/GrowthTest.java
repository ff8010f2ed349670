package dev.fettle.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.cart.Target.Impurity;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthTest {
    private static final Limits FREE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, 2, 1, Integer.MAX_VALUE);

    private static double[] ones(int n) {
        return IntStream.range(0, n).mapToDouble(i -> 1).toArray();
    }

    private static Tree grow(double[][] x, Target target, double[] weights, Limits limits) {
        return Growth.grow(Columns.of(x), target, weights, limits, new Seed(1));
    }

    private static Tree classes(double[][] x, int... y) {
        return grow(x, new Target.Classes(y, 2, Impurity.GINI), ones(y.length), FREE);
    }

    /** Some columns with ties, some without. */
    static double[][] rows(long seed, int n) {
        RandomGenerator random = new Seed(seed).random();
        return IntStream.range(0, n)
                .mapToObj(i -> new double[] {random.nextGaussian(), random.nextInt(4), random.nextDouble()})
                .toArray(double[][]::new);
    }

    private static int[] codes(double[][] x, int k) {
        RandomGenerator random = new Seed(3).random();
        return Arrays.stream(x)
                .mapToInt(row -> row[0] + row[1] > 1.5 ? k - 1 : random.nextInt(k))
                .toArray();
    }

    private static double[] sizes(Tree tree, double[][] x, double[] weights) {
        double[] sizes = new double[tree.nodes()];
        for (int i = 0; i < x.length; i++) {
            sizes[tree.leaf(x[i])] += weights[i];
        }
        return sizes;
    }

    private static long leaves(Tree tree) {
        return IntStream.of(tree.left()).filter(l -> l == 0).count();
    }

    @Test
    void aThresholdLiesHalfwayBetweenTwoValues() {
        Tree tree = classes(new double[][] {{1}, {2}, {4}, {5}}, 0, 0, 1, 1);
        assertThat(tree.nodes()).isEqualTo(3);
        assertThat(tree.threshold()[0]).isEqualTo(3);
        assertThat(tree.values(tree.leaf(new double[] {3}))).containsExactly(1, 0);
        assertThat(tree.values(tree.leaf(new double[] {3.01}))).containsExactly(0, 1);
    }

    /** 1e17 + 1 is 1e17. */
    @ParameterizedTest
    @EnumSource
    void aSideWhoseWeightIsLostInRoundingIsNoBestSide(Impurity impurity) {
        double[][] x = {{1}, {2}, {3}};
        double[] weights = {1e17, 1e17, 1};
        Tree tree = grow(x, new Target.Classes(new int[] {0, 1, 1}, 2, impurity), weights, FREE);
        assertThat(tree.threshold()[0]).isEqualTo(1.5);
        assertThat(grow(x, new Target.Values(new double[] {0, 5, 9}), weights, FREE)
                        .threshold()[0])
                .isEqualTo(1.5);
    }

    @Test
    void neighboursInTheLastBitCanBeToldApart() {
        double next = Math.nextUp(1.0);
        Tree tree = classes(new double[][] {{1}, {next}}, 0, 1);
        assertThat(tree.values(tree.leaf(new double[] {1}))).containsExactly(1, 0);
        assertThat(tree.values(tree.leaf(new double[] {next}))).containsExactly(0, 1);
    }

    @Test
    void rowsThatAreEqualStayTogetherAndAreTheBorderOfASplit() {
        Tree tree = classes(new double[][] {{1}, {1}, {2}}, 0, 1, 1);
        assertThat(tree.threshold()[0]).isEqualTo(1.5);
        assertThat(tree.values(tree.leaf(new double[] {1}))).containsExactly(0.5, 0.5);
    }

    /** No split of the root gains anything. */
    @Test
    void exclusiveOrIsLearntByTwoSplits() {
        double[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        Tree tree = classes(x, 0, 1, 1, 0);
        assertThat(tree.nodes()).isEqualTo(7);
        assertThat(Arrays.stream(x).map(tree::leaf).map(leaf -> tree.values(leaf)[1]))
                .containsExactly(0.0, 1.0, 1.0, 0.0);
    }

    /** Smile's trees would not split here. */
    @Test
    void leavesOfOneMajorityKeepTheirShares() {
        Tree tree = classes(new double[][] {{0}, {0}, {0}, {0}, {1}, {1}, {1}}, 0, 0, 0, 0, 0, 0, 1);
        assertThat(tree.values(tree.leaf(new double[] {0}))).containsExactly(1, 0);
        assertThat(tree.values(tree.leaf(new double[] {1}))).containsExactly(2 / 3.0, 1 / 3.0);
    }

    @ParameterizedTest
    @EnumSource
    void aFreeTreeKnowsItsRowsByHeart(Impurity impurity) {
        double[][] x = rows(5, 100);
        int[] y = codes(x, 3);
        Tree tree = grow(x, new Target.Classes(y, 3, impurity), ones(100), FREE);
        for (int i = 0; i < y.length; i++) {
            assertThat(tree.values(tree.leaf(x[i]))[y[i]]).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void limitsAreKept(long seed) {
        double[][] x = rows(seed, 80);
        Target target = new Target.Classes(codes(x, 3), 3, Impurity.ENTROPY);
        assertThat(leaves(grow(x, target, ones(80), new Limits(3, 99, 2, 1, 3))))
                .isBetween(5L, 8L);
        assertThat(leaves(grow(x, target, ones(80), new Limits(99, 6, 2, 1, 3))))
                .isEqualTo(6);
        Tree large = grow(x, target, ones(80), new Limits(99, 99, 2, 7, 1));
        assertThat(DoubleStream.of(sizes(large, x, ones(80)))).allMatch(size -> size == 0 || size >= 7);
        Tree split = grow(x, target, ones(80), new Limits(99, 99, 80, 1, 3));
        assertThat(split.nodes()).isEqualTo(3);
    }

    /** The best first, so what few leaves hold is what more leaves divide. */
    @Test
    void moreLeavesAreASplitOfFewer() {
        double[][] x = rows(9, 120);
        Target target = new Target.Classes(codes(x, 3), 3, Impurity.GINI);
        for (int leaves = 2; leaves < 20; leaves++) {
            Tree few = grow(x, target, ones(120), new Limits(99, leaves, 2, 1, 3));
            Tree more = grow(x, target, ones(120), new Limits(99, leaves + 1, 2, 1, 3));
            assertThat(Arrays.copyOf(more.threshold(), few.nodes() - 2 * leaves + 2))
                    .isEqualTo(Arrays.copyOf(few.threshold(), few.nodes() - 2 * leaves + 2));
            assertThat(more.nodes()).isEqualTo(few.nodes() + 2);
            int[] coarser = new int[more.nodes()];
            Arrays.fill(coarser, -1);
            for (double[] row : x) {
                int leaf = more.leaf(row);
                assertThat(coarser[leaf]).isIn(-1, few.leaf(row));
                coarser[leaf] = few.leaf(row);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aRowOfWeightTwoIsTwoRows(long seed) {
        double[][] x = rows(seed, 60);
        int[] y = codes(x, 2);
        RandomGenerator random = new Seed(seed).child("times").random();
        double[] times =
                IntStream.range(0, 60).mapToDouble(i -> random.nextInt(3)).toArray();
        int[] repeated = IntStream.range(0, 60)
                .flatMap(i -> IntStream.range(0, (int) times[i]).map(t -> i))
                .toArray();
        Tree weighted = grow(x, new Target.Classes(y, 2, Impurity.GINI), times, FREE);
        double[][] rows = IntStream.of(repeated).mapToObj(i -> x[i]).toArray(double[][]::new);
        int[] labels = IntStream.of(repeated).map(i -> y[i]).toArray();
        Tree same = grow(rows, new Target.Classes(labels, 2, Impurity.GINI), ones(repeated.length), FREE);
        assertThat(weighted.threshold()).isEqualTo(same.threshold());
        assertThat(weighted.values()).isEqualTo(same.values());
    }

    @Test
    void onlyTheOrderOfValuesDecidesWhoIsTogether() {
        double[][] x = rows(4, 90);
        double[][] bent = Arrays.stream(x)
                .map(row -> Arrays.stream(row).map(Math::exp).toArray())
                .toArray(double[][]::new);
        double[] y = Arrays.stream(x).mapToDouble(row -> row[0] * row[1]).toArray();
        Limits limits = new Limits(99, 15, 2, 1, 3);
        Tree straight = grow(x, new Target.Values(y), ones(90), limits);
        Tree curved = grow(bent, new Target.Values(y), ones(90), limits);
        for (int i = 0; i < x.length; i++) {
            assertThat(straight.leaf(x[i])).isEqualTo(curved.leaf(bent[i]));
        }
    }

    @Test
    void constantFeaturesAreNoReasonToStop() {
        double[][] x = Arrays.stream(rows(2, 40))
                .map(row -> new double[] {7, 7, 7, row[0], 7})
                .toArray(double[][]::new);
        int[] y = IntStream.range(0, 40).map(i -> x[i][3] > 0 ? 1 : 0).toArray();
        Tree tree = grow(x, new Target.Classes(y, 2, Impurity.GINI), ones(40), new Limits(99, 99, 2, 1, 1));
        assertThat(tree.nodes()).isEqualTo(3);
        assertThat(tree.feature()[0]).isEqualTo(3);
    }

    @Test
    void aValueIsTheWeightedMean() {
        Tree tree = grow(
                new double[][] {{1}, {1}, {1}},
                new Target.Values(new double[] {1, 5, 100}),
                new double[] {3, 1, 0},
                FREE);
        assertThat(tree.values()).containsExactly(2);
    }

    /** A tenth is no sum of few powers of two. */
    @Test
    void whereAllValuesAreTheSameThatIsSaid() {
        Tree tree = grow(
                new double[][] {{1}, {1}, {1}, {2}},
                new Target.Values(new double[] {0.1, 0.1, 0.1, 7e8}),
                ones(4),
                FREE);
        assertThat(tree.values(tree.leaf(new double[] {1}))).containsExactly(0.1);
        assertThat(tree.values(tree.leaf(new double[] {2}))).containsExactly(7e8);
    }

    /** Squares of 2⁴⁰ and more have no room for differences of 1. */
    @ParameterizedTest
    @ValueSource(doubles = {1L << 40, -(1L << 40)})
    void valuesFarFromZeroAreSplitAsThoseBesideIt(double far) {
        double[][] x = rows(6, 100);
        double[] y = Arrays.stream(x)
                .mapToDouble(row -> StrictMath.rint(4 * row[0] + row[1]))
                .toArray();
        double[] moved = Arrays.stream(y).map(v -> v + far).toArray();
        Limits limits = new Limits(99, 20, 2, 3, 3);
        Tree near = grow(x, new Target.Values(y), ones(100), limits);
        Tree there = grow(x, new Target.Values(moved), ones(100), limits);
        assertThat(there.threshold()).isEqualTo(near.threshold());
        for (double[] row : x) {
            assertThat(there.values(there.leaf(row))[0] - far).isCloseTo(near.values(near.leaf(row))[0], within(1e-3));
        }
    }

    @Test
    void theMiddleIsNearTheMeanAndAWholeNumberForWholeNumbers() {
        assertThat(new Target.Values(new double[] {1001, 1002, 1004}).middle()).isEqualTo(1002);
        assertThat(new Target.Values(new double[] {5, 5, 5}).middle()).isZero();
        assertThat(new Target.Values(new double[] {0, 1}).middle()).isZero();
        assertThat(new Target.Values(new double[] {-1e308, 1.7e308, 1.7e308}).middle())
                .isZero();
    }

    /** All leaves of as many rows times classes would be more numbers than an array holds. */
    @Test
    void roomIsForTheNodesThatThereAre() {
        int n = 50_000;
        double[][] x = IntStream.range(0, n).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        int[] y = IntStream.range(0, n).map(i -> i < n / 2 ? 0 : 29_999).toArray();
        Tree tree = grow(x, new Target.Classes(y, 30_000, Impurity.GINI), ones(n), FREE);
        assertThat(tree.nodes()).isEqualTo(3);
    }

    @Test
    void moreNumbersThanAnArrayHoldsAreRefused() {
        assertThat(Nodes.room(16, 3)).isEqualTo(32);
        assertThat(Nodes.room(1 << 30, 1)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Nodes.room(16, 1 << 26)).isEqualTo(31);
        assertThatThrownBy(() -> Nodes.room(31, 1 << 26))
                .hasMessage("Tree (31 nodes of 67108864 classes) must be smaller to fit into an array."
                        + " Maybe a lower max_leaf_nodes.");
    }

    @Test
    void anInterruptEndsTheGrowth() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> classes(new double[][] {{1}, {2}}, 0, 1)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
