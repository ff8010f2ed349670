package dev.fettle.sampler;

import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a search is started for. Immutable, for any thread.
 *
 * <pre>{@code
 * Search search = new RandomSampler().start(Question.of(space, Goal.minimize("loss")), new Seed(42));
 * }</pre>
 *
 * @param goals at least one, in the order of the losses that the search will be told
 * @param trials how many there will be, as far as anybody knows; at least 1
 * @param mostResource what a full evaluation uses, in units of the objective, at least 1; empty if the objective has no such
 *     thing
 */
public record Question(SearchSpace space, List<Goal> goals, OptionalInt trials, OptionalInt mostResource) {
    public Question {
        goals = List.copyOf(goals);
        if (goals.isEmpty()) {
            throw new IllegalArgumentException("Goals () must be at least one.");
        }
    }

    /** One goal, no end in sight, no resource. */
    public static Question of(SearchSpace space, Goal goal) {
        return new Question(space, List.of(goal), OptionalInt.empty(), OptionalInt.empty());
    }
}
