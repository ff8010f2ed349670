package dev.fettle.sampler.tpe;

import dev.fettle.sampler.evidence.Evidence;
import dev.fettle.sampler.evidence.Observation;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how the trials of a search rank, so that one more takes constant time. No answer depends on what is remembered:
 * of other trials than the last time it begins afresh. For any thread.
 */
final class Ranking {
    private final List<Group> groups;
    private final TpeSampler settings;
    private List<Tally> tallies = List.of();
    private int heard;
    private @Nullable Observation last;

    Ranking(List<Group> groups, TpeSampler settings) {
        this.groups = groups;
        this.settings = settings;
    }

    /**
     * One for each group; null if the pulse stops.
     *
     * @param mostBad at most about so many bad trials each
     */
    synchronized @Nullable List<Split> splits(Evidence evidence, int mostBad, Pulse pulse) {
        List<Observation> all = evidence.observations();
        // An observation is equal to itself alone: where the last one is the same, so is all before it.
        boolean grown = heard > 0 && heard <= all.size() && all.get(heard - 1).equals(last);
        if (!grown) {
            tallies =
                    groups.stream().map(g -> new Tally(g, settings.mostGood())).toList();
            heard = 0;
        }
        for (; heard < all.size(); heard++) {
            if (!pulse.beats(groups.size())) {
                return null;
            }
            int at = heard;
            tallies.forEach(t -> t.add(all, at));
            last = all.get(at);
        }
        return split(all, pending(evidence), mostBad);
    }

    private List<Split> split(List<Observation> all, double[][] pending, int mostBad) {
        List<Split> splits = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            double[][] here = Arrays.stream(pending).filter(group::active).toArray(double[][]::new);
            splits.add(tallies.get(g).split(all, here, settings, mostBad));
        }
        return splits;
    }

    private static double[][] pending(Evidence evidence) {
        SearchSpace space = evidence.space();
        return evidence.pending().stream().map(space::encode).toArray(double[][]::new);
    }
}
