package dev.fettle.report.chart;

import dev.fettle.report.view.Slice;
import java.util.List;

/**
 * The scored trials of a slice as they are drawn.
 *
 * @param scored at least one
 * @param thinned an even selection of them
 * @param best of all of them
 */
record Spots(List<Slice.Spot> scored, List<Slice.Spot> thinned, Slice.Spot best) {
    /** @param slice with a scored trial */
    static Spots of(Slice slice) {
        return of(slice, Crowd.of(Size.PAGE).most());
    }

    /** @param most so many are shown */
    static Spots of(Slice slice, int most) {
        List<Slice.Spot> scored =
                slice.spots().stream().filter(s -> !s.failed()).toList();
        return new Spots(scored, thinned(scored, most), slice.best().orElseThrow());
    }

    /** An even selection of at most so many. */
    static List<Slice.Spot> thinned(List<Slice.Spot> all, int most) {
        return Thinned.of(all, most);
    }
}
