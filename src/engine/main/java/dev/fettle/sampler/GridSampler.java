package dev.fettle.sampler;

import dev.fettle.random.Seed;
import dev.fettle.space.grid.Grid;

/** Each point of a finite space once, parameters in the order written, the last one fastest. */
public record GridSampler() implements Sampler {
    @Override
    public Search start(Question question, Seed seed) {
        return new Walk(new Numbered(new Grid(question.space()), n -> n), "grid", Long.MAX_VALUE);
    }
}
