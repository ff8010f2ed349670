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
            ones += p.decode(random.nextDouble()) == 1 ? 1 : 0;
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
}
