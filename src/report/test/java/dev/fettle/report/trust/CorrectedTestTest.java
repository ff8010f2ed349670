package dev.fettle.report.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * References: SciPy, {@code t.sf(mean(d) / sqrt(var(d, ddof=1) * (1/k + ratio)), k - 1)}, as in the example "Statistical
 * comparison of models using grid search" of scikit-learn.
 */
class CorrectedTestTest {
    private static final CorrectedTest FIVE = CorrectedTest.ofFolds(5);

    private static double[] of(double... folds) {
        return folds;
    }

    @Test
    void agreesWithScipy() {
        double[] a = of(0.9, 0.95, 0.92, 0.97, 0.91);
        double[] b = of(0.88, 0.95, 0.9, 0.93, 0.92);
        assertThat(FIVE.p(a, b)).isCloseTo(0.17232354411871745, within(1e-13));
        assertThat(FIVE.p(b, a)).isCloseTo(0.8276764558812826, within(1e-13));
        assertThat(CorrectedTest.ofFolds(3).p(of(1, 2, 4), of(0, 2.5, 1)))
                .isCloseTo(0.27119784233878524, within(1e-13));
    }

    /** {@code cross_val_score} of five neighbours and of one, breast cancer, {@code RepeatedStratifiedKFold(10, 2, 0)}. */
    @Test
    void agreesWithScipyWhereFoldsAreRepeated() {
        double[] five = of(
                0.929825, 0.947368, 0.894737, 0.982456, 0.929825, 0.912281, 0.929825, 0.894737, 0.929825, 0.982143,
                0.929825, 0.982456, 0.964912, 0.929825, 0.929825, 0.912281, 0.929825, 0.894737, 0.947368, 0.946429);
        double[] one = of(
                0.859649, 0.929825, 0.912281, 0.947368, 0.877193, 0.929825, 0.929825, 0.859649, 0.877193, 0.946429,
                0.894737, 0.982456, 0.982456, 0.912281, 0.912281, 0.894737, 0.912281, 0.877193, 0.912281, 0.928571);
        assertThat(CorrectedTest.ofFolds(10).p(five, one)).isCloseTo(0.020200578220345485, within(1e-13));
    }

    @Test
    void tiesAreExact() {
        assertThat(FIVE.p(of(0.1, 0.2, 0.3), of(0.1, 0.2, 0.3))).isEqualTo(0.5);
        assertThat(FIVE.p(of(0.1 + 0.2, 0.7), of(0.3, 0.1 + 0.6))).isEqualTo(0.5);
        assertThat(FIVE.p(of(0, 0), of(0, -0.0))).isEqualTo(0.5);
        assertThat(FIVE.p(of(1, 2, 3), of(3, 2, 1))).isEqualTo(0.5);
    }

    @Test
    void sameDifferencesOnAllFoldsAreCertain() {
        assertThat(FIVE.p(of(0.5, 0.7), of(0.4, 0.6))).isZero();
        assertThat(FIVE.p(of(0.4, 0.6), of(0.5, 0.7))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-9, 1, 1e9, 1e307})
    void theUnitMakesNoDifference(double unit) {
        double[] a = Arrays.stream(of(0.9, -9.5, 9.2, 9.7)).map(v -> v * unit).toArray();
        double[] b = Arrays.stream(of(0.8, -9.9, 9.9, -9.3)).map(v -> v * unit).toArray();
        assertThat(FIVE.p(a, b)).isCloseTo(FIVE.p(of(0.9, -9.5, 9.2, 9.7), of(0.8, -9.9, 9.9, -9.3)), within(1e-12));
    }

    @Test
    void aDifferenceIsCountedInItsErrors() {
        // The mean 0.4, the deviation 1.140175 and the factor √(1/5 + 1/4).
        assertThat(FIVE.t(of(5, 6, 7, 8, 9), of(5, 7, 5, 8, 8))).isCloseTo(0.4 / 1.1401754 / 0.6708204, within(1e-7));
        assertThat(FIVE.t(of(1, 1), of(1, 1))).isZero();
        assertThat(FIVE.t(of(1, 2), of(2, 3))).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(FIVE.t(of(1), of(2))).isNaN();
    }

    @Test
    void whatCannotBeComparedHasNoAnswer() {
        assertThat(FIVE.p(of(1), of(0))).isNaN();
        assertThat(FIVE.p(of(1, 2), of(0, 1, 2))).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRatioIsPositive(double ratio) {
        assertThatThrownBy(() -> new CorrectedTest(ratio)).hasMessageContaining("must lie in (0, ∞)");
    }
}
