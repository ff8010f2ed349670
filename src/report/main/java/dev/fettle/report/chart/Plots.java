package dev.fettle.report.chart;

import dev.fettle.report.view.Convergence;
import dev.fettle.report.view.Heatmap;
import dev.fettle.report.view.StudyReport;
import dev.fettle.report.view.ValueScores;
import dev.fettle.report.view.VarianceShare;
import dev.fettle.space.Maybe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.knowm.xchart.internal.chartpart.Chart;

/** The pictures a user may ask for by name. */
public final class Plots {
    /** What can be drawn. */
    public static final List<String> KINDS = List.of("history", "share", "values", "heatmap");

    private static final List<String> LATER = List.of(
            "importance", "slice", "contour", "parallel", "timeline", "surrogate", "curves", "failures", "compare");

    private static final int WIDTH = 430;
    private static final int HEIGHT = 290;
    private static final int ROW = 3;

    private Plots() {}

    /** The figure of a report: convergence beside the share of variance. */
    public static Plot standard(StudyReport report) {
        Set<String> words = new LinkedHashSet<>();
        Convergence convergence = Convergence.of(report.history());
        VarianceShare share = VarianceShare.of(report.history(), report.space());
        return new Plot(
                "standard",
                List.of(
                        ConvergenceChart.of(convergence, report.metric(), WIDTH, HEIGHT, words),
                        ShareChart.of(share, report.metric(), WIDTH, HEIGHT, words)),
                2,
                words,
                ConvergenceChart.alt(convergence, report.metric()) + " " + ShareChart.alt(share, report.metric()));
    }

    /**
     * The plot that a user asks for.
     *
     * @param words the kind and its arguments: {@code history}, {@code heatmap alpha solver}
     * @throws IllegalArgumentException if there is no such plot, if it comes later, if its arguments are wrong, or if no
     *     trial was scored
     */
    public static Plot of(StudyReport report, List<String> words) {
        String kind = words.isEmpty() ? "" : words.get(0);
        List<String> arguments = words.subList(Math.min(1, words.size()), words.size());
        if (KINDS.contains(kind) && report.history().completedCount() == 0) {
            throw new IllegalArgumentException("Plot (" + kind + ") must have a scored trial to show.");
        }
        return switch (kind) {
            case "history" -> history(report, none(kind, arguments));
            case "share" -> share(report, none(kind, arguments));
            case "values" -> values(report, none(kind, arguments));
            case "heatmap" -> heatmap(report, arguments);
            default -> throw unknown(kind);
        };
    }

    private static Plot history(StudyReport report, Set<String> words) {
        Convergence convergence = Convergence.of(report.history());
        return new Plot(
                "history",
                List.of(ConvergenceChart.of(convergence, report.metric(), 640, 340, words)),
                1,
                words,
                ConvergenceChart.alt(convergence, report.metric()));
    }

    private static Plot share(StudyReport report, Set<String> words) {
        VarianceShare share = VarianceShare.of(report.history(), report.space());
        return new Plot(
                "share",
                List.of(ShareChart.of(share, report.metric(), 640, 340, words)),
                1,
                words,
                ShareChart.alt(share, report.metric()));
    }

    private static Plot values(StudyReport report, Set<String> words) {
        ValueScores scores = ValueScores.of(report.history(), report.space());
        double[] all = report.history()
                .completed()
                .mapToDouble(t -> t.score().value())
                .sorted()
                .toArray();
        List<Chart<?, ?>> panels = new ArrayList<>();
        for (ValueScores.ByParameter p : scores.parameters()) {
            double low = all.length == 0 ? 0 : all[0];
            double high = all.length == 0 ? 1 : all[all.length - 1];
            panels.add(ValuesChart.of(p, low, high, 2 * WIDTH / ROW, 250, words));
        }
        return new Plot(
                "values",
                panels,
                ROW,
                words,
                ValuesChart.alt(scores, report.metric(), report.history().goal()));
    }

    private static Plot heatmap(StudyReport report, List<String> arguments) {
        if (arguments.size() != 2) {
            throw new IllegalArgumentException("Plot (heatmap) must name two parameters. Maybe  heatmap "
                    + String.join(" ", report.space().names().stream().limit(2).toList()) + ".");
        }
        Set<String> words = new LinkedHashSet<>();
        Heatmap map = Heatmap.of(report.history(), report.space(), arguments.get(0), arguments.get(1));
        int height = Math.min(480, 110 + 56 * map.rows().size());
        return new Plot(
                "heatmap",
                List.of(HeatmapChart.of(map, report.metric(), report.history().goal(), 640, height, words)),
                1,
                words,
                HeatmapChart.alt(map, report.metric(), report.history().goal()));
    }

    private static Set<String> none(String kind, List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new IllegalArgumentException(
                    "Plot (" + kind + ") must stand alone, without " + String.join(" ", arguments) + ".");
        }
        return new LinkedHashSet<>();
    }

    private static IllegalArgumentException unknown(String kind) {
        if (LATER.contains(kind)) {
            return new IllegalArgumentException("Plot (" + kind + ") comes later. Maybe " + KINDS.get(0) + ".");
        }
        return new IllegalArgumentException(
                "Plot (" + kind + ") must be one of " + String.join(", ", KINDS) + "." + Maybe.sentence(kind, KINDS));
    }
}
