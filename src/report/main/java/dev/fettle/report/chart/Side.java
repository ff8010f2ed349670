package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Ruler;
import dev.fettle.report.axis.Spacing;
import dev.fettle.report.axis.Tick;
import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Ticks;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What stands at one side of a chart: a name, and labels from one end to the other. Immutable, for any thread.
 *
 * @param title of the axis; empty for none
 * @param from the coordinate of the left or lower end
 * @param to that of the other end, above {@code from}
 * @param words whether the labels are words, which are all needed, rather than numbers, of which some will do
 * @param note what lies beyond the end on the right or on top; empty for none
 * @param footnote what lies beyond the other end
 * @param ticks the labels, about as many as one asks for
 */
record Side(
        String title,
        double from,
        double to,
        boolean words,
        String note,
        String footnote,
        IntFunction<List<Tick>> ticks) {
    /** As much of the length is left free at both ends. */
    private static final double ROOM = 1.0 / 16;

    /** Marks of what has no place on the axis stand so far from its end. */
    private static final double RIM = 1.0 / 50;

    private static final double FINE = 1e-4;

    private static final int NEIGHBOURS = 3;

    /**
     * Numbers, with a little room at both ends.
     *
     * @throws IllegalArgumentException if one is beyond ±1e307, too large to be drawn
     */
    static Side of(String title, NumberAxis axis) {
        boolean even = axis.spacing() == Spacing.EVEN;
        double range = even ? Ticks.range(axis.low(), axis.high()) : axis.place(axis.high()) - axis.place(axis.low());
        double low = axis.place(axis.low());
        double high = axis.place(axis.high());
        // Between neighbours among the doubles a share of their distance is nothing.
        double least = NEIGHBOURS * Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
        double room = Math.max(least, range > 0 ? range * ROOM : ROOM);
        return new Side(title, low - room, high + room, false, axis.beyondTop(), axis.beyondFoot(), axis::ticks);
    }

    /** Numbers from one end to the other, without room. */
    static Side exactly(String title, double low, double high) {
        return new Side(title, low, high, false, "", "", most -> Ruler.even(low, high, most));
    }

    /** Words or, where there are cells, the numbers at their edges. */
    static Side of(String title, List<String> words, List<String> edges) {
        return edges.isEmpty() ? words(title, words) : edges(title, edges);
    }

    /** Whole numbers from 1. */
    static Side counts(String title, int last) {
        double room = Math.max(0.5, last * ROOM / 2);
        return new Side(title, 1 - room, last + room, false, "", "", most -> Ruler.counts(last, most));
    }

    /** Words in equal distances; the first stands at 0, the next at 1. */
    static Side words(String title, List<String> words) {
        List<Tick> ticks = IntStream.range(0, words.size())
                .mapToObj(i -> new Tick(i, Look.label(words.get(i))))
                .toList();
        return new Side(title, -0.5, words.size() - 0.5, true, "", "", most -> ticks);
    }

    /** Cells in equal distances, of which the first stands at 0, with the numbers at their edges. */
    static Side edges(String title, List<String> edges) {
        List<Tick> ticks = IntStream.range(0, edges.size())
                .mapToObj(i -> new Tick(i - 0.5, edges.get(i)))
                .toList();
        return new Side(title, -0.5, edges.size() - 1.5, false, "", "", most -> ticks);
    }

    /** The coordinate of marks at the right or upper rim. */
    double rim() {
        return Math.min(to - RIM * (to - from), Math.nextDown(to));
    }

    /** The coordinate of marks at the left or lower rim. */
    double foot() {
        return Math.max(from + RIM * (to - from), Math.nextUp(from));
    }

    /** Whether coordinates are fine enough for thousands of places between the ends. */
    boolean fine() {
        return Math.ulp(Math.max(Math.abs(from), Math.abs(to))) < FINE * (to - from);
    }

    /** Where a coordinate lies between the ends, in [0, 1]. */
    double share(double place) {
        return (place - from) / (to - from);
    }
}
