package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.view.Slice;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.markers.Marker;

/**
 * What the charts of several slices share.
 *
 * @param metric the name of the axis of the scores
 * @param low the lowest score of all slices
 * @param high the highest
 * @param trials the number of the last trial, whose colour is the deepest
 * @param panels how many charts there are
 */
record SliceFrame(String metric, double low, double high, int trials, int panels) {
    static final Marker CROSS = Look.cross(3.5);
    static final Marker DIAMOND = Look.diamond(7);

    /** More trials than this in all charts are thinned evenly. */
    private static final int MOST = 1000;

    /** So many crosses say that many failed. */
    private static final int CROSSES = 400;

    /** More trials than this in one chart are drawn smaller. */
    private static final int MANY = 200;

    /** @param slices at least one with a scored trial */
    static SliceFrame of(History history, String metric, List<Slice> slices) {
        List<Double> scores = slices.stream()
                .flatMap(s -> s.spots().stream())
                .filter(s -> !s.failed())
                .map(Slice.Spot::score)
                .toList();
        return new SliceFrame(
                metric,
                scores.stream().mapToDouble(s -> s).min().orElseThrow(),
                scores.stream().mapToDouble(s -> s).max().orElseThrow(),
                history.trials().stream().mapToInt(Trial::number).max().orElseThrow(),
                slices.size());
    }

    /** The chart with its titles and the axis of the scores. */
    <C extends AxesChart<?, ?>> C applied(C chart, String parameter) {
        Look.apply(chart);
        boolean alone = panels == 1;
        chart.setTitle(alone ? metric + " by " + parameter : Look.label(parameter));
        chart.setXAxisTitle(alone ? "the deeper the colour, the later the trial" : "the deeper, the later");
        chart.setYAxisTitle(Look.label(metric));
        Ticks.scores(chart, low, high);
        return chart;
    }

    /** The scored trials by the colour they are drawn in, as many lists as there are colours; not all if they are many. */
    List<List<Slice.Spot>> shaded(Slice slice) {
        List<List<Slice.Spot>> shaded = new ArrayList<>();
        for (int i = 0; i < Shades.COUNT; i++) {
            shaded.add(new ArrayList<>());
        }
        List<Slice.Spot> scored =
                slice.spots().stream().filter(s -> !s.failed()).toList();
        Spots.thinned(scored, MOST / panels).forEach(s -> shaded.get(Shades.index((s.number() - 1.0) / trials))
                .add(s));
        return shaded;
    }

    /** The failed trials; not all if they are many. */
    List<Slice.Spot> failed(Slice slice) {
        return Spots.thinned(slice.spots().stream().filter(Slice.Spot::failed).toList(), CROSSES / panels);
    }

    /** The mark of a scored trial. */
    Marker dot(Slice slice) {
        return Look.dot(slice.spots().size() > MANY ? 4 : panels > 1 ? 6 : 8);
    }
}
