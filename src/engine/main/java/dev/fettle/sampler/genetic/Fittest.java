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
        List<Member.Rated> sorted = sorted(pool);
        int[] ranks = new int[sorted.size()];
        for (int i = 1; i < ranks.length; i++) {
            boolean equal = Outcome.BEST_FIRST.compare(
                            sorted.get(i - 1).end(), sorted.get(i).end())
                    == 0;
            ranks[i] = equal ? ranks[i - 1] : i;
        }
        return new Parents(sorted.stream().map(Member.Rated::member).toList(), ranks);
    }

    @Override
    public List<Member.Rated> survivors(List<Member.Rated> pool, List<Member.Rated> children) {
        List<Member.Rated> sorted = sorted(pool);
        List<Member.Rated> next = new ArrayList<>(sorted.subList(0, Math.min(elite, sorted.size())));
        next.addAll(children);
        return next;
    }

    private static List<Member.Rated> sorted(List<Member.Rated> pool) {
        return pool.stream()
                .sorted((a, b) -> Outcome.BEST_FIRST.compare(a.end(), b.end()))
                .toList();
    }
}
