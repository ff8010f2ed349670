package dev.fettle.learner;

class DescentTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new Descent();
    }
}
