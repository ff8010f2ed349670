package dev.fettle.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.math.StandardNormal;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {
    @Test
    void theSpanIsFiniteAndClosed() {
        Normal p = Normal.of("x", 10, 2);
        assertThat(p.decode(0)).isCloseTo(10 - 2 * 8.21, within(0.01));
        assertThat(p.decode(0.5)).isEqualTo(10);
        assertThat(p.contains(p.decode(0))).isTrue();
        assertThat(p.contains(p.decode(1))).isTrue();
        assertThat(p.contains(Math.nextUp(p.decode(1)))).isFalse();
        assertThat(p.contains(Double.NaN)).isFalse();
        assertThat(p.contains(10)).isFalse();
        assertThat(p.fallback()).isEqualTo(10.0);
        assertThat(Normal.log("x", 0, 1).fallback()).isEqualTo(1.0);
    }

    @Test
    void aLatticeFallsBackOnItsCentreTooAndNotOnItsLeastValue() {
        assertThat(Normal.of("x", 10, 2).step(0.5).fallback()).isEqualTo(10.0);
        assertThat(Normal.log("x", 2, 0.5).step(0.5).fallback()).isEqualTo(7.5);
        assertThat(Normal.of("x", 10, 2).step(0.5).startingAt(9).fallback()).isEqualTo(9.0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void drawsFollowTheDistribution(long seed) {
        RandomGenerator random = new Seed(seed).random();
        Normal p = Normal.log("x", 1, 0.5);
        int n = 20_000;
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = (Math.log(p.decode(random.nextDouble())) - 1) / 0.5;
        }
        Arrays.sort(z);
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double cumulative = StandardNormal.cumulative(z[i]);
            distance = Math.max(distance, Math.max((i + 1.0) / n - cumulative, cumulative - (double) i / n));
        }
        // Kolmogorov's bound 2·exp(−2·n·d²): false alarm below 1e-6.
        assertThat(distance).isLessThan(Math.sqrt(Math.log(2e6) / (2 * n)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1e6, 1e-3", "-3, 1e-9", "1e300, 1", "0, 1e300", "0.1, 7"})
    void whatWasDrawnIsFoundAgainExactly(double mean, double sd) {
        RandomGenerator random = new Seed(7).random();
        for (int i = 0; i < 3000; i++) {
            Normal p = Normal.of("x", mean, sd);
            double v = p.decode(i < 20 ? i * 0x1p-53 : random.nextDouble());
            assertThat(p.decode(p.encode(v))).isEqualTo(v);
            Normal log = Normal.log("x", mean % 100, Math.min(sd, 10));
            double w = log.decode(i < 20 ? 1 - i * 0x1p-53 : random.nextDouble());
            assertThat(log.decode(log.encode(w))).isEqualTo(w);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 0, 1, 0.1",
        "LINEAR, 5, 2, 1",
        "LINEAR, 0, 1, 100",
        "LINEAR, 0, 1, 1e-3",
        "LOG, 0, 1, 0.01",
        "LOG, 3, 2, 0.5",
        "LOG, -5, 1, 1",
        "LOG, 10, 0.1, 100"
    })
    void everySteppedValueIsReachedAndLeadsBack(Scale scale, double mean, double sd, double step) {
        Normal p = new Normal("x", mean, sd, scale, step, null, null);
        long n = p.size().orElseThrow();
        assertThat(p.decode(0)).isEqualTo(p.value(0));
        assertThat(p.decode(1)).isEqualTo(p.value(n - 1));
        long stride = Math.max(1, n / 5000);
        for (long i = 0; i < n; i += i < 100 || i > n - 200 ? 1 : stride) {
            double v = p.value(i);
            assertThat(p.contains(v)).isTrue();
            assertThat(p.decode(p.encode(v))).isEqualTo(v);
            // A draw gives it too.
            assertThat(p.decode(StrictMath.rint(p.encode(v) * 0x1p53) * 0x1p-53))
                    .isEqualTo(v);
        }
    }

    @Test
    void eachStepOwnsTheDensityAroundIt() {
        Normal p = Normal.of("x", 0, 1).step(0.5);
        int n = 100_000;
        int zeros = 0;
        for (int i = 0; i < n; i++) {
            zeros += p.decode((i + 0.5) / n) == 0 ? 1 : 0;
        }
        double share = StandardNormal.cumulative(0.25) - StandardNormal.cumulative(-0.25);
        assertThat(zeros / (double) n).isCloseTo(share, within(2.0 / n));
        assertThat(p.contains(0.75)).isFalse();
        assertThat(Normal.log("x", 0, 1).step(0.1).value(2)).isEqualTo(0.3);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Normal.of("x", 0, -1)).hasMessage("Spread (-1) of parameter x must be positive.");
        assertThatThrownBy(() -> Normal.of("x", Double.NaN, 1)).hasMessage("Mean (NaN) of parameter x must be finite.");
        assertThatThrownBy(() -> Normal.log("x", 700, 2)).hasMessageContaining("must be smaller");
        assertThatThrownBy(() -> Normal.of("x", 0, 1).step(1e-12)).hasMessageContaining("must be larger to matter");
        assertThatThrownBy(() -> Normal.of("x", 0, 1).startingAt(99))
                .hasMessage("Default (99) of parameter x must lie ~ normal(0.0, 1.0).");
    }
}
