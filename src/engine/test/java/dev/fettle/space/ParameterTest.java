package dev.fettle.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.random.Seed;
import dev.fettle.space.grid.Grid;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {
    @ParameterizedTest
    @CsvSource({"1e-300, 1e300", "1e-5, 1e-1", "0.5, 2", "1, 1.0000001"})
    void aLogarithmicContinuumIsClosedAtBothEndsAndEqualInRatios(double low, double high) {
        Real p = Real.logUniform("a", low, high);
        assertThat(p.decode(0)).isEqualTo(low);
        assertThat(p.decode(1)).isEqualTo(high);
        double middle = p.decode(0.5);
        assertThat(middle / low).isCloseTo(high / middle, org.assertj.core.data.Percentage.withPercentage(1e-9));
    }

    @Test
    void stepsFallOnTheirPlacesAndTheUpperBoundMayBelong() {
        Real p = new Real("a", 0, 0.3, Scale.LINEAR, 0.1, null, null);
        assertThat(p.size()).hasValue(4);
        assertThat(p.contains(p.value(3))).isTrue();
        assertThat(p.contains(0.15)).isFalse();
        assertThat(new Whole("k", 1, 15, Scale.LINEAR, 4, null, null).size()).hasValue(4);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void wholeNumbersOnALogScaleAreDrawnByTheirShare(long seed) {
        Whole p = new Whole("k", 1, 9, Scale.LOG, 1, null, null);
        RandomGenerator random = new Seed(seed).random();
        int ones = 0;
        int n = 100_000;
        for (int i = 0; i < n; i++) {
            ones += p.decode(random.nextDouble()).equals(1) ? 1 : 0;
        }
        double share = Math.log(3) / Math.log(19);
        // Five standard errors: false alarm below 1e-6.
        assertThat(ones / (double) n).isBetween(share - 0.0077, share + 0.0077);
    }

    @Test
    void equalNumbersOfDifferentTypesAreDifferentValues() {
        assertThat(Choice.of("a", 1, 2).contains(1.0)).isFalse();
        assertThat(Whole.between("a", 1, 2).contains(1.0)).isFalse();
        assertThat(Real.uniform("a", 0, 1).contains(1)).isFalse();
        assertThat(Real.uniform("a", 0, 1).contains(Double.NaN)).isFalse();
    }

    @Test
    void theFallbackIsTheDefaultElseTheFirstValueOrTheCentre() {
        assertThat(Choice.of("a", "x", "y").fallback()).isEqualTo("x");
        assertThat(Choice.of("a", "x", "y").startingAt("y").fallback()).isEqualTo("y");
        assertThat(Real.uniform("a", 0, 1).fallback()).isEqualTo(0.5);
        assertThat(Whole.between("a", 3, 9).fallback()).isEqualTo(3);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Real.uniform("a", 2, 1))
                .hasMessage("Lower bound (2) of parameter a must be at most 1.");
        assertThatThrownBy(() -> Real.uniform("a", Double.NaN, 1)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> Real.logUniform("a", 0, 1)).hasMessageContaining("must be positive");
        assertThatThrownBy(() -> Choice.of("a")).hasMessageContaining("at least one value");
        assertThatThrownBy(() -> Choice.of("a", 1, 1)).hasMessageContaining("must differ");
        assertThatThrownBy(() -> Choice.of("a b", 1)).hasMessageContaining("Parameter name (a b)");
        assertThatThrownBy(() -> Whole.between("k", 1, 3).startingAt(4))
                .hasMessage("Default (4) of parameter k must lie ~ int(1, 3).");
        assertThatThrownBy(() -> Whole.between("k", 1, 3).decode(1.5)).hasMessageContaining("[0, 1]");
        assertThatThrownBy(() -> Whole.between("k", 1, 3).encode(9)).hasMessageContaining("Value (9)");
    }

    @Test
    void aPointNamesWhatItDoesNotHave() {
        Point point = SearchSpace.of(Choice.of("hidden", List.of(100, 50)), Whole.between("k", 1, 3))
                .decode(new double[] {0, 1});
        assertThat(point.wholes("hidden")).containsExactly(100, 50);
        Point lists = Point.of(Map.of("w", List.of(0.5, 1.5), "s", List.of("a")));
        assertThatThrownBy(() -> lists.wholes("w"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Parameter w ((0.5, 1.5)) must be an array of whole numbers.");
        assertThatThrownBy(() -> lists.reals("s")).hasMessage("Parameter s ((a)) must be an array of numbers.");
        assertThatThrownBy(() -> lists.matrix("w"))
                .hasMessage("Parameter w ((0.5, 1.5)) must be an array of two dimensions.");
        assertThat(point.whole("k")).isEqualTo(3);
        assertThat(point).hasToString("hidden = (100, 50), k = 3");
        assertThatThrownBy(() -> point.value("kk")).hasMessage("Parameter (kk) must be one of hidden, k.");
        assertThatThrownBy(() -> point.text("k")).hasMessage("Parameter k (3) must be a word.");
    }

    @Test
    void aSpaceTooLargeToCountIsStillFinite() {
        Parameter[] many = new Parameter[10];
        for (int i = 0; i < many.length; i++) {
            many[i] = Whole.between("p" + i, 1, 1_000_000);
        }
        assertThat(SearchSpace.of(many).size()).hasValue(Long.MAX_VALUE);
        assertThat(SearchSpace.of(many[0], many[1]).size()).hasValue(1_000_000_000_000L);
        assertThatThrownBy(() -> new Grid(SearchSpace.of(many))).hasMessageContaining("2^63");
        assertThatThrownBy(() -> SearchSpace.of(many[0], many[0])).hasMessageContaining("must be named once");
    }

    @Test
    void numbersInOrderAreALatticeAndOthersAreNames() {
        assertThat(Choice.of("a", 3, 2.5, 1).axis()).isEqualTo(new Axis.Lattice(3));
        assertThat(Choice.of("a", 1, 3, 2).axis()).isEqualTo(new Axis.Nominal(3));
        assertThat(Choice.of("a", 3, 1, 2).axis()).isEqualTo(new Axis.Nominal(3));
        assertThat(Choice.of("a", 1, "b", 2).axis()).isEqualTo(new Axis.Nominal(3));
        assertThat(Choice.ordered("a", "s", "m").domain()).isEqualTo("in {s < m}");
        assertThat(Choice.ordered("a", 1, 2).domain()).isEqualTo("in {1, 2}");
    }

    @Test
    void aSpaceSaysWhatAPlaceOrAPointLacks() {
        SearchSpace space = SearchSpace.of(Whole.between("k", 1, 3), Choice.of("s", "a", "b"));
        assertThatThrownBy(() -> space.decode(new double[3])).hasMessage("Place (3 coordinates) must have 2.");
        assertThatThrownBy(() -> space.canonical(Map.of("k", 1))).hasMessage("Parameter (s) must have a value.");
        assertThatThrownBy(() -> space.canonical(Map.of("k", 1, "s", "c"))).hasMessageContaining("Value (c)");
        assertThat(space.parameter("s")).contains(Choice.of("s", "a", "b"));
        assertThat(space.parameter("t")).isEmpty();
        assertThat(space).hasToString("k ~ int(1, 3)\ns in {a, b}");
    }

    @Test
    void pointsAreEqualByTheirEntries() {
        Point point = Point.of(Map.of("k", 1));
        assertThat(point.with("k", 1)).isEqualTo(point).hasSameHashCodeAs(point);
        assertThat(point.with("k", 2)).isNotEqualTo(point);
        assertThat(Point.of(Map.of("n", 1))).isNotEqualTo(point);
        assertThat(point.with("on", true).flag("on")).isTrue();
        assertThat(point.with("on", false).flag("on")).isFalse();
        assertThat(point.real("k")).isEqualTo(1);
        assertThat(point.has("k")).isTrue();
        assertThat(point.has("n")).isFalse();
    }

    @Test
    void valuesAreEquallyLikelyOnALinearLattice() {
        assertThat(Whole.between("a", 1, 9).equallyLikely()).isTrue();
        assertThat(Whole.logBetween("a", 1, 9).equallyLikely()).isFalse();
        assertThat(Whole.logBetween("a", 9, 9).equallyLikely()).isTrue();
        assertThat(Real.uniform("a", 0, 1).equallyLikely()).isFalse();
        assertThat(Real.uniform("a", 0, 1).step(0.5).equallyLikely()).isTrue();
        assertThat(Real.logUniform("a", 1, 2).step(0.5).equallyLikely()).isFalse();
        assertThat(Real.logUniform("a", 2, 2).equallyLikely()).isTrue();
        assertThat(Normal.of("a", 0, 1).step(0.5).equallyLikely()).isFalse();
        assertThat(Choice.of("a", 1, 2).equallyLikely()).isTrue();
    }

    @Test
    void aRealNumberMayHaveOneValueAndOneZero() {
        assertThat(Real.uniform("a", 2, 2).value(0)).isEqualTo(2);
        assertThatThrownBy(() -> Real.uniform("a", 1, 2).value(0)).isInstanceOf(IllegalStateException.class);
        assertThat(Real.uniform("a", -0.0, -0.0)).isEqualTo(Real.uniform("a", 0, 0));
        assertThat(Real.uniform("a", 0, 1).domain()).isEqualTo("~ uniform(0.0, 1.0)");
        assertThat(Real.uniform("a", 0, 1).step(0.5).domain()).isEqualTo("~ uniform(0.0, 1.0, step 0.5)");
    }

    @Test
    void productsEndAtTheLargestNumber() {
        assertThat(Checks.product(3, 5)).isEqualTo(15);
        assertThat(Checks.product(1L << 31, 1L << 31)).isEqualTo(1L << 62);
        assertThat(Checks.product(1L << 32, 1L << 31)).isEqualTo(Long.MAX_VALUE);
        assertThat(Checks.product(1L << 40, 1L << 40)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aWholeNumberMeansTheDecimalOneWhereAllAreDecimal() {
        assertThat(Choice.of("a", 0.5, 2.0).startingAt(2).defaultValue()).isEqualTo(2.0);
        assertThat(Choice.of("a", 1, 2).startingAt(2).defaultValue()).isEqualTo(2);
        assertThat(Point.of(Map.of("s", "adam")).text("s")).isEqualTo("adam");
        assertThat(Point.of(Map.of("s", "adam")).values()).containsExactly("adam");
    }
}
