package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.view.Slice;
import dev.fettle.report.view.SurrogateSlice;
import java.awt.BasicStroke;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What a model believes along an axis of numbers: a line in its band. */
final class BeliefCurve {
    private BeliefCurve() {}

    /** @param slice of a numeric parameter */
    static XYChart of(SurrogateSlice slice, String title, String below, Size size) {
        XYChart chart = Look.apply(new XYChart(size.width(), size.height()));
        chart.setTitle(title);
        chart.setXAxisTitle(below);
        Slice trials = slice.trials();
        Spots spots = Spots.of(trials);
        List<SurrogateSlice.Belief> beliefs = slice.beliefs();
        double low = Math.min(spots.low(), least(beliefs.stream().mapToDouble(SurrogateSlice.Belief::low)));
        double high = Math.max(spots.high(), most(beliefs.stream().mapToDouble(SurrogateSlice.Belief::high)));
        Ticks.scores(chart, low, high);
        double[] values = beliefs.stream().mapToDouble(b -> number(b.value())).toArray();
        double[] seen = Stream.concat(spots.scored().stream().map(Slice.Spot::value), slice.next().stream())
                .mapToDouble(BeliefCurve::number)
                .toArray();
        DoubleUnaryOperator across = Across.of(
                chart,
                trials.log(),
                least(DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(seen))),
                most(DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(seen))));
        band(chart, beliefs, DoubleStream.of(values).map(across).toArray());
        scatter(chart.addSeries(
                        "trials",
                        spots.thinned().stream()
                                .mapToDouble(s -> across.applyAsDouble(number(s.value())))
                                .toArray(),
                        spots.thinned().stream().mapToDouble(Slice.Spot::score).toArray()))
                .setMarker(Look.dot(spots.diameter()))
                .setMarkerColor(Look.half(Look.TRIAL));
        Slice.Spot best = spots.best();
        scatter(chart.addSeries(
                        "best", new double[] {across.applyAsDouble(number(best.value()))}, new double[] {best.score()}))
                .setMarker(Look.diamond(7))
                .setMarkerColor(Look.BEST);
        slice.next().ifPresent(v -> scatter(chart.addSeries(
                        "next", new double[] {across.applyAsDouble(number(v))}, new double[] {Ticks.foot(chart)}))
                .setMarker(Look.triangle(7))
                .setMarkerColor(Look.INK));
        return chart;
    }

    private static void band(XYChart chart, List<SurrogateSlice.Belief> beliefs, double[] x) {
        int n = x.length;
        double[] around = IntStream.range(0, 2 * n)
                .mapToDouble(i -> x[i < n ? i : 2 * n - 1 - i])
                .toArray();
        double[] edges = IntStream.range(0, 2 * n)
                .mapToDouble(i -> i < n
                        ? beliefs.get(i).low()
                        : beliefs.get(2 * n - 1 - i).high())
                .toArray();
        XYSeries band =
                chart.addSeries("band", around, edges).setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        band.setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.NONE);
        band.setFillColor(Look.BAND);
        chart.addSeries(
                        "mean",
                        x,
                        beliefs.stream()
                                .mapToDouble(SurrogateSlice.Belief::mean)
                                .toArray())
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(Look.MODEL)
                .setLineStyle(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static XYSeries scatter(XYSeries series) {
        return series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static double least(DoubleStream values) {
        return values.min().orElseThrow();
    }

    private static double most(DoubleStream values) {
        return values.max().orElseThrow();
    }
}
