package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Scores;
import dev.fettle.report.view.trial.Parallel;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The axes lie under each other, so that long names and many parameters have room, that of the score lowest. The better a
 * point, the deeper its line; the best is orange.
 */
final class ParallelChart extends XYChart {
    private static final int TOP = 44;
    private static final int ROW = 46;
    private static final int LETTER = 7;
    private static final double NAME = 8.4;
    private static final int MARGIN = 14;
    private static final int RIGHT = 36;

    /** So many pieces of lines at most; of more the best {@value #BEST} lines stay and an even selection of the others. */
    private static final int PIECES = 2000;

    private static final int BEST = 20;

    private final Parallel parallel;
    private final List<Parallel.Axis> axes;
    private final double low;
    private final double high;
    private final int left;

    private ParallelChart(Parallel parallel, List<Parallel.Axis> axes, double low, double high, Size size) {
        super(size.width(), TOP + ROW * axes.size());
        this.parallel = parallel;
        this.axes = axes;
        this.low = low;
        this.high = high;
        this.left = 2 * MARGIN
                + (int) (NAME
                        * axes.stream()
                                .mapToInt(a -> Look.label(a.name()).length())
                                .max()
                                .orElse(0));
    }

    /** @param parallel with a line */
    static ParallelChart of(Parallel parallel, String metric, Size size) {
        double low = parallel.lines().stream()
                .mapToDouble(Parallel.Line::score)
                .min()
                .orElseThrow();
        double high = parallel.lines().stream()
                .mapToDouble(Parallel.Line::score)
                .max()
                .orElseThrow();
        List<Parallel.Axis> axes = new ArrayList<>(parallel.axes());
        axes.add(new Parallel.Axis(
                metric,
                low < high
                        ? List.of(new Parallel.Mark(0, Wording.score(low)), new Parallel.Mark(1, Wording.score(high)))
                        : List.of(new Parallel.Mark(0.5, Wording.score(low)))));
        ParallelChart chart = Look.apply(new ParallelChart(parallel, axes, low, high, size));
        chart.setTitle("points by " + metric + ": the deeper the better, the best orange");
        chart.getStyler().setPlotGridLinesVisible(false).setAxisTicksVisible(false);
        Parallel.Line best = parallel.lines().get(0);
        chart.addSeries("best", new double[] {best.number()}, new double[] {best.quality()})
                .setMarker(SeriesMarkers.NONE)
                .setLineStyle(SeriesLines.NONE);
        return chart;
    }

    /** XChart has no parallel axes. */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        super.paint(g, width, height);
        List<Parallel.Line> lines = thinned();
        for (int i = lines.size() - 1; i >= 0; i--) {
            boolean best = i == 0;
            g.setStroke(new BasicStroke(best ? 2.5f : 1, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.setColor(best ? Look.BEST : Shades.color(Shades.index(lines.get(i).quality())));
            line(g, lines.get(i), best ? 3 : 2);
        }
        for (int row = 0; row < axes.size(); row++) {
            axis(g, axes.get(row), y(row));
        }
    }

    private List<Parallel.Line> thinned() {
        List<Parallel.Line> all = parallel.lines();
        int most = Math.max(2 * BEST, PIECES / axes.size());
        int stride = (all.size() + most - 1) / most;
        return IntStream.range(0, all.size())
                .filter(i -> i < BEST || i % stride == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** Broken where a parameter is inactive; a value between two such is a dot. */
    private void line(Graphics2D g, Parallel.Line line, double radius) {
        List<Double> places = new ArrayList<>(line.places());
        places.add(low < high ? Scores.share(line.score(), low, high) : 0.5);
        Path2D path = new Path2D.Double();
        for (int row = 0; row < places.size(); row++) {
            double x = x(places.get(row));
            boolean before = row > 0 && !Double.isNaN(places.get(row - 1));
            boolean after = row + 1 < places.size() && !Double.isNaN(places.get(row + 1));
            if (Double.isNaN(x)) {
                continue;
            }
            if (before) {
                path.lineTo(x, y(row));
            } else {
                path.moveTo(x, y(row));
            }
            if (!before && !after) {
                g.fill(new Ellipse2D.Double(x - radius, y(row) - radius, 2 * radius, 2 * radius));
            }
        }
        g.draw(path);
    }

    private void axis(Graphics2D g, Parallel.Axis axis, double y) {
        g.setStroke(new BasicStroke(1));
        g.setColor(Look.MUTED);
        g.draw(new Line2D.Double(x(0), y, x(1), y));
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        g.setColor(Look.INK);
        Look.write(g, Look.label(axis.name()), left - MARGIN, y, 1);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        double free = 0;
        for (Parallel.Mark mark : axis.marks()) {
            String label = Look.label(mark.label());
            double x = x(mark.place());
            double from = x - label.length() * LETTER / 2.0;
            g.setColor(Look.MUTED);
            g.draw(new Line2D.Double(x, y - 3, x, y + 3));
            if (from > free) {
                write(g, label, x, y + 13);
                free = x + label.length() * LETTER / 2.0 + LETTER;
            }
        }
    }

    /** Lines that pass under a word are paler there. */
    private static void write(Graphics2D g, String label, double x, double y) {
        double width = label.length() * (LETTER - 0.5);
        g.setColor(new Color(255, 255, 255, 200));
        g.fill(new Rectangle2D.Double(x - width / 2, y - 7, width, 13));
        g.setColor(Look.INK);
        Look.write(g, label, x, y, 0.5);
    }

    private double x(double place) {
        return left + place * (getWidth() - left - RIGHT);
    }

    private double y(int row) {
        return TOP + ROW * (row + 0.2);
    }
}
