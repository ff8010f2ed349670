package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ElementaryTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final double BOUND = 1e-15;

    /** e^x to 50 digits: Taylor's series of x/2^k, squared k times. */
    private static BigDecimal exp(BigDecimal x) {
        int halvings = 12;
        BigDecimal y = x.divide(BigDecimal.valueOf(1L << halvings), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 60; k++) {
            term = term.multiply(y, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    private static BigDecimal tanh(BigDecimal x) {
        BigDecimal e = exp(x.add(x));
        return e.subtract(BigDecimal.ONE).divide(e.add(BigDecimal.ONE), DIGITS);
    }

    private static BigDecimal logistic(BigDecimal x) {
        return BigDecimal.ONE.divide(exp(x.negate()).add(BigDecimal.ONE), DIGITS);
    }

    /** Dense, and at all magnitudes. */
    private static double[] arguments(double low, double high) {
        RandomGenerator random = new Seed(1).random();
        DoubleStream dense = DoubleStream.generate(() -> low + (high - low) * random.nextDouble())
                .limit(4000);
        DoubleStream tiny = DoubleStream.generate(() ->
                        StrictMath.pow(10, -12 * random.nextDouble()) * (high > 0 && random.nextInt(2) == 0 ? 1 : -1))
                .limit(2000);
        return DoubleStream.concat(dense, tiny)
                .filter(x -> x >= low && x <= high)
                .toArray();
    }

    private static double worst(double[] x, double[] actual, Function<BigDecimal, BigDecimal> exact) {
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            BigDecimal expected = exact.apply(new BigDecimal(x[i]));
            BigDecimal error = new BigDecimal(actual[i]).subtract(expected).divide(expected, DIGITS);
            worst = Math.max(worst, Math.abs(error.doubleValue()));
        }
        return worst;
    }

    @Test
    void tanhIsRightToFifteenDigits() {
        double[] x = arguments(-22, 22);
        assertThat(worst(x, tanh(x, 22), ElementaryTest::tanh)).isLessThanOrEqualTo(BOUND);
    }

    /** With the bias −0, which changes no sum, not even −0. */
    private static double[] tanh(double[] x, double bound) {
        double[][] z = {x.clone()};
        double[] none = new double[x.length];
        Arrays.fill(none, -0.0);
        Elementary.tanh(z, none, bound, 1, x.length);
        return z[0];
    }

    /** From afar on both sides of the bound, and with a bias that moves the sums. */
    @Test
    void tanhHasTheSameBitsWhetherItsBoundIsKnownOrNot() {
        double[] x = arguments(-199, 199);
        assertThat(tanh(x, 199)).isEqualTo(tanh(x, Double.NaN)).isEqualTo(tanh(x, 1e9));
        double[] bias = DoubleStream.of(x).map(v -> 3 - v / 2).toArray();
        double[][] known = {x.clone()};
        double[][] unknown = {x.clone()};
        Elementary.tanh(known, bias, 110, 1, x.length);
        Elementary.tanh(unknown, bias, Double.POSITIVE_INFINITY, 1, x.length);
        assertThat(known[0]).isEqualTo(unknown[0]);
        double[] sums = DoubleStream.of(x).map(v -> v + (3 - v / 2)).toArray();
        assertThat(known[0]).isEqualTo(tanh(sums, 110));
    }

    @Test
    void farSumsAreSaturated() {
        assertThat(tanh(new double[] {30, 200, 1e9, 1e300}, Double.NaN)).containsOnly(1.0);
        assertThat(tanh(new double[] {-30, -200, -1e9, -1e300}, Double.NaN)).containsOnly(-1.0);
        assertThat(tanh(new double[] {-30, -200}, 200)).containsOnly(-1.0);
    }

    @Test
    void expIsRightToFifteenDigits() {
        double[] x = arguments(-700, 0);
        double[] z = x.clone();
        Elementary.exp(z, new double[z.length], z.length);
        assertThat(worst(x, z, ElementaryTest::exp)).isLessThanOrEqualTo(BOUND);
    }

    @Test
    void logisticIsRightToFifteenDigitsInBothTails() {
        double[] x = arguments(-700, 700);
        double[] z = x.clone();
        Elementary.logistic(z, new double[z.length], new double[z.length], z.length);
        assertThat(worst(x, z, ElementaryTest::logistic)).isLessThanOrEqualTo(BOUND);
    }

    @Test
    void extremesHaveTheirLimits() {
        double[] x = {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-300};
        double[] tanh = tanh(x, Double.NaN);
        assertThat(tanh).startsWith(0.0, -0.0, Double.NaN).endsWith(1e-300);
        assertThat(tanh[3]).isBetween(1 - BOUND, 1.0);
        assertThat(tanh[4]).isBetween(-1.0, BOUND - 1);
        double[] logistic = x.clone();
        Elementary.logistic(logistic, new double[6], new double[6], 6);
        assertThat(logistic[0]).isEqualTo(0.5);
        assertThat(logistic[2]).isNaN();
        assertThat(logistic[3]).isEqualTo(1);
        assertThat(logistic[4]).isBetween(0.0, 1e-300);
        double[] exp = {0, Double.NEGATIVE_INFINITY, Double.NaN};
        Elementary.exp(exp, new double[3], 3);
        assertThat(exp[0]).isEqualTo(1);
        assertThat(exp[1]).isBetween(0.0, 1e-300);
        assertThat(exp[2]).isNaN();
    }
}
