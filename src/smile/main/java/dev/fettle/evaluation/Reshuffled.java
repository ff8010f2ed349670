package dev.fettle.evaluation;

import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.fold.Splitting;
import dev.fettle.random.Seed;
import dev.fettle.replicate.ReplicatedObjective;
import dev.fettle.trial.Objective;

/** What {@link CrossValidation#reshuffled} says. Immutable, for any thread. */
record Reshuffled(CrossValidation first, Splitting splitting, Seed seed) implements ReplicatedObjective.Again {
    private static final long serialVersionUID = 1;

    @Override
    public Objective at(int time) {
        // What another library makes of a seed are its low 32 bits.
        return time == 0
                ? first
                : splitting
                        .shuffled(seed.child("shuffle").child(time).value())
                        .map(other -> on(other.folds(first.data().target())))
                        .orElse(first);
    }

    private CrossValidation on(Folds folds) {
        return new CrossValidation(
                first.data(),
                folds,
                first.learner(),
                first.constants(),
                first.metrics(),
                first.goals(),
                first.clock(),
                first.resource(),
                first.standings(),
                first.slopes());
    }
}
