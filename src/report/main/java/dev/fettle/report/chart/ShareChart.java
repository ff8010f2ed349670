package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.view.VarianceShare;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;

/** How much of the variance of the score each parameter explains alone: bars, the largest on top. */
final class ShareChart extends HorizontalBarChart {
    private static final int MOST = 9;
    private static final String REST = "interactions";
    /** Share of the width that the longest bar takes; the rest is for its number. */
    private static final double LONGEST = 0.82;

    private final List<VarianceShare.Share> rows;

    private ShareChart(List<VarianceShare.Share> rows, int width, int height) {
        super(new HorizontalBarChartBuilder().width(width).height(height));
        this.rows = rows;
    }

    static ShareChart of(VarianceShare share, String metric, int width, int height, Set<String> words) {
        List<VarianceShare.Share> rows = rows(share);
        ShareChart chart = Look.apply(new ShareChart(rows, width, height));
        chart.setTitle(share.flat() ? "All points have the same " + metric : "Share of the variance of " + metric);
        List<String> labels = rows.stream().map(VarianceShare.Share::parameter).toList();
        words.addAll(labels);
        words.add(chart.getTitle());
        List<Double> values = rows.stream().map(VarianceShare.Share::share).toList();
        chart.getStyler()
                .setAvailableSpaceFill(0.5)
                .setPlotGridLinesVisible(false)
                .setPlotContentSize(1);
        chart.getStyler().setXAxisTicksVisible(false).setXAxisMin(0.0).setXAxisMax(chart.longest() / LONGEST);
        Look.everyLabel(chart);
        chart.addSeries("share", values, labels).setFillColor(Look.TRIAL);
        return chart;
    }

    private double longest() {
        return Math.max(
                1e-9,
                rows.stream().mapToDouble(VarianceShare.Share::share).max().orElse(1));
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        super.paint(g, width, height);
        Rectangle2D area = plot.getBounds();
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        g.setColor(Look.MUTED);
        for (int i = 0; i < rows.size(); i++) {
            double share = rows.get(i).share();
            double x = area.getX() + area.getWidth() * LONGEST * share / longest() + 6;
            double y = area.getY() + area.getHeight() * (i + 0.5) / rows.size();
            Look.write(g, percent(share), x, y, 0);
        }
    }

    /** The largest first; what is left over, last. */
    private static List<VarianceShare.Share> rows(VarianceShare share) {
        List<VarianceShare.Share> rows = new ArrayList<>(share.shares());
        rows.sort(Comparator.comparingDouble((VarianceShare.Share s) -> -s.share()));
        double hidden = 0;
        while (rows.size() > MOST) {
            hidden += rows.remove(rows.size() - 1).share();
        }
        if (hidden > 0) {
            rows.add(new VarianceShare.Share("others", hidden));
        }
        if (share.shares().size() > 1) {
            rows.add(new VarianceShare.Share(REST, share.rest()));
        }
        return rows;
    }

    static String percent(double share) {
        return share > 0 && share < 0.005 ? "< 1 %" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    static String alt(VarianceShare share, String metric) {
        if (share.flat()) {
            return "All points have the same " + metric + ".";
        }
        List<String> parts = rows(share).stream()
                .filter(s -> s.share() > 0)
                .limit(4)
                .map(s -> s.parameter() + " " + percent(s.share()))
                .toList();
        return "Share of the variance of " + metric + ": " + String.join(", ", parts)
                + (share.complete() ? "." : "; a guide, as not every point was scored.");
    }
}
