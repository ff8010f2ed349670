package dev.fettle.sampler.hyperband;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where new points come from. A sampler that listens hears the results of one resource, the highest for which there are
 * enough of them: its dimensions and three more (Falkner, Klein and Hutter, 2018, "BOHB", ICML, section 4). Before that, and
 * where it knows every point, points are random. Immutable, for any thread.
 *
 * @param listens whether the sampler does
 */
record Draws(Question question, Sampler points, Seed seed, boolean listens) {
    /**
     * A search that gives new points.
     *
     * @param count of those that it will give
     */
    record Source(Search search, int count) {
        /** Behind one that it gave. */
        Source behind(Search next) {
            return new Source(next, Math.max(0, count - 1));
        }

        /** Behind one that it gave in another life. */
        Source behind(Point point) {
            return behind(search.made(List.of(Proposal.of(point, "made"))));
        }
    }

    static Draws of(Question question, Sampler points, Seed seed) {
        // How many there will be of a source is known when it is made, and their resource is none of its business.
        Question own = new Question(question.space(), question.goals(), OptionalInt.empty(), OptionalInt.empty());
        return new Draws(own, points, seed, !(points.start(own, seed).pace() instanceof Pace.Free));
    }

    /** For at most {@code most} points, the number of whose source is {@code number}: each number draws its own. */
    Source source(long number, int most, Ends ends) {
        List<Told> known = listens ? enough(ends) : null;
        if (known != null) {
            Set<Point> seen = new HashSet<>();
            known.forEach(told -> seen.add(told.trial().point()));
            int left = available(most + seen.size()) - seen.size();
            if (left > 0) {
                Search search = points.start(question, seed.child(number));
                for (Told told : known) {
                    search = search.tell(told);
                }
                return new Source(search, Math.min(most, left));
            }
        }
        Sampler plain = listens ? new RandomSampler() : points;
        return new Source(plain.start(question, seed.child(number)), available(most));
    }

    /** The results of the highest resource that has enough; null if there is none. */
    @Nullable
    List<Told> enough(Ends ends) {
        long least = question.space().dimensions() + 3L;
        for (Map.Entry<Integer, List<Told>> level :
                ends.byResource().descendingMap().entrySet()) {
            long distinct = Ends.best(level.getValue()).stream()
                    .map(scored -> scored.trial().point())
                    .distinct()
                    .count();
            if (distinct >= least) {
                return level.getValue();
            }
        }
        return null;
    }

    /** How many points there are, at most {@code most}; a finite space is asked, as constraints leave nobody knows how many. */
    private int available(int most) {
        return question.space().size().isEmpty()
                ? most
                : new RandomSampler()
                        .start(question, seed)
                        .propose(most, () -> true)
                        .proposals()
                        .size();
    }
}
