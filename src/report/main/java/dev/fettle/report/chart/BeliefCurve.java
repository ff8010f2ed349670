package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Look;
import dev.fettle.report.view.Slice;
import dev.fettle.report.view.belief.SurrogateSlice;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What a model believes along an axis of numbers: a line in its band. */
final class BeliefCurve {
    private BeliefCurve() {}

    /**
     * The curve.
     *
     * @param slice of a numeric parameter
     * @param up the axis of the scores
     * @param below what is said of the axis below
     */
    static Sheet of(SurrogateSlice slice, NumberAxis up, String metric, String title, String below, Size size) {
        Spots spots = Spots.of(slice.trials());
        double[] values = Stream.of(
                        slice.beliefs().stream().map(SurrogateSlice.Belief::value),
                        spots.scored().stream().map(Slice.Spot::value),
                        slice.next().stream())
                .flatMap(all -> all)
                .mapToDouble(BeliefCurve::number)
                .sorted()
                .toArray();
        NumberAxis across = Across.of(slice.trials().log(), values[0], values[values.length - 1]);
        Axes axes = Axes.of(title, Side.of(below, across), Side.of(metric, up));
        Dots dots = new Dots(axes, up, slice.trials().goal());
        dots.beliefs(sheet -> beliefs(sheet, slice.beliefs(), across, up));
        dots.trials(spots.thinned().stream()
                .map(s -> new double[] {across.place(number(s.value())), s.score()})
                .toList());
        dots.best(across.place(number(spots.best().value())), spots.best().score());
        slice.next().ifPresent(v -> dots.next(across.place(number(v))));
        return dots.sheet(size);
    }

    private static void beliefs(Sheet sheet, List<SurrogateSlice.Belief> beliefs, NumberAxis across, NumberAxis up) {
        int n = beliefs.size();
        double[] x = beliefs.stream()
                .mapToDouble(b -> across.place(number(b.value())))
                .toArray();
        double[] around = IntStream.range(0, 2 * n)
                .mapToDouble(i -> x[i < n ? i : 2 * n - 1 - i])
                .toArray();
        double[] edges = DoubleStream.concat(
                        beliefs.stream().mapToDouble(SurrogateSlice.Belief::low),
                        IntStream.range(0, n)
                                .mapToDouble(i -> beliefs.get(n - 1 - i).high()))
                .map(up::place)
                .toArray();
        XYSeries band =
                sheet.addSeries("band", around, edges).setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        band.setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.NONE);
        band.setFillColor(Look.BAND);
        double[] means = beliefs.stream().mapToDouble(b -> up.place(b.mean())).toArray();
        sheet.line("mean", x, means, Look.MODEL);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
