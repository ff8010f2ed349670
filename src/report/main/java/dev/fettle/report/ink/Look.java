package dev.fettle.report.ink;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.Marker;

/**
 * The house style: pale grid, muted ticks, the colours of Okabe and Ito (2008, "Color universal design") and greys, a shape for
 * each colour. Pages are light or dark, and an image is not always told which: all colours can be seen on both. Lengths are in CSS pixels. Stateless, but charts are mutable, each for one thread at a time.
 *
 * <pre>{@code
 * XYChart chart = Look.apply(new XYChart(640, 340));
 * chart.addSeries("trials", new double[] {1, 2, 3}, new double[] {0.9, 0.5, 0.7})
 *         .setMarker(Look.dot(8))
 *         .setMarkerColor(Look.half(Look.TRIAL));
 * Plot plot = Plot.of(chart, "Three trials; the best has loss 0.5.");
 * }</pre>
 */
public final class Look {
    /** Of scored trials, and of all bars that say something of them. */
    public static final Color TRIAL = new Color(0x0072B2);
    /** Of the best so far, and of means. */
    public static final Color BEST = new Color(0xD55E00);
    /** Of failed trials. */
    public static final Color FAILED = new Color(0xCC79A7);
    /** Of pruned trials. */
    public static final Color PRUNED = new Color(0x999999);

    /** Of what a model believes. */
    public static final Color MODEL = new Color(0x009E73);
    /** Of the band around it; pale, as all else lies upon it. */
    public static final Color BAND = new Color(0x00, 0x9E, 0x73, 40);
    /** Of the band from the least to the largest score of trials. */
    public static final Color RANGE = new Color(0x00, 0x72, 0xB2, 50);

    /** Of grid lines. */
    public static final Color PALE = new Color(0x80, 0x80, 0x80, 56);
    /** Of what must be read: titles, intervals. Contrast 4.7 on white and 4.0 on the ground of JupyterLab's dark theme. */
    public static final Color INK = new Color(0x737373);
    /** Of words that help: ticks, names of axes, numbers behind bars. */
    public static final Color MUTED = INK;

    /** The ground is painted once, under all panels. */
    private static final Color CLEAR = new Color(255, 255, 255, 0);

    private static final int SIZE = 13;
    private static final int LONG = 19;

    private Look() {}

    /** Trials: circles, to be drawn in a {@link #half} colour, so that ties are seen. */
    public static Marker dot(int diameter) {
        return new Marker() {
            @Override
            public void paint(Graphics2D g, double x, double y, int size) {
                g.fill(new Ellipse2D.Double(x - diameter / 2.0, y - diameter / 2.0, diameter, diameter));
            }
        };
    }

    /** Pruned trials: rings. */
    public static Marker ring(int diameter) {
        return new Marker() {
            @Override
            public void paint(Graphics2D g, double x, double y, int size) {
                g.setStroke(new BasicStroke(1.5f));
                g.draw(new Ellipse2D.Double(x - diameter / 2.0, y - diameter / 2.0, diameter, diameter));
            }
        };
    }

    /** The best: a diamond. */
    public static Marker diamond(double radius) {
        return path(radius, true, new double[] {0, -1, 1, 0, 0, 1, -1, 0, 0, -1});
    }

    /** What lies beyond the upper end of an axis, or the lower one: a filled triangle that points there. */
    public static Marker arrow(double radius, boolean up) {
        int y = up ? -1 : 1;
        return path(radius, true, new double[] {0, y, 0.9, -0.7 * y, -0.9, -0.7 * y, 0, y});
    }

    /** What is yet to come: a hollow triangle that points up. */
    public static Marker triangle(double radius) {
        return path(radius, false, new double[] {0, -1, 0.9, 0.7, -0.9, 0.7, 0, -1});
    }

    /** A mean: a short bar. */
    public static Marker bar(double half) {
        return path(half, false, new double[] {-1, 0, 1, 0});
    }

    /** Failures: a cross. */
    public static Marker cross(double radius) {
        Marker down = path(radius, false, new double[] {-1, -1, 1, 1});
        Marker up = path(radius, false, new double[] {-1, 1, 1, -1});
        return new Marker() {
            @Override
            public void paint(Graphics2D g, double x, double y, int size) {
                down.paint(g, x, y, size);
                up.paint(g, x, y, size);
            }
        };
    }

    private static Marker path(double scale, boolean filled, double[] points) {
        return new Marker() {
            @Override
            public void paint(Graphics2D g, double x, double y, int size) {
                Path2D path = new Path2D.Double();
                path.moveTo(x + scale * points[0], y + scale * points[1]);
                for (int i = 2; i < points.length; i += 2) {
                    path.lineTo(x + scale * points[i], y + scale * points[i + 1]);
                }
                if (filled) {
                    g.fill(path);
                } else {
                    g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                    g.draw(path);
                }
            }
        };
    }

    /** The colour half transparent. */
    public static Color half(Color c) {
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), 128);
    }

    /** The same chart in the house style; what is drawn into it, and its axes, are the caller's. */
    public static <C extends AxesChart<?, ?>> C apply(C chart) {
        AxesChartStyler s = chart.getStyler();
        Font sans = new Font(Font.SANS_SERIF, Font.PLAIN, SIZE);
        s.setBaseFont(sans);
        s.setChartBackgroundColor(CLEAR);
        s.setChartFontColor(INK);
        s.setChartPadding(6);
        s.setChartTitleFont(sans);
        s.setChartTitleBoxVisible(false);
        s.setChartTitlePadding(6);
        s.setLegendVisible(false);
        s.setPlotBackgroundColor(CLEAR);
        s.setPlotBorderVisible(false);
        s.setPlotMargin(0);
        s.setLocale(Locale.ROOT);
        s.setAxisTitleFont(sans);
        s.setXAxisTitleColor(MUTED);
        s.setYAxisTitleColor(MUTED);
        s.setAxisTitlePadding(6);
        ticks(s, sans.deriveFont(SIZE - 1f));
        return chart;
    }

    /** XChart leaves labels of categories out where they come closer than its hint. */
    public static void everyLabel(AxesChart<?, ?> chart) {
        chart.getStyler().setXAxisTickMarkSpacingHint(1);
    }

    /** At most 19 code points of a word, for an axis; words that differ at their end, as {@code units_1}, keep it. */
    public static String label(String word) {
        int length = word.codePointCount(0, word.length());
        int end = word.offsetByCodePoints(0, Math.max(0, length - LONG / 2));
        return length <= LONG
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONG / 2)) + "…" + word.substring(end);
    }

    /**
     * Writes a word in the font and colour of {@code g}, with its middle height at {@code y}.
     *
     * @param share of the word that lies left of {@code x}, in [0, 1]
     */
    public static void write(Graphics2D g, String text, double x, double y, double share) {
        if (text.isEmpty()) {
            return;
        }
        Rectangle2D box = g.getFont().getStringBounds(text, new FontRenderContext(null, true, true));
        g.drawString(text, (float) (x - share * box.getWidth()), (float)
                (y + 0.36 * g.getFont().getSize2D()));
    }

    private static void ticks(AxesChartStyler s, Font font) {
        s.setAxisTickLabelsFont(font);
        s.setAxisTickLabelsColor(MUTED);
        s.setAxisTickMarksColor(PALE);
        s.setAxisTicksLineVisible(false);
        s.setAxisTicksMarksVisible(false);
        s.setPlotTicksMarksVisible(false);
        s.setAxisTickPadding(6);
        s.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
        s.setPlotGridLinesColor(PALE);
        s.setPlotGridLinesStroke(new BasicStroke(1));
        s.setPlotGridVerticalLinesVisible(false);
    }
}
