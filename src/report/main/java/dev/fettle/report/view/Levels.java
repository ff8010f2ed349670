package dev.fettle.report.view;

import dev.fettle.report.axis.Edges;
import dev.fettle.report.axis.Spacing;
import dev.fettle.report.text.Wording;
import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.Whole;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * The values of one parameter that points are grouped by: its own values where they are few, else about
 * six cells with round edges, those of a logarithmic parameter at equal ratios.
 *
 * @param labels in the order of the parameter; only values that occur, but all cells
 * @param edges of the cells, one more than there are cells; none where values stand for themselves
 * @param place from a point to the index of its label; −1 where the parameter is inactive
 */
record Levels(List<String> labels, List<String> edges, ToIntFunction<Point> place) {
    static final int FEW = 12;

    static Levels of(Scalar parameter, List<Point> points) {
        List<Object> values = points.stream()
                .map(p -> p.find(parameter.name()))
                .filter(v -> v != null)
                .toList();
        long most = parameter instanceof Choice ? Long.MAX_VALUE : FEW + 1;
        List<Object> distinct = values.stream().distinct().limit(most).toList();
        return distinct.size() < most ? ofValues(parameter, distinct) : ofCells(parameter, values);
    }

    private static Levels ofValues(Scalar parameter, List<Object> values) {
        Map<Object, Integer> index = new LinkedHashMap<>();
        values.stream().sorted(Comparator.comparingDouble(parameter::encode)).forEach(v -> index.put(v, index.size()));
        List<String> labels = index.keySet().stream().map(Wording::label).toList();
        return new Levels(labels, List.of(), point -> {
            Object value = point.find(parameter.name());
            return value == null ? -1 : index.getOrDefault(value, -1);
        });
    }

    private static Levels ofCells(Scalar parameter, List<Object> values) {
        Spacing spacing = Slice.log(parameter) ? Spacing.LOG : Spacing.EVEN;
        DoubleSummaryStatistics seen =
                values.stream().mapToDouble(Levels::number).summaryStatistics();
        // The ends of a bell are far from all that is drawn.
        Edges edges = parameter instanceof Normal
                ? Edges.around(spacing, seen.getMin(), seen.getMax())
                : Edges.within(spacing, number(parameter.decode(0)), number(parameter.decode(1)));
        List<String> labels = IntStream.range(0, edges.numbers().size() - 1)
                .mapToObj(i -> label(edges.numbers(), i, parameter instanceof Whole))
                .toList();
        return new Levels(labels, edges.labels(), point -> {
            Object value = point.find(parameter.name());
            return value == null ? -1 : edges.cell(number(value));
        });
    }

    private static String label(List<Double> edges, int cell, boolean whole) {
        double low = edges.get(cell);
        double high = edges.get(cell + 1);
        if (!whole) {
            return Wording.about(low) + " … " + Wording.about(high);
        }
        long first = (long) Math.ceil(low);
        long last = (long) (cell + 2 == edges.size() ? high : Math.ceil(high) - 1);
        return first == last ? Long.toString(first) : first + " … " + last;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
