package dev.fettle.report.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.trial.Goal;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberAxisTest {
    private static final Goal DOWN = Goal.minimize("loss");
    private static final Goal UP = Goal.maximize("score");

    private static double[] numbers(int n, IntToDoubleFunction number) {
        return IntStream.range(0, n).mapToDouble(number).toArray();
    }

    /** From 1 to 40, but for so many at the front. */
    private static double[] outliers(int n, double... far) {
        return numbers(n, i -> i < far.length ? far[i] : 1 + (i * 17) % 40);
    }

    @Test
    void lossesOverDecadesStandAtTheirPowers() {
        NumberAxis axis = NumberAxis.of(numbers(50, i -> StrictMath.pow(10, i % 7 - 3)), DOWN);
        assertThat(axis.spacing()).isEqualTo(Spacing.LOG);
        assertThat(axis.place(100)).isCloseTo(2, within(1e-12));
        assertThat(axis.share(1)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.said("scores")).isEqualTo("The axis of scores is logarithmic.");
    }

    @Test
    void negativeNumbersOverDecadesTooTheNearestToZeroOnTop() {
        NumberAxis axis = NumberAxis.of(new double[] {-1000, -10, -1, -0.1}, UP);
        assertThat(axis.spacing()).isEqualTo(Spacing.NEGATIVE_LOG);
        assertThat(axis.share(-1000)).isZero();
        assertThat(axis.share(-10)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.ticks(9)).extracting(Tick::label).containsExactly("-1000", "-100", "-10", "-1", "-0.1");
    }

    @Test
    void goodScoresNearOneAreNotPressedTogetherForAFewNearZero() {
        double[] scores = numbers(60, i -> 0.005 + i / 60.0);
        assertThat(NumberAxis.of(scores, UP).spacing()).isEqualTo(Spacing.EVEN);
        assertThat(NumberAxis.of(scores, DOWN).spacing()).isEqualTo(Spacing.LOG);
        assertThat(NumberAxis.of(numbers(60, i -> StrictMath.pow(10, i / 10.0)), UP)
                        .spacing())
                .isEqualTo(Spacing.LOG);
    }

    @ParameterizedTest
    @ValueSource(doubles = {6e12, 1e300, 5000, Double.MAX_VALUE})
    void aFewOutliersAreCutOffAndCounted(double far) {
        NumberAxis axis = NumberAxis.of(numbers(60, i -> i % 30 == 3 ? far : i % 40 - 3), DOWN);
        assertThat(axis.spacing()).isEqualTo(Spacing.EVEN);
        assertThat(axis.low()).isEqualTo(-3);
        assertThat(axis.high()).isEqualTo(36);
        assertThat(axis.above()).isEqualTo(2);
        assertThat(axis.share(far)).isEqualTo(1);
        assertThat(axis.cutsOff(far)).isTrue();
        assertThat(axis.said("scores")).startsWith("Of 60 scores the axis cuts off 2 above, up to ");
    }

    @Test
    void theSampleOfTheCaseIsCutToo() {
        NumberAxis axis = NumberAxis.of(outliers(60, 6e12, 6e12), DOWN);
        assertThat(axis.high()).isEqualTo(40);
        assertThat(axis.beyondTop()).isEqualTo("2 above, up to 6·10¹²");
        assertThat(axis.beyondFoot()).isEmpty();
    }

    @Test
    void outliersOfSeveralSizesAndOnBothSidesAreCutOff() {
        NumberAxis axis = NumberAxis.of(outliers(80, 1e3, -1e6, 1e9, 1e12, -1e15), UP);
        assertThat(axis.low()).isEqualTo(1);
        assertThat(axis.high()).isEqualTo(40);
        assertThat(axis.said("scores"))
                .isEqualTo("Of 80 scores the axis cuts off 3 above, up to 10¹²; 2 below, down to -10¹⁵.");
    }

    @Test
    void manyThatAreVeryFarAreCutOffButAThirdIsNot() {
        double[] far = new double[12];
        Arrays.fill(far, -1e12);
        assertThat(NumberAxis.of(outliers(60, far), UP).below()).isEqualTo(12);
        far = new double[20];
        Arrays.fill(far, -1e12);
        assertThat(NumberAxis.of(outliers(60, far), UP).below()).isZero();
    }

    @Test
    void aTailIsNoOutlier() {
        NumberAxis bell = NumberAxis.of(numbers(200, i -> -1 * StrictMath.log((i + 0.5) / 200) - 1), DOWN);
        assertThat(bell.above()).isZero();
        NumberAxis converging = NumberAxis.of(numbers(100, i -> i < 20 ? 0.5 + i / 40.0 : 0.97 + i / 1e4), UP);
        assertThat(converging.below()).isZero();
    }

    @Test
    void scoresOfTwoKindsKeepBoth() {
        NumberAxis axis = NumberAxis.of(numbers(60, i -> i < 5 ? 1 : 0), UP);
        assertThat(axis.said("scores")).isEmpty();
        assertThat(axis.high()).isEqualTo(1);
    }

    @Test
    void zerosLieBelowTheLogarithmsOfTheOthers() {
        NumberAxis axis = NumberAxis.of(numbers(60, i -> i < 3 ? 0 : StrictMath.pow(10, -i / 10.0)), DOWN);
        assertThat(axis.spacing()).isEqualTo(Spacing.LOG);
        assertThat(axis.share(0)).isZero();
        assertThat(axis.beyondFoot()).isEqualTo("3 below, down to 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3, 7, Double.MAX_VALUE, Double.MIN_VALUE})
    void aNumberAloneStandsInTheMiddle(double number) {
        NumberAxis axis = NumberAxis.of(new double[] {Double.NaN, number, number}, DOWN);
        assertThat(axis.share(number)).isEqualTo(0.5);
        assertThat(axis.ticks(5)).hasSize(1);
    }

    @Test
    void theLargestNumbersHaveTheirPlaces() {
        NumberAxis axis = NumberAxis.of(new double[] {-Double.MAX_VALUE, 0, Double.MAX_VALUE}, DOWN);
        assertThat(axis.share(0)).isEqualTo(0.5);
        assertThat(axis.share(Double.MAX_VALUE)).isEqualTo(1);
    }
}
