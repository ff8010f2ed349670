package dev.fettle.report.chart;

import dev.fettle.report.view.VarianceShare;
import dev.fettle.report.view.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.knowm.xchart.HorizontalBarChart;

/** How much of the variance of the score each parameter explains alone: bars, the largest on top. */
final class ShareChart {
    private static final int MOST = 9;
    private static final String REST = "interactions";

    private ShareChart() {}

    static HorizontalBarChart of(VarianceShare share, String metric, int width, int height, Set<String> words) {
        HorizontalBarChart chart = Look.apply(new HorizontalBarChart(width, height));
        chart.setTitle(share.flat() ? "All points have the same " + metric : "Share of the variance of " + metric);
        List<VarianceShare.Share> rows = rows(share);
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (VarianceShare.Share row : rows) {
            labels.add(0, row.parameter() + "  " + percent(row.share()));
            values.add(0, 100 * row.share());
        }
        chart.getStyler().setAvailableSpaceFill(0.55);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(100.0);
        chart.getStyler().setPlotGridVerticalLinesVisible(true).setPlotGridHorizontalLinesVisible(false);
        chart.setCustomXAxisTickLabelsFormatter(v -> Ticks.noted(Math.round(v) + " %", words));
        chart.addSeries("share", values, labels).setFillColor(Look.TRIAL);
        words.addAll(labels);
        words.add(chart.getTitle());
        return chart;
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
                + (share.complete() ? "." : "; approximate, as " + Wording.NONE + " not all points were scored.");
    }
}
