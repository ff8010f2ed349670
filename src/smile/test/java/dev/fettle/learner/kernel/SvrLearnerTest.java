package dev.fettle.learner.kernel;

import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;

class SvrLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new SvrLearner();
    }
}
