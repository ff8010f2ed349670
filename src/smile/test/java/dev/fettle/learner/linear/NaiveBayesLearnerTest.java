package dev.fettle.learner.linear;

import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;

class NaiveBayesLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new NaiveBayesLearner();
    }
}
