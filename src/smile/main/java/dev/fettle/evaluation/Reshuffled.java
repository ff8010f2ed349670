package dev.fettle.evaluation;

import dev.fettle.evaluation.fold.Splitting;
import dev.fettle.random.Seed;
import dev.fettle.replicate.ReplicatedObjective;
import dev.fettle.trial.Objective;

/**
 * A cross-validation that is done again with the rows shuffled anew each time; the first time they lie as its own folds have them.
 * Immutable, for any thread.
 *
 * <pre>{@code
 * Task task = Task.of(
 *         Bundled.dataset("iris", null), 0.2, 5, Learners.of("mlp"), List.of(Metrics.ACCURACY), Map.of(), 42);
 * Objective objective = ReplicatedObjective.of(new Reshuffled(task.objective(), task.splitting(), new Seed(42)));
 * }</pre>
 *
 * @param first whose folds the splitting has made
 * @param splitting one that can be {@link Splitting#shuffled}
 * @param seed of the shuffles
 */
public record Reshuffled(CrossValidation first, Splitting splitting, Seed seed) implements ReplicatedObjective.Again {
    private static final long serialVersionUID = 1;

    @Override
    public Objective at(int time) {
        // What another library makes of a seed are its low 32 bits.
        return time == 0
                ? first
                : splitting
                        .shuffled(seed.child("shuffle").child(time).value())
                        .map(other -> first.withFolds(other.folds(first.data().target())))
                        .orElse(first);
    }
}
