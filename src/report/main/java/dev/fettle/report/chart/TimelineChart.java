package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Ruler;
import dev.fettle.report.axis.Spacing;
import dev.fettle.report.ink.Look;
import dev.fettle.report.view.trial.Timeline;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The bars of a timeline, in the colours of how trials ended; a dashed line where a pause was left out. */
final class TimelineChart extends XYChart {
    /** More trials than this are thinned evenly; the best stays. */
    private static final int MOST = 500;

    /** A bar is at least this long and high, in CSS pixels, so that it is seen. */
    private static final double LEAST = 1.5;

    private static final double SQUARE = 9;

    private static final double MINUTE = 60;

    private final Timeline timeline;
    private final List<Timeline.Span> spans;
    private final double unit;
    private final int first;
    private final int last;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Axes axes;

    private record Kind(Color color, Predicate<Timeline.Span> has) {}

    private TimelineChart(Timeline timeline, int best, Size size) {
        super(size.width(), size.height());
        this.timeline = timeline;
        double end = timeline.end();
        this.unit = end < 2 * MINUTE ? 1 : end < 2 * MINUTE * MINUTE ? MINUTE : MINUTE * MINUTE;
        List<Timeline.Span> all = timeline.spans();
        this.spans = IntStream.range(0, all.size())
                .filter(i ->
                        Thinned.stays(i, all.size(), MOST) || all.get(i).trial().number() == best)
                .mapToObj(all::get)
                .toList();
        this.first = all.stream().mapToInt(s -> s.trial().number()).min().orElseThrow();
        this.last = all.stream().mapToInt(s -> s.trial().number()).max().orElseThrow();
        kind("scored", Look.TRIAL, s -> end(s).equals("scored") && s.trial().number() != best);
        kind("pruned", Look.PRUNED, s -> end(s).equals("pruned"));
        kind("failed", Look.FAILED, s -> end(s).equals("failed"));
        kind("best", Look.BEST, s -> s.trial().number() == best);
        this.axes = Axes.of(
                        "when each trial ran",
                        Side.of(
                                unit == 1 ? "seconds" : unit == MINUTE ? "minutes" : "hours",
                                NumberAxis.of(Spacing.EVEN, 0, Math.max(end / unit, 1e-3))),
                        new Side("trial", first - 1.0, last + 1.0, false, "", "", most -> Ruler.counts(last, most)))
                .with(kinds.entrySet().stream()
                        .map(e -> new Key(e.getKey(), e.getValue().color, square()))
                        .toList());
    }

    private static Marker square() {
        return new Marker() {
            @Override
            public void paint(Graphics2D g, double x, double y, int size) {
                g.fill(new Rectangle2D.Double(x - SQUARE / 2, y - SQUARE / 2, SQUARE, SQUARE));
            }
        };
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
        TimelineChart chart = new TimelineChart(timeline, best, size);
        chart.axes.bare(chart);
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
        axes.around(g, new Size(width, height), axes.area(width, height), this::bars);
        setWidth(width);
        setHeight(height);
    }

    private void bars(Graphics2D g, Rectangle area) {
        double row = area.getHeight() / (last - first + 2);
        double high = Math.max(LEAST, Math.min(14, 0.7 * row));
        g.setColor(Look.MUTED);
        g.setStroke(new BasicStroke(1));
        timeline.cuts().forEach(cut -> dashes(g, x(area, cut), area));
        kinds.values().forEach(kind -> {
            g.setColor(kind.color);
            spans.stream().filter(kind.has).forEach(s -> {
                double from = x(area, s.shown());
                double y = area.getHeight() - row * (s.trial().number() - first + 1);
                g.fill(new Rectangle2D.Double(from, y - high / 2, Math.max(LEAST, x(area, s.end()) - from), high));
            });
        });
    }

    private double x(Rectangle area, double seconds) {
        return area.getWidth() * axes.below().share(seconds / unit);
    }

    private static void dashes(Graphics2D g, double x, Rectangle area) {
        for (double y = 0; y < area.height; y += 8) {
            g.draw(new Line2D.Double(x, y, x, Math.min(y + 4, area.height)));
        }
    }
}
