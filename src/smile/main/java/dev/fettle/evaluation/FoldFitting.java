package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import dev.fettle.trial.Probe;

/** The training on one fold: what the learner tells there is a step of the whole trial. For one thread. */
final class FoldFitting implements Fitting {
    private final Probe probe;
    private final int fold;
    private final Metric goal;
    private final Dataset test;
    private boolean goOn = true;

    FoldFitting(Probe probe, int fold, Metric goal, Dataset test) {
        this.probe = probe;
        this.fold = fold;
        this.goal = goal;
        this.test = test;
    }

    @Override
    public Seed seed() {
        return Folds.seed(probe.seed(), fold);
    }

    @Override
    public int resource() {
        return probe.resource();
    }

    private int steps() {
        return Math.max(1, resource());
    }

    @Override
    public boolean report(int step, Model.Predictor soFar) {
        if (goOn && step < steps()) {
            double score = CrossValidation.score(goal, test, soFar.predict(test));
            goOn = probe.report(fold * steps() + step, score);
        }
        return goOn;
    }

    /** Tells the score of the whole fold; whether to go on. */
    boolean ends(double score) {
        goOn = goOn && probe.report((fold + 1) * steps(), score);
        return goOn;
    }
}
