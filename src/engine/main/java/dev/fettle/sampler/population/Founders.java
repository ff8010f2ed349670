package dev.fettle.sampler.population;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Search;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Points by chance, to begin with. Immutable, for any thread. */
public final class Founders {
    private final Question question;

    /** Those of a question. */
    public Founders(Question question) {
        this.question = question;
    }

    /**
     * So many points as {@link RandomSampler} draws them; where there are fewer, these again and again.
     *
     * @return null if {@code goOn} said no, or if the space has no point
     */
    public @Nullable List<Point> draw(int count, Seed seed, BooleanSupplier goOn) {
        Search.Step step = new RandomSampler().start(question, seed).propose(count, goOn);
        List<Point> drawn = step.proposals().stream().map(Proposal::point).toList();
        if (drawn.isEmpty() || (drawn.size() < count && !goOn.getAsBoolean())) {
            return null;
        }
        return IntStream.range(0, count)
                .mapToObj(i -> drawn.get(i % drawn.size()))
                .toList();
    }
}
