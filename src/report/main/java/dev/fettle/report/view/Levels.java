package dev.fettle.report.view;

import dev.fettle.report.text.Wording;
import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The values of one parameter that points are grouped by: its own values where they are few, else {@value #BINS} cells of
 * equal width on the unit interval, so that a logarithmic parameter is cut at equal ratios.
 *
 * @param labels in the order of the parameter; only those that occur
 * @param place from a point to the index of its label; −1 where the parameter is inactive
 */
record Levels(List<String> labels, ToIntFunction<Point> place) {
    static final int FEW = 12;
    static final int BINS = 6;

    static Levels of(Scalar parameter, List<Point> points) {
        List<Object> values = points.stream()
                .map(p -> p.find(parameter.name()))
                .filter(v -> v != null)
                .distinct()
                .toList();
        return values.size() <= FEW || parameter instanceof Choice
                ? ofValues(parameter, values)
                : ofCells(parameter, values);
    }

    private static Levels ofValues(Scalar parameter, List<Object> values) {
        Map<Object, Integer> index = new LinkedHashMap<>();
        values.stream().sorted(Comparator.comparingDouble(parameter::encode)).forEach(v -> index.put(v, index.size()));
        List<String> labels = index.keySet().stream().map(Wording::value).toList();
        return new Levels(labels, point -> {
            Object value = point.find(parameter.name());
            return value == null ? -1 : index.getOrDefault(value, -1);
        });
    }

    private static Levels ofCells(Scalar parameter, List<Object> values) {
        int[] index = new int[BINS];
        List<String> labels = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            int cell = b;
            List<Object> own = values.stream()
                    .filter(v -> cell(parameter.encode(v)) == cell)
                    .sorted(Comparator.comparingDouble(parameter::encode))
                    .toList();
            index[b] = own.isEmpty() ? -1 : labels.size();
            if (!own.isEmpty()) {
                // Between discrete values nothing is; the ends of a bell are far from all that is drawn.
                boolean drawn = parameter.size().isPresent() || parameter instanceof Normal;
                Object low = drawn ? own.get(0) : parameter.decode((double) b / BINS);
                Object high = drawn ? own.get(own.size() - 1) : parameter.decode((b + 1.0) / BINS);
                labels.add(low.equals(high) ? Wording.value(low) : Wording.value(low) + " … " + Wording.value(high));
            }
        }
        return new Levels(labels, point -> {
            Object value = point.find(parameter.name());
            return value == null ? -1 : index[cell(parameter.encode(value))];
        });
    }

    private static int cell(double u) {
        return Math.min(BINS - 1, (int) (u * BINS));
    }
}
