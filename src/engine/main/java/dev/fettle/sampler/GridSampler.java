package dev.fettle.sampler;

import dev.fettle.random.Seed;
import dev.fettle.space.grid.Grid;

/**
 * Each point of a finite space once, parameters in the order written, the last one fastest. Points that fail a constraint are
 * passed over, however many there are. Refuses what {@link Grid} refuses.
 *
 * <pre>{@code
 * Search search = new GridSampler().start(Question.of(space, Goal.maximize("accuracy")), new Seed(42));
 * List<Proposal> first = search.propose(10, () -> true).proposals();
 * }</pre>
 */
public record GridSampler() implements Sampler {
    @Override
    public Search start(Question question, Seed seed) {
        return new Walk(new Sequence.Numbered(new Grid(question.space()), n -> n), "grid", Long.MAX_VALUE);
    }
}
