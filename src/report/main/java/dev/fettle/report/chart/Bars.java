package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;

/** Shares as horizontal bars, the first on top, each with its interval and its number behind it; no axis. */
final class Bars extends HorizontalBarChart {
    private static final int LETTER = 7;
    /** Title and margins, and as much for each bar. */
    private static final int HEAD = 60;

    private static final int ROW = 32;
    private static final int LEAST = 160;
    /** A bar is no thicker, however few there are. */
    private static final double THICK = 18;

    private static final double CAP = 4;

    private final List<Bar> bars;
    /** Share of the width that the longest bar or interval takes; the rest is for its number. */
    private final double longest;

    /**
     * A bar.
     *
     * @param share its length, at least 0
     * @param low where its interval begins, at most {@code high}; no interval is drawn where they are equal
     * @param text behind it
     */
    record Bar(String name, double share, double low, double high, String text) {}

    private Bars(List<Bar> bars, Size size) {
        super(new HorizontalBarChartBuilder().width(size.width()).height(size.height()));
        this.bars = bars;
        int names =
                bars.stream().mapToInt(b -> Look.label(b.name).length()).max().orElse(0);
        int texts = bars.stream().mapToInt(b -> b.text.length()).max().orElse(0);
        double area = size.width() - 20.0 - LETTER * names;
        this.longest = Math.max(0.3, 1 - (LETTER * texts + 20) / area);
    }

    /** @param bars at least one */
    static Bars of(String title, List<Bar> bars, Color color, Size size) {
        Size own = size.high(Math.max(LEAST, HEAD + ROW * bars.size()));
        Bars chart = Look.apply(new Bars(bars, own));
        chart.setTitle(title);
        chart.getStyler()
                .setAvailableSpaceFill(Math.min(0.5, THICK * bars.size() / (own.height() - HEAD)))
                .setPlotGridLinesVisible(false)
                .setPlotContentSize(1);
        chart.getStyler().setXAxisTicksVisible(false).setXAxisMin(0.0).setXAxisMax(chart.most() / chart.longest);
        Look.everyLabel(chart);
        List<String> labels = bars.stream().map(b -> Look.label(b.name)).toList();
        chart.addSeries("share", bars.stream().map(Bar::share).toList(), labels).setFillColor(color);
        return chart;
    }

    private double most() {
        return Math.max(
                1e-9,
                bars.stream().mapToDouble(b -> Math.max(b.share, b.high)).max().orElse(1));
    }

    /** XChart has neither whiskers on horizontal bars nor numbers behind them. */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        super.paint(g, width, height);
        Rectangle2D area = plot.getBounds();
        double scale = area.getWidth() * longest / most();
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = area.getY() + area.getHeight() * (i + 0.5) / bars.size();
            if (bar.low < bar.high) {
                interval(g, area.getX() + scale * bar.low, area.getX() + scale * bar.high, y);
            }
            g.setColor(Look.MUTED);
            Look.write(g, bar.text, area.getX() + scale * Math.max(bar.share, bar.high) + 8, y, 0);
        }
    }

    private static void interval(Graphics2D g, double low, double high, double y) {
        g.setColor(Look.INK);
        g.draw(new Line2D.Double(low, y, high, y));
        g.draw(new Line2D.Double(low, y - CAP, low, y + CAP));
        g.draw(new Line2D.Double(high, y - CAP, high, y + CAP));
    }

    /** {@code 62 %}, {@code < 1 %}. */
    static String percent(double share) {
        return share > 0 && share < 0.005 ? "< 1 %" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
