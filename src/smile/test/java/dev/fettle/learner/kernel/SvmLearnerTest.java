package dev.fettle.learner.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.random.Seed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvmLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new SvmLearner();
    }

    @Test
    void gammaByScaleIsOneByTheFeaturesTimesTheVariance() {
        double[][] x = {{0, 2}, {4, 6}};
        assertThat(Kernel.of(learner().configure(Map.of()), x).gamma()).isEqualTo(0.1);
        assertThat(Kernel.of(learner().configure(Map.of("gamma", "auto")), x).gamma())
                .isEqualTo(0.5);
        assertThat(Kernel.of(learner().configure(Map.of("gamma", 3)), x).gamma())
                .isEqualTo(3);
        assertThat(Kernel.of(learner().configure(Map.of()), new double[][] {{2, 2}})
                        .gamma())
                .isEqualTo(0.5);
    }

    @Test
    void gammaIsANumberOrAWord() {
        assertThat(learner().problem("gamma", "scal"))
                .contains("gamma (scal) must be a number of above 0, or auto, or scale. Maybe scale.");
        assertThat(learner().problem("gamma", 0)).isPresent();
        assertThat(learner().problem("gamma", "auto")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rbf, gamma", "linear, ", "poly, gamma degree coef0", "sigmoid, gamma coef0"})
    void aKernelReadsItsOwn(String kernel, String read) {
        Configuration values = learner().configure(Map.of("kernel", kernel));
        assertThat(List.of("gamma", "degree", "coef0"))
                .filteredOn(h -> learner().reads(h, values))
                .isEqualTo(read == null ? List.of() : List.of(read.split(" ")));
        assertThat(List.of("C", "tol", "kernel", "class_weight"))
                .allMatch(h -> learner().reads(h, values));
        Map<String, ?> other = Map.of(
                "kernel", kernel,
                "gamma", learner().reads("gamma", values) ? "scale" : 9,
                "degree", learner().reads("degree", values) ? 3 : 5,
                "coef0", learner().reads("coef0", values) ? 0 : 2);
        assertThat(predictions(sets().get(2), other, Fitting.of(new Seed(1))))
                .isDeepEqualTo(predictions(sets().get(2), Map.of("kernel", kernel), Fitting.of(new Seed(1))));
    }

    @Test
    void aSmootherBorderIsSimpler() {
        Dataset.Shape shape = new Dataset.Shape(100, 4, List.of(), 3);
        double standard = learner().size(learner().configure(Map.of()), shape);
        assertThat(learner().size(learner().configure(Map.of("C", 10)), shape)).isGreaterThan(standard);
        assertThat(learner().size(learner().configure(Map.of("gamma", 0.01)), shape))
                .isLessThan(standard);
    }

    @Test
    void aClassWithoutARowIsNotProbableAndOneOfASingleRowIsRefused() {
        Map<String, ?> platt = Map.of("probability", "platt");
        for (double[] row : predictions(sets().get(1), platt, Fitting.of(new Seed(1)))) {
            assertThat(row[2]).isZero();
            assertThat(row[0] + row[1]).isCloseTo(1, within(1e-12));
        }
        Dataset single = sets().get(2).rows(new int[] {0, 1, 3, 4, 6, 7, 8});
        assertThatThrownBy(() -> predictions(single, platt, Fitting.of(new Seed(1))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Class (c) must have at least 2 rows for probabilities, and has one."
                        + " Maybe probability = off.");
    }

    /** At the end of the fit as many are expected as wanted, and so many a decision value. */
    @Test
    void aSigmoidExpectsWhatItSaw() {
        double[] f = {-2, -1, -0.5, 0.1, 0.4, 3, 1e3};
        boolean[] is = {false, false, true, false, true, true, true};
        double[] weights = {1, 2, 0.5, 1, 1, 1, 0.25};
        Sigmoid sigmoid = Sigmoid.of(f, is, weights);
        double more = 0;
        double moreByValue = 0;
        for (int i = 0; i < f.length; i++) {
            double wanted = is[i] ? 3.75 / 4.75 : 1 / 6.0;
            double p = StrictMath.exp(sigmoid.logarithm(f[i]));
            more += weights[i] * (p - wanted);
            moreByValue += weights[i] * (p - wanted) * f[i];
        }
        assertThat(more).isCloseTo(0, within(1e-7));
        assertThat(moreByValue).isCloseTo(0, within(1e-4));
        assertThat(sigmoid.slope()).isPositive();
        assertThat(sigmoid.logarithm(1e6)).isZero();
        assertThat(sigmoid.logarithm(-1e6)).isEqualTo(sigmoid.odds(-1e6));
    }
}
