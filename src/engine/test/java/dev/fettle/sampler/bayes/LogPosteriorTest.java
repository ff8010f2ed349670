package dev.fettle.sampler.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogPosteriorTest {
    private static final SearchSpace SPACE =
            SpaceText.parse("x ~ uniform(0, 1)\nc in {a, b, d}\nm ~ uniform(0, 1) if c == a\nk in {2 < 5 < 9}");
    private static final Embedding EMBEDDING = new Embedding(SPACE);

    private static Data data(int n, boolean known) {
        RandomGenerator random = new Seed(n).random();
        double[][] columns = new double[EMBEDDING.features()][n];
        double[] y = new double[n];
        double[] variances = new double[n];
        for (int i = 0; i < n; i++) {
            double[] u = new double[SPACE.dimensions()];
            Arrays.setAll(u, c -> random.nextDouble());
            double[] z = EMBEDDING.of(SPACE.encode(SPACE.decode(u)));
            for (int f = 0; f < z.length; f++) {
                columns[f][i] = z[f];
            }
            y[i] = Math.sin(5 * z[0]) + z[1] + 0.1 * random.nextGaussian();
            variances[i] = known ? 0.02 * random.nextDouble() : 0;
        }
        return new Data(columns, y, variances, Warp.of(y, View.STRAIGHT));
    }

    @ParameterizedTest(name = "{0} trials, known variances: {1}")
    @CsvSource({"1, false", "2, true", "9, false", "9, true", "30, true"})
    void theGradientIsThatOfTheValue(int n, boolean known) {
        Data data = data(n, known);
        LogPosterior problem = new LogPosterior(EMBEDDING, data, Prior.STANDARD, () -> true);
        double[] x = new Kernel(new double[] {0.4, 1.1, 0.7, 2}, 1.3, 0.05, 0.2).logarithms(data.hasKnown());
        double[] gradient = new double[x.length];
        problem.evaluate(x, gradient);
        double h = 1e-5;
        for (int i = 0; i < x.length; i++) {
            double[] right = x.clone();
            double[] left = x.clone();
            right[i] += h;
            left[i] -= h;
            double slope =
                    (problem.evaluate(right, new double[x.length]) - problem.evaluate(left, new double[x.length]))
                            / (2 * h);
            assertThat(gradient[i]).isCloseTo(slope, within(1e-7 * Math.max(1, Math.abs(slope))));
        }
    }

    /** One trial: ½(y²/v + ln v + ln 2π), v = scale + noise. */
    @Test
    void theValueOfOneTrialByHand() {
        Data one = new Data(
                new double[EMBEDDING.features()][1],
                new double[] {0.8},
                new double[1],
                Warp.of(new double[1], View.BENT));
        Prior prior = Prior.STANDARD;
        double[] x = new Kernel(new double[] {1, 1, 1, 1}, 2, 0.5, 0).logarithms(false);
        double value = new LogPosterior(EMBEDDING, one, prior, () -> true).evaluate(x, new double[x.length]);
        double v = 2.5 + 2e-10;
        assertThat(value - prior.penalty(x, 4, new double[x.length]))
                .isCloseTo(0.5 * (0.64 / v + Math.log(v) + Math.log(2 * Math.PI)), within(1e-12));
    }

    @Test
    void itIsCancelled() {
        LogPosterior problem = new LogPosterior(EMBEDDING, data(3, false), Prior.STANDARD, () -> false);
        assertThatThrownBy(() -> problem.evaluate(new double[6], new double[6]))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void theFitFindsTheLengthThatMattersAndTheNoise() {
        Data data = data(60, false);
        Kernel kernel = Fit.of(EMBEDDING, false, data, null, () -> true).kernel();
        assertThat(kernel.lengths()[0]).isLessThan(kernel.lengths()[3]);
        assertThat(kernel.noise()).isBetween(0.003, 0.05);
    }
}
