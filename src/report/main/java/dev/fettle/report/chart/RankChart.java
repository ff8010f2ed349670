package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.view.trial.Parallel;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Points in the plane of two parameters, the deeper the better, the best a diamond; both axes as parallel lines have them. */
final class RankChart extends XYChart {
    /** More points than this are thinned evenly, from the best. */
    private static final int MOST = 1000;

    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final int APART = 7;
    private static final int TOP = 40;
    private static final int BELOW = 46;
    private static final int MARGIN = 22;
    private static final int FEW = 8;
    private static final double SPREAD = 36;

    private final Parallel.Axis across;
    private final Parallel.Axis up;
    private final List<Parallel.Line> points;
    private final int left;
    private final double[] spread;

    private RankChart(Parallel.Axis across, Parallel.Axis up, List<Parallel.Line> points, Size size) {
        super(size.width(), size.height());
        this.across = across;
        this.up = up;
        int stride = (points.size() + MOST - 1) / MOST;
        this.points = IntStream.range(0, points.size())
                .filter(i -> i % stride == 0)
                .mapToObj(points::get)
                .toList();
        this.spread = new double[] {spread(0), spread(1)};
        this.left = 3 * MARGIN
                + up.marks().stream()
                        .mapToInt(m -> Fit.width(Look.label(m.label()), LABEL))
                        .max()
                        .orElse(0);
    }

    /** @param points at least one, the best first, with a place on both axes */
    static RankChart of(Parallel.Axis across, Parallel.Axis up, List<Parallel.Line> points, String metric, Size size) {
        RankChart chart = Look.apply(new RankChart(across, up, points, size));
        chart.setTitle("points by " + metric + ": the deeper the better");
        chart.getStyler().setPlotGridLinesVisible(false).setAxisTicksVisible(false);
        XYSeries best =
                chart.addSeries("best", new double[] {points.get(0).places().get(0)}, new double[] {
                    points.get(0).places().get(1)
                });
        best.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter).setMarker(SeriesMarkers.NONE);
        return chart;
    }

    /** Words on an axis have places of their own, as in parallel lines; XChart's axes have numbers or words alone. */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        super.paint(g, width, height);
        axes(g);
        Marker dot = Look.dot(points.size() > 200 ? 5 : 8);
        for (int i = points.size() - 1; i > 0; i--) {
            g.setColor(Shades.color(Shades.index(points.get(i).quality())));
            mark(g, dot, points.get(i));
        }
        g.setColor(Look.BEST);
        mark(g, Look.diamond(7), points.get(0));
    }

    private void mark(Graphics2D g, Marker marker, Parallel.Line point) {
        double x = spread[0] * (Apart.across(point.number()) - 0.5);
        double y = spread[1] * (Apart.up(point.number()) - 0.5);
        marker.paint(g, x(point.places().get(0)) + x, y(point.places().get(1)) + y, 0);
    }

    /** In CSS pixels, for points whose values on an axis are few. */
    private double spread(int axis) {
        long values = points.stream()
                .map(p -> p.places().get(axis))
                .distinct()
                .limit(FEW + 1)
                .count();
        return values <= FEW ? SPREAD : 0;
    }

    private void axes(Graphics2D g) {
        g.setStroke(new BasicStroke(1));
        g.setColor(Look.RANGE);
        g.draw(new Rectangle2D.Double(left, TOP, getWidth() - left - 2.0 * MARGIN, getHeight() - TOP - BELOW));
        across.marks().forEach(m -> g.draw(new Line2D.Double(x(m.place()), TOP, x(m.place()), getHeight() - BELOW)));
        up.marks().forEach(m -> g.draw(new Line2D.Double(left, y(m.place()), getWidth() - 2.0 * MARGIN, y(m.place()))));
        g.setColor(Look.MUTED);
        g.setFont(LABEL);
        double free = 0;
        for (Parallel.Mark m : across.marks()) {
            String label = Look.label(m.label());
            double width = Fit.width(label, LABEL);
            double x = Fit.middle(x(m.place()), width, 0, getWidth());
            if (x - width / 2 > free) {
                Look.write(g, label, x, getHeight() - BELOW + 12.0, 0.5);
                free = x + width / 2 + APART;
            }
        }
        up.marks().forEach(m -> Look.write(g, Look.label(m.label()), left - MARGIN / 2.0, y(m.place()), 1));
        g.setColor(Look.INK);
        Look.write(g, Look.label(across.name()), (left + getWidth() - 2.0 * MARGIN) / 2, getHeight() - 11.0, 0.5);
        Look.write(g, Look.label(up.name()), MARGIN, TOP - MARGIN, 0);
    }

    private double x(double place) {
        return left + MARGIN + place * (getWidth() - left - 4.0 * MARGIN);
    }

    private double y(double place) {
        return getHeight() - BELOW - MARGIN - place * (getHeight() - BELOW - TOP - 2.0 * MARGIN);
    }
}
