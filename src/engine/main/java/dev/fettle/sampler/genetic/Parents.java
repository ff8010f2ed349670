package dev.fettle.sampler.genetic;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Those who may have children. Nobody may write into the array, so it is for any thread.
 *
 * @param ranks {@code [members]}, the less the better; equal ones win by lot
 */
record Parents(List<Member> members, int[] ranks) {
    Parents {
        members = List.copyOf(members);
    }

    /** The best of so many, drawn with replacement (tournament selection; Goldberg and Deb, 1991). */
    Member select(int tournament, RandomGenerator random) {
        int best = random.nextInt(ranks.length);
        for (int i = 1; i < tournament; i++) {
            int other = random.nextInt(ranks.length);
            best = ranks[other] < ranks[best] ? other : best;
        }
        return members.get(best);
    }
}
