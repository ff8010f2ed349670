package dev.fettle.learner;

class CentroidsTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new Centroids();
    }
}
