package dev.fettle.sampler;

import dev.fettle.random.Seed;
import dev.fettle.space.grid.Grid;
import java.util.OptionalInt;
import java.util.function.LongUnaryOperator;

/**
 * Each point of a finite space once, parameters in the order written, the last one fastest. Where fewer trials are planned than
 * there are points, these would be a corner of the grid: they come in an order by chance then, and lie all over it. Points that
 * fail a constraint are passed over, however many there are. Refuses what {@link Grid} refuses.
 *
 * <pre>{@code
 * Search search = new GridSampler().start(Question.of(space, Goal.maximize("accuracy")), new Seed(42));
 * List<Proposal> first = search.propose(10, () -> true).proposals();
 * }</pre>
 */
public record GridSampler() implements Sampler {
    @Override
    public Search start(Question question, Seed seed) {
        Grid grid = new Grid(question.space());
        LongUnaryOperator order = scatters(grid, question.trials()) ? new Permutation(grid.size(), seed)::at : n -> n;
        return new Walk(new Sequence.Numbered(grid, order), "grid", Long.MAX_VALUE);
    }

    /**
     * Whether the points come in an order by chance.
     *
     * @param trials as many as are planned, the points of the user included; empty if nobody knows
     */
    public static boolean scatters(Grid grid, OptionalInt trials) {
        return trials.isPresent()
                && trials.getAsInt() < grid.count(Grid.COUNTABLE).orElse(grid.size());
    }
}
