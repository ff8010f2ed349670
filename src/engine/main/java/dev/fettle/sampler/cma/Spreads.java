package dev.fettle.sampler.cma;

import dev.fettle.sampler.Spread;
import dev.fettle.sampler.Told;
import java.util.ArrayList;
import java.util.List;

/** The spreads of a search, found by running it again. Stateless, for any thread. */
final class Spreads {
    private Spreads() {}

    /**
     * The finished generations of a search, in their order, which is run again for it: the trials of the sampler are known by
     * their origin. It is the search itself, but where results were told later than to their own generation's end, as to a
     * search that others drive in batches.
     *
     * @param start where it begins
     * @param told in the order of their numbers
     */
    static List<Spread> of(Generations start, List<? extends Told> told) {
        List<Spread> spreads = new ArrayList<>();
        Generations at = start;
        int trials = 0;
        for (Told one : told) {
            if (at.isOwn(one.trial().proposal())) {
                at = at.made(List.of(one.trial().proposal()));
            }
            Generations next = at.tell(one);
            trials++;
            Belief before = at.belief();
            if (before != null && !before.origin().equals(next.now().origin())) {
                spreads.add(of(before, trials, best(at.members(), Member.End.of(one))));
            }
            at = next;
        }
        return List.copyOf(spreads);
    }

    private static Spread of(Belief belief, int trials, double best) {
        Bell bell = belief.bell();
        return new Spread(belief.restart(), belief.generation(), trials, bell.sigma(), bell.axisRatio(), best);
    }

    private static double best(List<Member> members, Member.End last) {
        Member.End best = last;
        for (Member member : members) {
            if (!member.isOpen() && member.ended().compareTo(best) < 0) {
                best = member.ended();
            }
        }
        return best.grade() == 0 ? best.loss() : Double.NaN;
    }
}
