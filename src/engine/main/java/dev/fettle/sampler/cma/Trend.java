package dev.fettle.sampler.cma;

import java.util.ArrayList;
import java.util.List;

/**
 * What the last generations have brought, as far as it says that there is nothing more to be had. Immutable, for any thread.
 *
 * @param best the best loss of each of the last generations that has a completed trial
 * @param flat how many generations in a row were all alike
 */
record Trend(List<Double> best, int flat) {
    /** So many flat generations end a search; each before widens the step. */
    private static final int MOST_FLAT = 3;

    private static final double TOLERANCE = 1e-12;

    Trend {
        best = List.copyOf(best);
    }

    /** With one more generation, its ends from the best on. */
    Trend after(List<Member.End> ends, int remembered) {
        List<Double> all = new ArrayList<>(best);
        if (ends.get(0).grade() == 0) {
            all.add(ends.get(0).loss());
        }
        List<Double> last = all.subList(Math.max(0, all.size() - remembered), all.size());
        return new Trend(last, ends.get(0).equals(ends.get(ends.size() - 1)) ? flat + 1 : 0);
    }

    /** TolFun of Hansen (2016, section B.3), relative to the size of the losses; or a flat landscape. */
    boolean isOver(int remembered) {
        return flat >= MOST_FLAT || (best.size() >= remembered && range() <= TOLERANCE * size());
    }

    private double range() {
        double least = best.stream().mapToDouble(v -> v).min().orElse(0);
        double most = best.stream().mapToDouble(v -> v).max().orElse(0);
        return most - least;
    }

    private double size() {
        return best.stream().mapToDouble(Math::abs).max().orElse(0);
    }
}
