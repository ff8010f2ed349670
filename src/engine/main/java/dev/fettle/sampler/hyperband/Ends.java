package dev.fettle.sampler.hyperband;

import dev.fettle.sampler.Told;
import dev.fettle.trial.Proposal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The ends of trials in the order in which they were told. One more takes constant time. Immutable, for any thread. */
final class Ends {
    static final Ends NONE = new Ends(null, null);

    private final @Nullable Told last;
    private final @Nullable Ends before;

    private Ends(@Nullable Told last, @Nullable Ends before) {
        this.last = last;
        this.before = before;
    }

    Ends plus(Told told) {
        return new Ends(told, this);
    }

    List<Told> inOrder() {
        List<Told> all = new ArrayList<>();
        for (Ends at = this; at.last != null && at.before != null; at = at.before) {
            all.add(at.last);
        }
        Collections.reverse(all);
        return all;
    }

    /** By how much resource they had; {@link Proposal#ALL} is more than any other. */
    NavigableMap<Integer, List<Told>> byResource() {
        NavigableMap<Integer, List<Told>> levels = new TreeMap<>();
        for (Told told : inOrder()) {
            int resource = told.trial().proposal().resource();
            levels.computeIfAbsent(resource == Proposal.ALL ? Integer.MAX_VALUE : resource, r -> new ArrayList<>())
                    .add(told);
        }
        return levels;
    }

    /** The scored ones, the best first, of equals the first told. What was pruned or failed goes no further. */
    static List<Told.Scored> best(List<Told> ends) {
        return ends.stream()
                .filter(Told.Scored.class::isInstance)
                .map(Told.Scored.class::cast)
                // Adding 0 makes −0 and 0 equal.
                .sorted(Comparator.comparingDouble(scored -> scored.losses()[0] + 0.0))
                .toList();
    }
}
