package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.insight.Importance;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;

/** How much of the variance of the score each parameter explains alone, with its interval; the largest on top. */
final class ImportanceChart extends HorizontalBarChart {
    private static final int MOST = 10;
    private static final int LONG = 19;
    private static final int LETTER = 7;
    /** Behind the longest whisker stand its numbers, so many pixels wide. */
    private static final double NUMBERS = 125;

    private static final double CAP = 4;

    private final List<Importance.Effect> rows;
    /** Share of the width that the longest whisker takes. */
    private final double longest;

    private ImportanceChart(List<Importance.Effect> rows, int width, int height) {
        super(new HorizontalBarChartBuilder().width(width).height(height));
        this.rows = rows;
        int label = rows.stream()
                .mapToInt(r -> Math.min(LONG, r.parameter().length()))
                .max()
                .orElse(0);
        this.longest = Math.max(0.3, 1 - NUMBERS / (width - 20 - LETTER * label));
    }

    /** @param importance with at least one effect that is known */
    static ImportanceChart of(Importance importance, int width, int height, Set<String> words) {
        List<Importance.Effect> rows = rows(importance);
        ImportanceChart chart = Look.apply(new ImportanceChart(rows, width, height));
        chart.setTitle("Importance, with 90 % intervals");
        List<String> labels = rows.stream().map(r -> cut(r.parameter())).toList();
        words.add(chart.getTitle());
        words.addAll(labels);
        chart.getStyler()
                .setAvailableSpaceFill(0.5)
                .setPlotGridLinesVisible(false)
                .setPlotContentSize(1);
        chart.getStyler().setXAxisTicksVisible(false).setXAxisMin(0.0).setXAxisMax(chart.most() / chart.longest);
        Look.everyLabel(chart);
        List<Double> values = rows.stream().map(Importance.Effect::share).toList();
        chart.addSeries("importance", values, labels).setFillColor(Look.half(Look.TRIAL));
        return chart;
    }

    private static List<Importance.Effect> rows(Importance importance) {
        return importance.sorted().stream().limit(MOST).toList();
    }

    /** Names that differ at their end, as {@code units_1}, keep it. */
    private static String cut(String name) {
        int half = LONG / 2;
        return name.length() <= LONG ? name : name.substring(0, half) + "…" + name.substring(name.length() - half);
    }

    private double most() {
        return Math.max(
                1e-9,
                rows.stream()
                        .mapToDouble(r -> Math.max(r.share(), r.high()))
                        .max()
                        .orElse(1));
    }

    /** XChart has no whiskers on horizontal bars. */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        super.paint(g, width, height);
        Rectangle2D area = plot.getBounds();
        double scale = area.getWidth() * longest / most();
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        for (int i = 0; i < rows.size(); i++) {
            Importance.Effect row = rows.get(i);
            double y = area.getY() + area.getHeight() * (i + 0.5) / rows.size();
            double low = area.getX() + scale * row.low();
            double high = area.getX() + scale * row.high();
            g.setColor(Look.INK);
            g.draw(new Line2D.Double(low, y, high, y));
            g.draw(new Line2D.Double(low, y - CAP, low, y + CAP));
            g.draw(new Line2D.Double(high, y - CAP, high, y + CAP));
            g.setColor(Look.MUTED);
            double end = Math.max(high, area.getX() + scale * row.share());
            Look.write(g, numbers(row), end + 8, y, 0);
        }
    }

    /** {@code 62 % (48 to 71)}. */
    private static String numbers(Importance.Effect row) {
        return ShareChart.percent(row.share()) + " (" + whole(row.low()) + " to " + whole(row.high()) + ")";
    }

    private static long whole(double share) {
        return Math.round(100 * share);
    }

    static String alt(Importance importance, String metric) {
        if (importance.sorted().isEmpty()) {
            return importance.reason().isEmpty()
                    ? "There are too few trials to tell the importance of a parameter."
                    : importance.reason();
        }
        int more =
                importance.effects().size() - Math.min(MOST, importance.sorted().size());
        return importance.sorted().stream()
                .limit(MOST)
                .map(e -> e.parameter() + " " + numbers(e))
                .collect(Collectors.joining(
                        ", ",
                        "Share of the variance of " + metric + " that a parameter explains alone, with 90 % intervals, "
                                + "estimated from " + importance.trials() + " trials: ",
                        more > 0 ? "; " + more + " more." : "."));
    }
}
