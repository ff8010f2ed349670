package dev.fettle.replicate;

import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points that may come again: the best by their first evaluation, of equals the lower number, and the baseline, so that what was
 * gained on it is known as well. Immutable, for any thread.
 *
 * @param most how many can be of use, at least 2
 * @param best those, the best first; each point once
 * @param baseline the default values, if they were scored
 */
record Arms(int most, List<Told.Scored> best, Told.@Nullable Scored baseline) {
    /** The origin of the default values. */
    private static final String DEFAULT = "default";

    /** A point that comes again does so at least as often, if the replicates suffice for two. */
    private static final int FEWEST = 4;

    /** And at most about as often. */
    private static final int OFTEN = 20;

    /** With a baseline there are more than two. */
    private static final int WITH_BASELINE = 3;

    private static final Comparator<Told.Scored> ORDER = Comparator.<Told.Scored>comparingDouble(
                    t -> t.losses()[0] + 0.0)
            .thenComparingInt(t -> t.trial().number());

    /** None yet, for so many replicates. */
    static Arms of(int replicates) {
        return new Arms(Math.max(2, replicates / FEWEST), List.of(), null);
    }

    /** With one more that was evaluated once. */
    Arms plus(Told.Scored told) {
        Point point = told.trial().point();
        boolean first = told.trial().proposal().origin().equals(DEFAULT) && baseline == null;
        if (best.stream().anyMatch(t -> t.trial().point().equals(point))) {
            return this;
        }
        List<Told.Scored> all = new ArrayList<>(best);
        all.add(told);
        all.sort(ORDER);
        return new Arms(most, List.copyOf(all.subList(0, Math.min(most, all.size()))), first ? told : baseline);
    }

    /**
     * Those that so many replicates are shared out among, equally often each: as many as {@link #near} the best, or a few more so that
     * nothing remains.
     */
    List<Told.Scored> chosen(int replicates) {
        Told.Scored extra = baseline != null && most >= WITH_BASELINE ? baseline : null;
        if (best.isEmpty()) {
            return List.of();
        }
        int wanted = Math.min(most, Math.max(extra == null ? 2 : WITH_BASELINE, near()));
        int size = wanted;
        while (size < most && (replicates % size != 0 || replicates / size > OFTEN)) {
            size++;
        }
        while (replicates % size != 0) {
            size--;
        }
        List<Told.Scored> some = new ArrayList<>(best.subList(0, Math.min(size, best.size())));
        if (extra != null && size >= WITH_BASELINE && some.stream().noneMatch(t -> same(t, extra))) {
            some.set(some.size() - 1, extra);
        }
        return some;
    }

    private static boolean same(Told.Scored a, Told.Scored b) {
        return a.trial().point().equals(b.trial().point());
    }

    /**
     * How many are at most two standard errors of the difference worse than the best; all whose error nobody knows. The folds that two
     * points share make the true error of their difference smaller, so that none is left out too early.
     */
    private int near() {
        return (int) best.stream().filter(t -> !(behind(t) > 2)).count();
    }

    /** By how many standard errors; NaN if unknown. */
    private double behind(Told.Scored t) {
        Told.Scored top = best.get(0);
        double difference = t.losses()[0] - top.losses()[0];
        return difference == 0 ? 0 : difference / Math.hypot(t.errors()[0], top.errors()[0]);
    }
}
