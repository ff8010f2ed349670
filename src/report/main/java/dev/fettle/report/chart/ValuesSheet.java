package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.view.Slice;
import dev.fettle.report.view.ValueScores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The scores of all points by the values of one parameter: a circle for each point, set off to the side so that equal ones are
 * seen, and a bar for the mean.
 */
final class ValuesSheet {
    /** The share of a column that the circles take. */
    private static final double SPREAD = 0.5;

    private final List<String> labels;
    private final Map<Integer, Integer> seen = new HashMap<>();

    private ValuesSheet(List<String> labels) {
        this.labels = labels;
    }

    /**
     * The sheet of one parameter.
     *
     * @param slice with a scored trial
     * @param scores of the same parameter
     * @param up the axis of the scores, the same for all sheets that are to be compared
     */
    static Sheet of(
            Slice slice,
            ValueScores.ByParameter scores,
            NumberAxis up,
            String metric,
            String title,
            Size size,
            Crowd crowd) {
        List<String> labels =
                scores.levels().stream().map(ValueScores.Level::label).toList();
        ValuesSheet columns = new ValuesSheet(labels);
        Dots dots =
                new Dots(Axes.of(title, Side.words(slice.parameter(), labels), Side.of(metric, up)), up, slice.goal());
        Spots spots = Spots.of(slice, crowd.most());
        dots.trials(
                spots.thinned().stream()
                        .map(s -> new Dots.Spot(columns.place(s), s.score(), s.number()))
                        .toList(),
                crowd.last());
        dots.means(IntStream.range(0, labels.size())
                .mapToObj(i -> new double[] {i, scores.levels().get(i).mean()})
                .toList());
        dots.failed(
                Spots.thinned(slice.spots().stream().filter(Slice.Spot::failed).toList(), crowd.most()).stream()
                        .filter(s -> labels.contains(s.label()))
                        .mapToDouble(columns::place));
        dots.best(labels.indexOf(spots.best().label()), spots.best().score());
        return dots.sheet(size);
    }

    private double place(Slice.Spot spot) {
        int column = labels.indexOf(spot.label());
        int before = seen.merge(column, 1, Integer::sum) - 1;
        return column + (before == 0 ? 0 : SPREAD * (Apart.across(before) - 0.5));
    }
}
