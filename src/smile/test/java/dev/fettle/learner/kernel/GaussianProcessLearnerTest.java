package dev.fettle.learner.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GaussianProcessLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new GaussianProcessLearner();
    }

    @Test
    void tooManyRowsAreRefused() {
        assertThat(learner().problems(learner().configure(Map.of()), new Dataset.Shape(3001, 4, List.of(), 0)))
                .containsExactly("Rows of a training (3001) must be at most 3000 for gaussian_process, whose time grows"
                        + " by their cube. Maybe --model svr.");
        assertThat(learner().problems(learner().configure(Map.of()), new Dataset.Shape(3000, 4, List.of(), 0)))
                .isEmpty();
    }

    @Test
    void theSameRowTwiceNeedsNoise() {
        Dataset twice = sets().get(0).rows(new int[] {0, 0, 1, 2});
        Map<String, ?> none = Map.of("length_scale", 1, "alpha", Double.MIN_VALUE);
        assertThatThrownBy(() -> predictions(twice, none, Fitting.of(new Seed(1))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageEndingWith("Maybe a larger alpha.");
    }

    @ParameterizedTest
    @EnumSource
    void theSlopeOfTheEvidenceIsThatOfItsDifferences(Covariance covariance) {
        double[] y = ((Dataset.Values) sets().get(0).target()).y().clone();
        Arrays.setAll(y, i -> y[i] - 10);
        Evidence evidence = new Evidence(covariance, sets().get(0).x(), y);
        double[] place = {0.7, -2.3};
        double[] slope = new double[2];
        evidence.evaluate(place, slope);
        for (int i = 0; i < 2; i++) {
            double[] up = place.clone();
            double[] down = place.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double difference = (evidence.evaluate(up, new double[2]) - evidence.evaluate(down, new double[2])) / 2e-5;
            assertThat(slope[i]).isCloseTo(difference, withinPercentage(1e-4));
        }
    }
}
