package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.view.ValueScores;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The scores of all points by the value of one parameter: a circle for each point, a bar for the mean. */
final class ValuesChart extends CategoryChart {
    /** A column with more circles than this shows quantiles instead. */
    private static final int MOST = 40;

    private static final Marker POINT = Look.dot(7);
    private static final Marker MEAN = Look.bar(11);

    private final List<ValueScores.Level> levels;

    private ValuesChart(List<ValueScores.Level> levels, Size size) {
        super(new CategoryChartBuilder().width(size.width()).height(size.height()));
        this.levels = levels;
    }

    /**
     * The chart of one parameter.
     *
     * @param scores with at least one level
     * @param low the lowest score of all the charts that are to be compared
     * @param high the highest
     */
    static ValuesChart of(ValueScores.ByParameter scores, double low, double high, Size size) {
        ValuesChart chart = Look.apply(new ValuesChart(scores.levels(), size));
        chart.setTitle(scores.name());
        List<String> labels = scores.levels().stream()
                .map(ValueScores.Level::label)
                .map(Look::label)
                .toList();
        Ticks.scores(chart, low, high);
        chart.getStyler().setPlotContentSize(1);
        Look.everyLabel(chart);
        Look.turnIfCrowded(chart, labels, size.width());
        List<Double> means =
                scores.levels().stream().map(ValueScores.Level::mean).toList();
        chart.addSeries("mean", labels, means)
                .setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.NONE);
        return chart;
    }

    /** XChart has one point of a series in each category. */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        super.paint(g, width, height);
        Rectangle2D area = plot.getBounds();
        double column = area.getWidth() / levels.size();
        double low = getStyler().getYAxisMin();
        double range = getStyler().getYAxisMax() - low;
        DoubleUnaryOperator up = s -> area.getMaxY() - area.getHeight() * ((s - low) / range);
        for (int i = 0; i < levels.size(); i++) {
            double x = area.getX() + (i + 0.5) * column;
            g.setColor(Look.half(Look.TRIAL));
            quantiles(levels.get(i).scores()).forEach(s -> POINT.paint(g, x, up.applyAsDouble(s), 0));
            g.setColor(Look.BEST);
            MEAN.paint(g, x, up.applyAsDouble(levels.get(i).mean()), 0);
        }
    }

    private static List<Double> quantiles(List<Double> scores) {
        return scores.size() <= MOST
                ? scores
                : IntStream.range(0, MOST)
                        .mapToObj(i -> scores.get((int) Math.round(i * (scores.size() - 1.0) / (MOST - 1))))
                        .toList();
    }
}
