package dev.fettle.learner.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.random.Seed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradientTreeBoostLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new GradientTreeBoostLearner();
    }

    @Test
    void aLossIsForOneKindOfTarget() {
        assertThat(learner()
                        .problems(
                                learner().configure(Map.of("loss", "absolute_error")),
                                new Dataset.Shape(96, 4, List.of(), 3)))
                .containsExactly("loss (absolute_error) must be log_loss for classes.");
        assertThat(learner()
                        .problems(
                                learner().configure(Map.of("loss", "log_loss")),
                                new Dataset.Shape(96, 4, List.of(), 0)))
                .containsExactly("loss (log_loss) must be squared_error or absolute_error for values.");
    }

    @Test
    void autoIsTheUsualLoss() {
        for (Dataset data : sets()) {
            String usual = data.target() instanceof Dataset.Classes ? "log_loss" : "squared_error";
            assertThat(predictions(data, Map.of("loss", usual), Fitting.of(new Seed(1))))
                    .isDeepEqualTo(predictions(data, Map.of(), Fitting.of(new Seed(1))));
        }
    }

    @Test
    void aTrainingThatDivergesSaysSo() {
        Dataset values = sets().get(sets().size() - 1);
        Map<String, Object> steep = Map.of("learning_rate", 1e30);
        assertThatThrownBy(() -> predictions(values, steep, Fitting.of(new Seed(1))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Training diverged. Maybe a lower learning_rate.");
    }
}
