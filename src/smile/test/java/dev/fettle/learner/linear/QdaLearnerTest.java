package dev.fettle.learner.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.random.Seed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QdaLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new QdaLearner();
    }

    @Test
    void aClassWithFewerRowsThanFeaturesNeedsThePenalty() {
        Dataset few = sets().get(2).rows(new int[] {0, 1, 2, 3, 4, 5, 6, 7});
        assertThatThrownBy(() -> predictions(few, Map.of(), Fitting.of(new Seed(1))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Covariance of each class must have full rank; that of a, of 3 rows, has not."
                        + " Maybe a larger reg_param.");
        assertThat(predictions(few, Map.of("reg_param", 0.5), Fitting.of(new Seed(1))))
                .hasNumberOfRows(8);
    }
}
