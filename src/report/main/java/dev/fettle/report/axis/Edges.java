package dev.fettle.report.axis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells that a range of numbers is cut into, with round numbers between them. Immutable, for any thread.
 *
 * @param numbers rising, at least two; a number at an edge belongs to the cell above, the last one to the last cell
 */
public record Edges(List<Double> numbers) {
    /** About so many cells. */
    private static final int CELLS = 6;

    /** A cell at the end is at least this share of the range, or part of its neighbour. */
    private static final double LEAST = 0.04;

    public Edges {
        numbers = List.copyOf(numbers);
    }

    /** Cells from one bound to the other, which are themselves as round as who set them made them. */
    public static Edges within(Spacing spacing, double low, double high) {
        double least = LEAST * (spacing.place(high) - spacing.place(low));
        List<Double> edges = new ArrayList<>(List.of(low));
        rounds(spacing, low, high).stream()
                .map(BigDecimal::doubleValue)
                .filter(e ->
                        spacing.place(e) - spacing.place(low) > least && spacing.place(high) - spacing.place(e) > least)
                .forEach(edges::add);
        edges.add(high);
        return new Edges(edges);
    }

    /** Cells around numbers that have no bounds; the outermost edges are round too. */
    public static Edges around(Spacing spacing, double low, double high) {
        List<Double> edges = new ArrayList<>();
        List<BigDecimal> rounds = rounds(spacing, low, high);
        if (spacing == Spacing.EVEN) {
            BigDecimal step = Ruler.step(low, high, CELLS);
            edges.add(BigDecimal.valueOf(low)
                    .divide(step, 0, RoundingMode.FLOOR)
                    .multiply(step)
                    .doubleValue());
            edges.add(BigDecimal.valueOf(high)
                    .divide(step, 0, RoundingMode.CEILING)
                    .multiply(step)
                    .doubleValue());
        } else {
            edges.add(BigDecimal.ONE
                    .scaleByPowerOfTen((int) Math.floor(spacing.place(low)))
                    .doubleValue());
            edges.add(BigDecimal.ONE
                    .scaleByPowerOfTen((int) Math.ceil(spacing.place(high)))
                    .doubleValue());
        }
        rounds.forEach(r -> edges.add(r.doubleValue()));
        return new Edges(edges.stream()
                .map(e -> Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, e)))
                .distinct()
                .sorted()
                .toList());
    }

    private static List<BigDecimal> rounds(Spacing spacing, double low, double high) {
        return spacing == Spacing.EVEN ? Ruler.differences(low, high, CELLS) : Ruler.ratios(low, high, CELLS);
    }

    /** The index of the cell that a number between the outermost edges lies in. */
    public int cell(double number) {
        int cell = 0;
        while (cell + 2 < numbers.size() && number >= numbers.get(cell + 1)) {
            cell++;
        }
        return cell;
    }

    /** The edges as they stand at an axis. */
    public List<String> labels() {
        List<BigDecimal> exact = numbers.stream().map(BigDecimal::valueOf).toList();
        boolean plain = exact.stream().allMatch(Label::plain);
        return exact.stream()
                .map(e -> Label.of(e.signum() == 0 ? e : e.stripTrailingZeros(), plain))
                .toList();
    }
}
