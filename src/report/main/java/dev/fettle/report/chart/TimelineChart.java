package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.view.trial.Timeline;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The bars of a timeline, in the colours of how trials ended; a dashed line where a pause was left out. */
final class TimelineChart extends XYChart {
    /** More trials than this are thinned evenly; the best stays. */
    private static final int MOST = 500;

    /** A bar is at least this long and high, in CSS pixels, so that it is seen. */
    private static final double LEAST = 1.5;

    private static final double LETTER = 6.6;

    private static final double SQUARE = 9;

    private static final double MINUTE = 60;

    private final Timeline timeline;
    private final List<Timeline.Span> spans;
    private final double unit;
    private final int first;
    private final int last;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    private record Kind(Color color, Predicate<Timeline.Span> has) {}

    private TimelineChart(Timeline timeline, int best, Size size) {
        super(size.width(), size.height());
        this.timeline = timeline;
        double end = timeline.end();
        this.unit = end < 2 * MINUTE ? 1 : end < 2 * MINUTE * MINUTE ? MINUTE : MINUTE * MINUTE;
        List<Timeline.Span> all = timeline.spans();
        int stride = (all.size() + MOST - 1) / MOST;
        this.spans = IntStream.range(0, all.size())
                .filter(i -> i % stride == 0 || all.get(i).trial().number() == best)
                .mapToObj(all::get)
                .toList();
        this.first = all.stream().mapToInt(s -> s.trial().number()).min().orElseThrow();
        this.last = all.stream().mapToInt(s -> s.trial().number()).max().orElseThrow();
        kind("scored", Look.TRIAL, s -> end(s).equals("scored") && s.trial().number() != best);
        kind("pruned", Look.PRUNED, s -> end(s).equals("pruned"));
        kind("failed", Look.FAILED, s -> end(s).equals("failed"));
        kind("best", Look.BEST, s -> s.trial().number() == best);
    }

    private static String end(Timeline.Span span) {
        return span.trial().match(c -> "scored", p -> "pruned", f -> "failed");
    }

    private void kind(String name, Color color, Predicate<Timeline.Span> has) {
        if (spans.stream().anyMatch(has)) {
            kinds.put(name, new Kind(color, has));
        }
    }

    /**
     * The chart of a timeline.
     *
     * @param timeline of at least one trial
     * @param best the number of the best trial; 0 if there is none
     */
    static TimelineChart of(Timeline timeline, int best, Size size) {
        TimelineChart chart = Look.apply(new TimelineChart(timeline, best, size));
        // Its room is for a title of our own.
        chart.setTitle(" ");
        chart.setXAxisTitle(chart.unit == 1 ? "seconds" : chart.unit == MINUTE ? "minutes" : "hours");
        chart.setYAxisTitle("trial");
        Ticks.numbers(chart, 0, Math.max(timeline.end() / chart.unit, 1e-3));
        chart.getStyler().setPlotContentSize(1);
        chart.getStyler().setYAxisMin(chart.first - 1.0).setYAxisMax(chart.last + 1.0);
        chart.setCustomYAxisTickLabelsFormatter(
                v -> v == Math.rint(v) && v >= chart.first ? Long.toString(v.longValue()) : " ");
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        chart.spans.forEach(s -> {
            x.add(s.end() / chart.unit);
            y.add((double) s.trial().number());
        });
        chart.addSeries("trials", x, y)
                .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.NONE);
        return chart;
    }

    /** XChart has no bars that begin where they like. */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        super.paint(g, width, height);
        Rectangle2D area = plot.getBounds();
        double row = area.getHeight() / (last - first + 2);
        double high = Math.max(LEAST, Math.min(14, 0.7 * row));
        g.setColor(Look.MUTED);
        g.setStroke(new BasicStroke(1));
        timeline.cuts().forEach(cut -> dashes(g, x(area, cut), area));
        kinds.values().forEach(kind -> {
            g.setColor(kind.color);
            spans.stream().filter(kind.has).forEach(s -> {
                double from = x(area, s.shown());
                double y = area.getMaxY() - row * (s.trial().number() - first + 1);
                g.fill(new Rectangle2D.Double(from, y - high / 2, Math.max(LEAST, x(area, s.end()) - from), high));
            });
        });
        head(g, area);
    }

    /** A title at the left leaves room for what the colours mean at the right. */
    private void head(Graphics2D g, Rectangle2D area) {
        double y = area.getY() / 2;
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        g.setColor(Look.INK);
        Look.write(g, "when each trial ran", area.getX(), y, 0);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        double x = area.getMaxX();
        List<String> names = new ArrayList<>(kinds.keySet());
        for (int i = names.size() - 1; i >= 0; i--) {
            g.setColor(Look.INK);
            Look.write(g, names.get(i), x, y, 1);
            x -= LETTER * names.get(i).length() + SQUARE + 4;
            g.setColor(Objects.requireNonNull(kinds.get(names.get(i))).color);
            g.fill(new Rectangle2D.Double(x, y - SQUARE / 2, SQUARE, SQUARE));
            x -= SQUARE;
        }
    }

    private double x(Rectangle2D area, double seconds) {
        double low = getStyler().getXAxisMin();
        double high = getStyler().getXAxisMax();
        return area.getX() + area.getWidth() * (seconds / unit - low) / (high - low);
    }

    private static void dashes(Graphics2D g, double x, Rectangle2D area) {
        for (double y = area.getY(); y < area.getMaxY(); y += 8) {
            g.draw(new Line2D.Double(x, y, x, Math.min(y + 4, area.getMaxY())));
        }
    }
}
