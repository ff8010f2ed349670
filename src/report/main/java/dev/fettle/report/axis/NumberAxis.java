package dev.fettle.report.axis;

import dev.fettle.trial.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How numbers stand along an axis. Immutable, for any thread.
 *
 * <pre>{@code
 * NumberAxis axis = NumberAxis.of(new double[] {0.01, 0.5, 30, 2000}, Goal.minimize("loss"));
 * double y = axis.place(0.5);
 * String caption = axis.said("score");
 * }</pre>
 *
 * @param low the least number that has a place of its own; finite, and so is {@code high}
 * @param high the largest, at least {@code low}
 * @param count how many numbers there are
 * @param below how many lie under {@code low}
 * @param least of all numbers
 * @param above how many lie over {@code high}
 * @param largest of all numbers
 */
public record NumberAxis(
        Spacing spacing, double low, double high, int count, int below, double least, int above, double largest) {
    private static final double DECADES = 2;

    /**
     * An axis for scores. It is logarithmic where they have one sign and span two decades, as long as that gives more room to
     * most of them or to the good ones near to zero; otherwise even. In both cases a few that lie far from all others are cut
     * off.
     *
     * @param numbers NaN is left out, and at least one is not; the others are finite
     */
    public static NumberAxis of(double[] numbers, Goal goal) {
        double[] sorted = Arrays.stream(numbers)
                .filter(v -> !Double.isNaN(v))
                .map(v -> v + 0.0)
                .sorted()
                .toArray();
        boolean oneSign = sorted[0] >= 0 || sorted[sorted.length - 1] <= 0;
        Spacing log = sorted[0] >= 0 ? Spacing.LOG : Spacing.NEGATIVE_LOG;
        double[] places = Arrays.stream(sorted).map(log::place).toArray();
        Bulk powers = oneSign ? Bulk.of(places) : new Bulk(0, 1);
        double decades = places[powers.to() - 1] - places[powers.from()];
        boolean suits = decades >= DECADES
                && Double.isFinite(decades)
                && (goal.better(0, log == Spacing.LOG ? 1 : -1) || middle(places, powers) > middle(sorted, powers));
        return suits ? cut(log, sorted, powers) : cut(Spacing.EVEN, sorted, Bulk.of(sorted));
    }

    /** An axis without outliers. */
    public static NumberAxis of(Spacing spacing, double low, double high) {
        return new NumberAxis(spacing, low, high, 0, 0, low, 0, high);
    }

    private static NumberAxis cut(Spacing spacing, double[] sorted, Bulk kept) {
        int n = sorted.length;
        return new NumberAxis(
                spacing,
                sorted[kept.from()],
                sorted[kept.to() - 1],
                n,
                kept.from(),
                sorted[0],
                n - kept.to(),
                sorted[n - 1]);
    }

    /** The share of the axis that the middle half of the numbers takes. */
    private static double middle(double[] sorted, Bulk kept) {
        int size = kept.to() - 1 - kept.from();
        double first = sorted[kept.from() + size / 4];
        double third = sorted[kept.from() + size - size / 4];
        return (third - first) / (sorted[kept.to() - 1] - sorted[kept.from()]);
    }

    /** Where a number stands; one that is cut off, at the end. */
    public double place(double number) {
        return spacing.place(Math.max(low, Math.min(high, number)));
    }

    /** Where a number stands between the ends: in [0, 1], 0.5 if there is but one. */
    public double share(double number) {
        double from = place(low);
        double range = place(high) - from;
        if (Double.isInfinite(range)) {
            return (place(number) / 2 - from / 2) / (place(high) / 2 - from / 2);
        }
        return range > 0 ? (place(number) - from) / range : 0.5;
    }

    /** Whether a number has no place of its own. */
    public boolean cutsOff(double number) {
        return number < low || number > high;
    }

    /** The labels, at most about {@code most}. */
    public List<Tick> ticks(int most) {
        return spacing == Spacing.EVEN ? Ruler.even(low, high, most) : Ruler.powers(spacing, low, high, most);
    }

    /** What lies beyond the upper end, {@code 2 above, up to 6·10¹²}; empty if nothing does. */
    public String beyondTop() {
        return above == 0 ? "" : above + " above, up to " + Label.of(largest);
    }

    /** What lies beyond the lower end, {@code 1 below, down to -300}; empty if nothing does. */
    public String beyondFoot() {
        return below == 0 ? "" : below + " below, down to " + Label.of(least);
    }

    /**
     * What a caption must say of this axis, a sentence or two; empty if it is even and holds all numbers.
     *
     * @param noun what the numbers are, in the plural: {@code scores}
     */
    public String said(String noun) {
        List<String> sentences = new ArrayList<>();
        if (spacing != Spacing.EVEN) {
            sentences.add("The axis of " + noun + " is logarithmic.");
        }
        String beyond =
                Stream.of(beyondTop(), beyondFoot()).filter(b -> !b.isEmpty()).collect(Collectors.joining("; "));
        if (!beyond.isEmpty()) {
            sentences.add("Of " + count + " " + noun + " the axis cuts off " + beyond + ".");
        }
        return String.join(" ", sentences);
    }
}
