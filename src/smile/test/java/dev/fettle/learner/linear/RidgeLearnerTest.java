package dev.fettle.learner.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RidgeLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new RidgeLearner();
    }

    @Test
    void ofManySolutionsWithoutAPenaltyTheShortestIsTaken() {
        Dataset data = sets().get(0);
        Dataset twice =
                data.with(List.of(data.features().get(0), data.features().get(0)));
        Model model = learner().fit(learner().configure(Map.of("alpha", 0)), twice, Fitting.of(new Seed(1)));
        double[] w = ((LeastSquares.Solution) model.smile()).weights();
        assertThat(w[0]).isCloseTo(w[1], within(1e-12)).isNotZero();
    }
}
