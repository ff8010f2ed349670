package dev.fettle.sampler.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WarpTest {
    private static double[] losses(int n, long seed) {
        RandomGenerator random = new Seed(seed).random();
        double[] losses = new double[n];
        Arrays.setAll(losses, i -> Math.exp(5 * random.nextGaussian()));
        return losses;
    }

    @ParameterizedTest
    @CsvSource({"1, BENT", "2, BENT", "3, BENT", "4, STRAIGHT", "25, BENT", "100, BENT", "100, STRAIGHT"})
    void theMeanIsZeroTheDeviationOneAndTheOrderStays(int n, View view) {
        double[] losses = losses(n, n);
        double[] y = Warp.of(losses, view).y();
        assertThat(Arrays.stream(y).sum()).isCloseTo(0, within(1e-11));
        double squares = Arrays.stream(y).map(v -> v * v).sum();
        assertThat(squares / n).isCloseTo(n == 1 ? 0 : 1, within(1e-12));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (losses[i] < losses[j]) {
                    assertThat(y[i]).isLessThanOrEqualTo(y[j]);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, BENT", "3, STRAIGHT", "25, BENT", "100, STRAIGHT"})
    void theWayBackLeadsToTheLosses(int n, View view) {
        double[] losses = Arrays.stream(losses(n, n)).map(Math::log).toArray();
        Warp warp = Warp.of(losses, view);
        for (int i = 0; i < n; i++) {
            assertThat(warp.back().loss(warp.y()[i])).isCloseTo(losses[i], within(1e-9));
        }
        for (double y = -5; y < 5; y += 0.01) {
            assertThat(warp.back().loss(y + 0.01))
                    .isGreaterThanOrEqualTo(warp.back().loss(y));
        }
    }

    @Test
    void theBetterHalfKeepsItsDistancesAndAnOutlierLosesItsWeight() {
        double[] y = Warp.of(new double[] {0, 1, 2, 3, 4, 5, 6}, View.BENT).y();
        assertThat((y[2] - y[1]) / (y[1] - y[0])).isCloseTo(1, within(1e-12));
        double[] far = Warp.of(new double[] {0, 1, 2, 3, 4, 5, 1e9}, View.BENT).y();
        assertThat(far[6] - far[3]).isLessThan(2.5 * (y[6] - y[3]));
        double[] straight =
                Warp.of(new double[] {0, 1, 2, 3, 4, 5, 1e9}, View.STRAIGHT).y();
        assertThat(straight[5] - straight[0]).isLessThan(1e-7);
    }

    /** Of the density that a monotone map gives; by differences. */
    @ParameterizedTest
    @EnumSource(View.class)
    void slopesAreThoseOfTheMap(View view) {
        double[] losses = Arrays.stream(losses(21, 3)).map(Math::log).sorted().toArray();
        Warp warp = Warp.of(losses, view);
        double h = 1e-6;
        double sum = 0;
        for (int i = 0; i < losses.length; i++) {
            double here = warp.back().loss(warp.y()[i]);
            double there = warp.back().loss(warp.y()[i] + (i == 20 ? -h : h));
            assertThat(warp.slopes()[i] * Math.abs(there - here) / h).isCloseTo(1, within(1e-4));
            sum += Math.log(warp.slopes()[i]);
        }
        assertThat(warp.logDensity()).isCloseTo(sum, within(1e-9));
        assertThat(warp.back().step() * warp.slopes()[0]).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void failuresStandBehindTheWorst(View view) {
        Warp warp = Warp.of(new double[] {3, Double.NaN, 1, 2, Double.NaN}, view);
        assertThat(warp.y()[1]).isGreaterThan(warp.y()[0]).isEqualTo(warp.y()[4]);
        assertThat(warp.slopes()[1]).isZero();
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void nothingButFailuresSaysNothing(View view) {
        assertThat(Warp.of(new double[] {Double.NaN, Double.NaN}, view).y()).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void equalLossesSayNothing(View view) {
        assertThat(Warp.of(new double[] {7, 7, 7}, view).y()).containsOnly(0);
        double[] half = Warp.of(new double[] {7, 7, 7, Double.NaN}, view).y();
        assertThat(half[0]).isLessThan(half[3]);
        double[] most = Warp.of(new double[] {0, 0, 0, 1}, view).y();
        assertThat(most[0]).isEqualTo(most[2]).isLessThan(most[3]);
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void extremesStayFinite(View view) {
        for (double[] losses : new double[][] {
            {1e300, -1e300, 0, 1},
            {0, 1, 2, 3, 1e300},
            {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, 3},
            {1e-300, 2e-300, 3e-300, 4e-300},
            {Double.MIN_VALUE, 0, -Double.MIN_VALUE},
            {1, 1 + Math.ulp(1.0), 1 + 2 * Math.ulp(1.0)}
        }) {
            Warp warp = Warp.of(losses, view);
            assertThat(Arrays.stream(warp.y())).allMatch(v -> Double.isFinite(v));
            assertThat(Arrays.stream(warp.slopes())).allMatch(v -> Double.isFinite(v) && v >= 0);
            assertThat(warp.logDensity()).isFinite();
            for (double y = -3; y <= 3; y += 0.5) {
                assertThat(warp.back().loss(y)).isNotNaN();
            }
        }
    }
}
