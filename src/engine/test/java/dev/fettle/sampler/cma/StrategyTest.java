package dev.fettle.sampler.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategyTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    /** Hansen's own: cma 4.5.0 on PyPI; step size and χ of cmaes 0.13.1, as there the tutorial's form. */
    @ParameterizedTest
    @CsvSource({
        "5, 8, 2.60017882611318, 0.45019955799280803, 0.047292304159400896, 0.04785904960298248,"
                + " 0.3650883760934854, 1.3650883760934853, 2.1285237557247996",
        "10, 10, 3.1672992814107017, 0.29499038303562225, 0.015283824524751714, 0.02355177665041747,"
                + " 0.2844285879463675, 1.2844285879463675, 3.0847265651690123",
        "40, 15, 4.5409152090759575, 0.09300921663424917, 0.0011694327252618397, 0.003405219643706347,"
                + " 0.1320305687020827, 1.1320305687020826, 6.28521508039776"
    })
    void constantsAreHansens(
            int n,
            int lambda,
            double muEff,
            double cC,
            double c1,
            double cMu,
            double cSigma,
            double dSigma,
            double chi) {
        Strategy s = Strategy.of(n, lambda, true, false);
        assertThat(s.mu()).isEqualTo(lambda / 2);
        assertThat(s.muEff()).isCloseTo(muEff, ROUNDING);
        assertThat(s.noise()).isCloseTo(1 / muEff, ROUNDING);
        assertThat(s.cC()).isCloseTo(cC, ROUNDING);
        assertThat(s.c1()).isCloseTo(c1, ROUNDING);
        assertThat(s.cMu()).isCloseTo(cMu, ROUNDING);
        assertThat(s.cSigma()).isCloseTo(cSigma, ROUNDING);
        assertThat(s.dSigma()).isCloseTo(dSigma, ROUNDING);
        assertThat(s.chi()).isCloseTo(chi, ROUNDING);
    }

    @Test
    void weightsAreHansens() {
        double[] ten = {
            0.456273, 0.270753, 0.162231, 0.085234, 0.02551, -0.080013, -0.221764, -0.344555, -0.452864, -0.54975
        };
        assertThat(Strategy.of(10, 10, true, false).weights()).containsExactly(ten, within(1e-6));
        assertThat(Arrays.stream(Strategy.of(10, 10, false, true).weights()).sum())
                .isCloseTo(1, ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "1, 4", "2, 6", "5, 8", "10, 10", "100, 17"})
    void thePopulationGrowsWithTheLogarithm(int dimensions, int population) {
        assertThat(Strategy.population(dimensions)).isEqualTo(population);
    }

    /** A million draws: 5 standard errors, false alarm 6e-7, and the seed is fixed. */
    @ParameterizedTest
    @CsvSource({"4", "7", "8", "15"})
    void noiseIsTheVarianceOfAStepByLot(int lambda) {
        Strategy s = Strategy.of(1, lambda, false, true);
        Random random = new Random(lambda);
        double sum = 0;
        double squares = 0;
        int draws = 1_000_000;
        double[] w = s.weights().clone();
        for (int i = 0; i < draws; i++) {
            for (int k = lambda - 1; k > 0; k--) {
                int j = random.nextInt(k + 1);
                double swapped = w[k];
                w[k] = w[j];
                w[j] = swapped;
            }
            double variance = lambda % 2 == 0 ? 0 : w[lambda - 1] * w[lambda - 1];
            for (int k = 0; k + 1 < lambda; k += 2) {
                variance += (w[k] - w[k + 1]) * (w[k] - w[k + 1]);
            }
            sum += variance;
            squares += variance * variance;
        }
        double mean = sum / draws;
        double error = Math.sqrt((squares / draws - mean * mean) / draws);
        assertThat(s.noise()).isCloseTo(mean, within(5 * error + 1e-9));
    }
}
