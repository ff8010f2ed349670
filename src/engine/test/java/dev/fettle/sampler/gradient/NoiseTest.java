package dev.fettle.sampler.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static double noise(DoubleUnaryOperator function, double at, double apart) {
        return Noise.of(IntStream.range(0, Noise.VALUES)
                .mapToDouble(k -> function.applyAsDouble(at + (k - 3) * apart))
                .toArray());
    }

    @Test
    void aSmoothFunctionHasThatOfRounding() {
        for (double at = -2; at < 2; at += 0.37) {
            assertThat(noise(x -> 3 + Math.sin(x), at, 1e-7)).isBetween(1e-16, 1e-14);
            assertThat(noise(Math::exp, at, 1e-7)).isBetween(1e-17, 1e-14);
        }
    }

    /** Six differences know a deviation to a factor of four, but for a few in a hundred. */
    @Test
    void thatOfRandomNumbersIsTheirDeviation() {
        int near = 0;
        for (int i = 0; i < 200; i++) {
            RandomGenerator random = new Seed(i).random();
            double found = noise(x -> Math.cos(x) + 1e-4 * random.nextGaussian(), 1, 1e-7);
            near += found > 0.25e-4 && found < 4e-4 ? 1 : 0;
        }
        assertThat(near).isGreaterThan(185);
    }

    @Test
    void ofAFlatFunctionItIsThatOfRounding() {
        assertThat(noise(x -> 5, 0, 1)).isEqualTo(5 * 0x1p-52);
        assertThat(noise(x -> 0, 0, 1)).isZero();
    }

    /** What a curve bends is no noise: were it taken for such, differences would reach too far. */
    @Test
    void aCurveAddsHardlyAnything() {
        assertThat(noise(x -> x * x, 1, 1e-3)).isLessThan(1e-14);
        assertThat(noise(x -> 1 / (1 + x * x), 1, 1e-2)).isLessThan(1e-9);
    }
}
