package dev.fettle.replicate;

import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A search that does not listen, whose proposals are counted before the first is made: without those that somebody else runs first, as a
 * study skips them. For any thread.
 */
final class Fixed implements Search {
    private final Search search;
    private final int most;
    private final Set<Point> others;
    private final int at;
    private @Nullable List<Proposal> all;

    private Fixed(Search search, int most, Set<Point> others, int at, @Nullable List<Proposal> all) {
        this.search = search;
        this.most = most;
        this.others = others;
        this.at = at;
        this.all = all;
    }

    /** At most so many of its proposals. */
    static Fixed of(Search search, int most) {
        return new Fixed(search, most, Set.of(), 0, null);
    }

    /** They are made when they are first needed: a study asks many a search for its pace alone. */
    private synchronized List<Proposal> all() {
        List<Proposal> made = all;
        if (made == null) {
            Set<Point> seen = new HashSet<>(others);
            made = search.propose(most + others.size(), () -> true).proposals().stream()
                    .filter(p -> seen.add(p.point()))
                    .limit(Math.max(0, most - others.size()))
                    .toList();
            all = made;
        }
        return made;
    }

    /** How many are still to be proposed. */
    int left() {
        return all().size() - at;
    }

    @Override
    public Pace pace() {
        return new Pace.Free();
    }

    @Override
    public Step propose(int count, BooleanSupplier goOn) {
        List<Proposal> some = all().subList(at, Math.min(all().size(), at + count));
        return new Step(some, to(at + some.size()));
    }

    @Override
    public Fixed made(List<Proposal> proposals) {
        return to(at + proposals.size());
    }

    private Fixed to(int next) {
        return new Fixed(search, most, others, next, all());
    }

    @Override
    public Fixed expecting(List<Point> points) {
        return new Fixed(search, most, Set.copyOf(points), at, null);
    }

    @Override
    public Fixed tell(Told told) {
        return this;
    }
}
