package dev.fettle.learner.tree;

import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;

class DecisionTreeLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new DecisionTreeLearner();
    }
}
