package dev.fettle.learner.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogisticLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new LogisticLearner();
    }

    @Test
    void whoStopsEarlySaysSo() {
        Dataset data = sets().get(2);
        Model early = learner().fit(learner().configure(Map.of("max_iter", 2)), data, Fitting.of(new Seed(1)));
        assertThat(early.warnings()).isEqualTo(Map.of("did not converge in max_iter = 2 iterations", 1));
        Model whole = learner().fit(learner().configure(Map.of()), data, Fitting.of(new Seed(1)));
        assertThat(whole.warnings()).isEmpty();
    }

    @Test
    void withoutAPenaltyCIsNotRead() {
        Map<String, ?> free = Map.of("penalty", "none", "C", 0.001);
        assertThat(learner().reads("C", learner().configure(free))).isFalse();
        assertThat(predictions(sets().get(0), free, Fitting.of(new Seed(1))))
                .isDeepEqualTo(predictions(sets().get(0), Map.of("penalty", "none"), Fitting.of(new Seed(1))));
    }

    @Test
    void aStrongerPenaltyIsSimpler() {
        Dataset.Shape shape = new Dataset.Shape(100, 4, List.of(), 3);
        assertThat(learner().size(learner().configure(Map.of("C", 0.1)), shape))
                .isLessThan(learner().size(learner().configure(Map.of()), shape));
        assertThat(learner().size(learner().configure(Map.of("penalty", "none")), shape))
                .isEqualTo(15);
    }
}
