package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.view.Slice;
import dev.fettle.report.view.SurrogateSlice;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What a model believes at each of few values: a short bar for the mean between the ends of its band. */
final class BeliefBars extends CategoryChart {
    /** More values than this are thinned evenly; the best stays. */
    private static final int MOST = 40;

    private static final double CAP = 5;
    private static final Marker MEAN = Look.bar(9);

    private final SurrogateSlice slice;
    private final Spots spots;
    /** The column of each value that has one. */
    private final Map<Object, Integer> columns = new HashMap<>();

    private BeliefBars(SurrogateSlice slice, Size size) {
        super(new CategoryChartBuilder().width(size.width()).height(size.height()));
        this.slice = slice;
        this.spots = Spots.of(slice.trials());
        for (SurrogateSlice.Belief b : thinned(slice)) {
            columns.put(b.value(), columns.size());
        }
    }

    static BeliefBars of(SurrogateSlice slice, String title, String below, Size size) {
        BeliefBars chart = Look.apply(new BeliefBars(slice, size));
        List<SurrogateSlice.Belief> beliefs = thinned(slice);
        chart.setTitle(title);
        chart.setXAxisTitle(below);
        double low =
                beliefs.stream().mapToDouble(SurrogateSlice.Belief::low).min().orElseThrow();
        double high =
                beliefs.stream().mapToDouble(SurrogateSlice.Belief::high).max().orElseThrow();
        Ticks.scores(chart, Math.min(low, chart.spots.low()), Math.max(high, chart.spots.high()));
        chart.getStyler().setPlotContentSize(1);
        List<String> labels = beliefs.stream().map(b -> Look.label(b.label())).toList();
        Look.everyLabel(chart);
        Look.turnIfCrowded(chart, labels, size.width());
        chart.addSeries(
                        "mean",
                        labels,
                        beliefs.stream().map(SurrogateSlice.Belief::mean).toList())
                .setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.NONE);
        return chart;
    }

    private static List<SurrogateSlice.Belief> thinned(SurrogateSlice slice) {
        List<SurrogateSlice.Belief> all = slice.beliefs();
        int stride = (all.size() + MOST - 1) / MOST;
        return IntStream.range(0, all.size())
                .filter(i -> i % stride == 0 || all.get(i).equals(slice.best()))
                .mapToObj(all::get)
                .toList();
    }

    /** XChart has neither ends of bands nor more than one point of a series in each category. */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        super.paint(g, width, height);
        Rectangle2D area = plot.getBounds();
        double column = area.getWidth() / columns.size();
        double bottom = getStyler().getYAxisMin();
        double range = getStyler().getYAxisMax() - bottom;
        DoubleUnaryOperator up = s -> area.getMaxY() - area.getHeight() * ((s - bottom) / range);
        g.setColor(Look.half(Look.TRIAL));
        for (Slice.Spot s : spots.thinned()) {
            mark(g, Look.dot(spots.diameter()), s.value(), area.getX(), column, up.applyAsDouble(s.score()));
        }
        for (SurrogateSlice.Belief b : thinned(slice)) {
            double x = area.getX() + (columns.getOrDefault(b.value(), 0) + 0.5) * column;
            g.setColor(Look.MODEL);
            band(g, x, up.applyAsDouble(b.low()), up.applyAsDouble(b.high()));
            MEAN.paint(g, x, up.applyAsDouble(b.mean()), 0);
        }
        g.setColor(Look.BEST);
        mark(
                g,
                Look.diamond(7),
                spots.best().value(),
                area.getX(),
                column,
                up.applyAsDouble(spots.best().score()));
        g.setColor(Look.INK);
        slice.next()
                .ifPresent(v -> mark(g, Look.triangle(7), v, area.getX(), column, up.applyAsDouble(Ticks.foot(this))));
    }

    private void mark(Graphics2D g, Marker marker, Object value, double left, double column, double y) {
        Integer at = columns.get(value);
        if (at != null) {
            marker.paint(g, left + (at + 0.5) * column, y, 0);
        }
    }

    private static void band(Graphics2D g, double x, double low, double high) {
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(x, low, x, high));
        g.draw(new Line2D.Double(x - CAP, low, x + CAP, low));
        g.draw(new Line2D.Double(x - CAP, high, x + CAP, high));
    }
}
