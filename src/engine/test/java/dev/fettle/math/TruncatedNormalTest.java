package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** References with 60 digits by mpmath 1.4.1: {@code erfc}, {@code quad} of {@code npdf} for narrow intervals, bisection. */
class TruncatedNormalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1.2533141373155003",
        "0.3, 1.0018374009921557",
        "1, 0.65567954241879847",
        "2.5, 0.35426511132979367",
        "5.1, 0.18927608574621243",
        "7.9, 0.12464449448509558",
        "12, 0.082766286501369177",
        "40, 0.024984404205720571",
        "1000, 0.00099999900000299998"
    })
    void theRatioOfMills(double z, double ratio) {
        assertThat(StandardNormal.mills(z)).isCloseTo(ratio, within(1e-14 * ratio));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, -0.38171514630212607",
        "0, 1, -1.0748623268620714",
        "-0.5, 2, -0.40240131233857512",
        "-30, 30, 0",
        "-40, 8, -6.2209605742717861e-16",
        "5, 6, -15.068446096529453",
        "-6, -5, -15.068446096529453",
        "10, 10.0009765625, -57.855289336222084",
        "30, 31, -454.32124395634325",
        "38, 50, -726.55721601882013",
        "100, 101, -5005.5242086942051",
        "-40, -39, -765.08315656437754",
        "7, 40, -27.384307498811075",
        "0.125, 0.1250009536743164, -14.789694704008375",
        "-1e-7, 2e-7, -15.938421895494888"
    })
    void theMassOfAnInterval(double a, double b, double log) {
        assertThat(TruncatedNormal.logMass(a, b)).isCloseTo(log, within(1e-13 + 4e-16 * Math.abs(log)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, -1, 3, 0.19844789960344728",
        "0.25, -0.3, 0.1, -0.19799779955079929",
        "0.001, -4, 4, -3.0809784513973178",
        "0.999, -2, 9, 3.0970605095984682",
        "0.25, 5, 6, 5.054964580371361",
        "0.75, -31, -30, -30.009577257491085",
        "0.5, 30, 31, 30.023070467827309",
        "0.5, 100, 200, 100.00693053875243"
    })
    void theQuantile(double u, double a, double b, double z) {
        assertThat(TruncatedNormal.quantile(u, a, b)).isCloseTo(z, within(1e-12 * Math.abs(z)));
    }

    /** The two ways to a narrow mass meet: cells of one interval make up the interval. */
    @ParameterizedTest
    @ValueSource(doubles = {-9, -2, 0, 1, 5, 30})
    void cellsMakeUpTheirInterval(double from) {
        for (int cells : new int[] {2, 7, 90, 110, 1000}) {
            double whole = TruncatedNormal.logMass(from, from + 1);
            double sum = 0;
            for (int i = 0; i < cells; i++) {
                double a = from + (double) i / cells;
                sum += Math.exp(TruncatedNormal.logMass(a, from + (i + 1.0) / cells) - whole);
            }
            assertThat(sum).isCloseTo(1, within(1e-11));
        }
    }

    @Test
    void theQuantileLeadsBack() {
        RandomGenerator random = new Seed(5).random();
        for (int i = 0; i < 2000; i++) {
            double a = 40 * random.nextDouble() - 20;
            double b = a + 0.1 + 5 * random.nextDouble();
            double u = random.nextDouble();
            double z = TruncatedNormal.quantile(u, a, b);
            double below = Math.exp(TruncatedNormal.logMass(a, z) - TruncatedNormal.logMass(a, b));
            assertThat(below).isCloseTo(u, within(1e-10));
        }
    }

    @Test
    void theEndsAreReachedAndNothingLiesBeyond() {
        assertThat(TruncatedNormal.quantile(0, -2, 3)).isEqualTo(-2, within(1e-14));
        assertThat(TruncatedNormal.quantile(1, -2, 3)).isEqualTo(3, within(1e-13));
        assertThat(TruncatedNormal.quantile(1, 50, 51)).isBetween(50.0, 51.0);
        assertThat(TruncatedNormal.quantile(0, 50, 51)).isEqualTo(50, within(1e-12));
        assertThat(TruncatedNormal.logMass(1, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(TruncatedNormal.logMass(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isEqualTo(0);
        assertThat(TruncatedNormal.logMass(Double.NaN, 1)).isNaN();
    }
}
