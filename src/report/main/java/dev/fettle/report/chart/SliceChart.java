package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.view.Slice;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** A slice by numbers: each trial as a circle, the deeper the later; failed ones as crosses at the foot. */
final class SliceChart {
    private SliceChart() {}

    /**
     * The chart of a numeric parameter.
     *
     * @param slice with a scored trial
     */
    static XYChart of(Slice slice, SliceFrame frame, Size size) {
        XYChart chart = frame.applied(new XYChart(size.width(), size.height()), slice.parameter());
        ToDoubleFunction<Slice.Spot> across = axis(chart, slice);
        List<List<Slice.Spot>> shaded = frame.shaded(slice);
        for (int i = 0; i < shaded.size(); i++) {
            if (!shaded.get(i).isEmpty()) {
                add(chart, "trials " + (i + 1), shaded.get(i), across, Slice.Spot::score)
                        .setMarker(frame.dot(slice))
                        .setMarkerColor(Shades.color(i));
            }
        }
        List<Slice.Spot> failed = frame.failed(slice);
        if (!failed.isEmpty()) {
            double foot = Ticks.foot(chart);
            add(chart, "failed", failed, across, s -> foot)
                    .setMarker(SliceFrame.CROSS)
                    .setMarkerColor(Look.FAILED);
        }
        add(chart, "best", List.of(slice.best().orElseThrow()), across, Slice.Spot::score)
                .setMarker(SliceFrame.DIAMOND)
                .setMarkerColor(Look.BEST);
        return chart;
    }

    private static XYSeries add(
            XYChart chart,
            String name,
            List<Slice.Spot> spots,
            ToDoubleFunction<Slice.Spot> across,
            ToDoubleFunction<Slice.Spot> up) {
        double[] x = spots.stream().mapToDouble(across).toArray();
        double[] y = spots.stream().mapToDouble(up).toArray();
        return chart.addSeries(name, x, y).setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    }

    private static ToDoubleFunction<Slice.Spot> axis(XYChart chart, Slice slice) {
        double[] sorted =
                slice.spots().stream().mapToDouble(SliceChart::number).sorted().toArray();
        DoubleUnaryOperator across = Across.of(chart, slice.log(), sorted[0], sorted[sorted.length - 1]);
        return s -> across.applyAsDouble(number(s));
    }

    /** The value of a numeric parameter. */
    static double number(Slice.Spot spot) {
        return ((Number) spot.value()).doubleValue();
    }
}
