package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Slice;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A slice by words: a column for each value, in which the trials are spread so that none hides another. */
final class SliceColumns extends CategoryChart {
    /** The golden ratio: neighbours in number lie far apart, and no chance is needed. */
    private static final double SPREAD = 0.6180339887498949;

    private static final double WIDTH = 0.6;

    private final Slice slice;
    private final SliceFrame frame;
    private final List<Object> values;

    private SliceColumns(Slice slice, List<Object> values, SliceFrame frame, Size size) {
        super(new CategoryChartBuilder().width(size.width()).height(size.height()));
        this.slice = slice;
        this.frame = frame;
        this.values = values;
    }

    /**
     * The chart of a parameter of words.
     *
     * @param slice with a scored trial
     * @param all values of the parameter, in its order; those that no trial has are left out
     */
    static SliceColumns of(Slice slice, List<Object> all, SliceFrame frame, Size size) {
        Set<Object> tried = slice.spots().stream().map(Slice.Spot::value).collect(Collectors.toSet());
        List<Object> values = all.stream().filter(tried::contains).toList();
        SliceColumns chart = frame.applied(new SliceColumns(slice, values, frame, size), slice.parameter());
        chart.getStyler().setPlotContentSize(1);
        List<String> labels =
                values.stream().map(v -> Look.label(Wording.label(v))).toList();
        Look.everyLabel(chart);
        Look.turnIfCrowded(chart, labels, size.width());
        chart.addSeries("score", labels, Collections.nCopies(values.size(), frame.low()))
                .setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.NONE);
        return chart;
    }

    /** XChart has one point of a series in each category. */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        super.paint(g, width, height);
        Rectangle2D area = plot.getBounds();
        double column = area.getWidth() / values.size();
        double low = getStyler().getYAxisMin();
        double range = getStyler().getYAxisMax() - low;
        Map<Object, Integer> columns = new HashMap<>();
        values.forEach(v -> columns.put(v, columns.size()));
        ToDoubleFunction<Slice.Spot> across = s -> area.getX()
                + column * (columns.getOrDefault(s.value(), 0) + 0.5 + WIDTH * (s.number() * SPREAD % 1 - 0.5));
        DoubleUnaryOperator up = y -> area.getMaxY() - area.getHeight() * ((y - low) / range);
        List<List<Slice.Spot>> shaded = frame.shaded(slice);
        for (int i = 0; i < shaded.size(); i++) {
            g.setColor(Shades.color(i));
            shaded.get(i)
                    .forEach(s -> frame.dot(slice).paint(g, across.applyAsDouble(s), up.applyAsDouble(s.score()), 0));
        }
        double foot = up.applyAsDouble(Ticks.foot(this));
        g.setColor(Look.FAILED);
        frame.failed(slice).forEach(s -> SliceFrame.CROSS.paint(g, across.applyAsDouble(s), foot, 0));
        g.setColor(Look.BEST);
        Slice.Spot best = slice.best().orElseThrow();
        SliceFrame.DIAMOND.paint(g, across.applyAsDouble(best), up.applyAsDouble(best.score()), 0);
    }
}
