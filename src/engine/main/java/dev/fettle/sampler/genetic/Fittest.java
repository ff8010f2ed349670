package dev.fettle.sampler.genetic;

import dev.fettle.sampler.population.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Of one goal: each generation takes the place of the one before, but for the best few. Immutable, for any thread.
 *
 * @param elite how many live on
 */
record Fittest(int elite) implements Evolved.Selection {
    @Override
    public Parents parents(List<Member.Rated> pool) {
        List<Member> members = new ArrayList<>(pool.size());
        int[] ranks = new int[pool.size()];
        for (int i = 0; i < ranks.length; i++) {
            members.add(pool.get(i).member());
            boolean equal = i > 0
                    && Outcome.BEST_FIRST.compare(
                                    pool.get(i - 1).end(), pool.get(i).end())
                            == 0;
            ranks[i] = equal ? ranks[i - 1] : i;
        }
        return new Parents(members, ranks);
    }

    /** The best in front. */
    @Override
    public List<Member.Rated> survivors(List<Member.Rated> pool, List<Member.Rated> children) {
        List<Member.Rated> next = new ArrayList<>(elite + children.size());
        next.addAll(pool.subList(0, Math.min(elite, pool.size())));
        next.addAll(children);
        next.sort((a, b) -> Outcome.BEST_FIRST.compare(a.end(), b.end()));
        return next;
    }
}
