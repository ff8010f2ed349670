package dev.fettle.learner.kernel;

import static org.assertj.core.api.Assertions.assertThat;

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
}
