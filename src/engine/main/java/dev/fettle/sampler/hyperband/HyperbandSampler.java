package dev.fettle.sampler.hyperband;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Hyperband: many points get a little of the resource, an eta-th of them goes on with eta times as much, and so on; brackets
 * that begin with fewer points and more resource guard against results that mislead at first (Li et al., 2018, JMLR
 * 18(185)). One bracket alone is successive halving. The points are drawn at random, or by a sampler that learns, which is
 * BOHB with its own model and without its share of random points (Falkner et al., 2018, ICML). A rung runs as a whole; what
 * failed or was pruned goes no further; of equal scores the lower number does. Behind the last bracket the first one begins
 * again with new points. Listens to the first goal.
 *
 * <pre>{@code
 * Sampler hyperband = HyperbandSampler.of(1, 81, 3);
 * Sampler bohb = HyperbandSampler.of(1, 81, 3).withPoints(new RandomSampler(true));
 * Sampler halving = new HyperbandSampler(List.of(Bracket.halving(60, 20, 180, 3, false)), new RandomSampler());
 * }</pre>
 *
 * @param brackets at least one, in their order
 * @param points draws those of each first rung
 */
public record HyperbandSampler(List<Bracket> brackets, Sampler points) implements Sampler {
    private static final long serialVersionUID = 1;

    public HyperbandSampler {
        brackets = List.copyOf(brackets);
        if (brackets.isEmpty()) {
            throw new IllegalArgumentException("Brackets () must be at least one.");
        }
    }

    /** All brackets of {@link Bracket#hyperband}, with random points. */
    public static HyperbandSampler of(int least, int most, int eta) {
        return new HyperbandSampler(Bracket.hyperband(least, most, eta), new RandomSampler());
    }

    /** The same with points of another sampler. */
    public HyperbandSampler withPoints(Sampler other) {
        return new HyperbandSampler(brackets, other);
    }

    /**
     * A fresh search.
     *
     * @throws IllegalArgumentException if a full evaluation uses less than the most resource here
     */
    @Override
    public Search start(Question question, Seed seed) {
        int most = brackets.stream()
                .flatMap(bracket -> bracket.resources().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElseThrow();
        check(question, most);
        return Halving.start(brackets, Draws.of(question, points, seed.child("hyperband")));
    }

    /** A point comes again with more resource. */
    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public OptionalLong spends(int trials) {
        long spent = 0;
        for (int left = trials, at = 0; left > 0; at++) {
            Bracket bracket = brackets.get(at % brackets.size());
            spent += bracket.spends(left);
            left -= bracket.trials();
        }
        return OptionalLong.of(spent);
    }

    /** Before the first trial the plan. */
    @Override
    public List<String> remarks(int told) {
        return told > 0
                ? List.of()
                : List.of("Points × resource of each rung: "
                        + brackets.stream().map(Bracket::text).collect(Collectors.joining("; ")) + ".");
    }

    static void check(Question question, int most) {
        question.mostResource().ifPresent(full -> {
            if (most > full) {
                throw new IllegalArgumentException(
                        "Most resource (" + most + ") must be at most what a full evaluation uses, " + full + ".");
            }
        });
    }
}
