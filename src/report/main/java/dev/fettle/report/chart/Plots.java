package dev.fettle.report.chart;

import dev.fettle.report.ink.Plot;
import dev.fettle.report.insight.Importance;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.view.Convergence;
import dev.fettle.report.view.FailureRates;
import dev.fettle.report.view.Heatmap;
import dev.fettle.report.view.Slice;
import dev.fettle.report.view.ValueScores;
import dev.fettle.report.view.VarianceShare;
import dev.fettle.trial.Trial;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.knowm.xchart.internal.chartpart.Chart;

/** The pictures a user may ask for by name. */
public final class Plots {
    /** What can be drawn. */
    public static final List<String> KINDS =
            List.of("history", "importance", "share", "values", "slice", "heatmap", "failures");

    /** The kind of a report's figure. */
    public static final String STANDARD = Plot.STANDARD;

    private static final List<String> LATER =
            List.of("contour", "parallel", "timeline", "surrogate", "curves", "compare");

    private static final int WIDTH = 430;
    private static final int HEIGHT = 290;
    private static final int WIDE = 640;
    private static final int HIGH = 340;
    private static final int ROW = 3;

    private Plots() {}

    /**
     * The figure of a report: convergence beside the share of variance where every point was to be tried, else beside the
     * importance; alone where there is nothing to say about that.
     */
    public static Plot standard(StudyReport report) {
        Set<String> words = new LinkedHashSet<>();
        Convergence convergence = Convergence.of(report.history());
        String alt = ConvergenceChart.alt(convergence, report.metric());
        if (report.exhaustive()) {
            VarianceShare share = VarianceShare.of(report.history(), report.space());
            return pair(
                    ConvergenceChart.of(convergence, report.metric(), WIDTH, HEIGHT, words),
                    ShareChart.of(share, report.metric(), WIDTH, HEIGHT, words),
                    words,
                    alt + " " + ShareChart.alt(share, report.metric()));
        }
        Importance importance = report.importance();
        alt += " " + ImportanceChart.alt(importance, report.metric());
        if (importance.sorted().isEmpty()) {
            return single(STANDARD, ConvergenceChart.of(convergence, report.metric(), WIDE, HEIGHT, words), words, alt);
        }
        return pair(
                ConvergenceChart.of(convergence, report.metric(), WIDTH, HEIGHT, words),
                ImportanceChart.of(importance, WIDTH, HEIGHT, words),
                words,
                alt);
    }

    /** What a report's figure can be made of. */
    public static final List<String> PANELS = List.of("history", "importance", "share");

    /**
     * A report's figure.
     *
     * @param panels some of {@link #PANELS}, in their order; none for the {@link #standard} one, which also stands where the
     *     others have nothing to show
     */
    public static Plot figure(StudyReport report, List<String> panels) {
        Set<String> words = new LinkedHashSet<>();
        List<Chart<?, ?>> charts = new ArrayList<>();
        List<String> alts = new ArrayList<>();
        if (panels.contains("history")) {
            Convergence convergence = Convergence.of(report.history());
            charts.add(ConvergenceChart.of(convergence, report.metric(), WIDTH, HEIGHT, words));
            alts.add(ConvergenceChart.alt(convergence, report.metric()));
        }
        Importance importance = panels.contains("importance") ? report.importance() : null;
        if (importance != null && !importance.sorted().isEmpty()) {
            charts.add(ImportanceChart.of(importance, WIDTH, HEIGHT, words));
            alts.add(ImportanceChart.alt(importance, report.metric()));
        }
        if (panels.contains("share")) {
            VarianceShare share = VarianceShare.of(report.history(), report.space());
            charts.add(ShareChart.of(share, report.metric(), WIDTH, HEIGHT, words));
            alts.add(ShareChart.alt(share, report.metric()));
        }
        return charts.isEmpty()
                ? standard(report)
                : new Plot(STANDARD, charts, Math.min(2, charts.size()), words, String.join(" ", alts));
    }

    private static Plot pair(Chart<?, ?> left, Chart<?, ?> right, Set<String> words, String alt) {
        return new Plot(STANDARD, List.of(left, right), 2, words, alt);
    }

    private static Plot single(String kind, Chart<?, ?> chart, Set<String> words, String alt) {
        return new Plot(kind, List.of(chart), 1, words, alt);
    }

    /**
     * The plot that a user asks for.
     *
     * @param words the kind and its arguments: {@code history}, {@code slice alpha}, {@code heatmap alpha solver}
     * @throws IllegalArgumentException if there is no such plot, if it comes later, if its arguments are wrong, or if there
     *     is nothing to show
     */
    public static Plot of(StudyReport report, List<String> words) {
        String kind = words.isEmpty() ? "" : words.get(0);
        List<String> arguments = words.subList(Math.min(1, words.size()), words.size());
        if (KINDS.contains(kind) && !kind.equals("failures") && report.history().completedCount() == 0) {
            throw new IllegalArgumentException("Plot (" + kind + ") must have a scored trial to show.");
        }
        return switch (kind) {
            case "history" -> history(report, none(kind, arguments));
            case "importance" -> importance(report, none(kind, arguments));
            case "share" -> share(report, none(kind, arguments));
            case "values" -> values(report, none(kind, arguments));
            case "slice" -> slice(report, arguments);
            case "heatmap" -> heatmap(report, arguments);
            case "failures" -> failures(report, none(kind, arguments));
            default -> throw unknown(kind);
        };
    }

    private static Plot importance(StudyReport report, Set<String> words) {
        Importance importance = report.importance();
        String alt = ImportanceChart.alt(importance, report.metric());
        if (importance.sorted().isEmpty()) {
            throw new IllegalArgumentException("Plot (importance) must have more to show. " + alt);
        }
        int height = Math.max(160, Math.min(HIGH, 60 + 32 * importance.sorted().size()));
        return single("importance", ImportanceChart.of(importance, WIDE, height, words), words, alt);
    }

    private static Plot slice(StudyReport report, List<String> arguments) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("Plot (slice) must name one parameter. Maybe  slice "
                    + report.space().names().get(0) + ".");
        }
        Set<String> words = new LinkedHashSet<>();
        Slice slice = Slice.of(report.history(), report.space(), arguments.get(0));
        String alt = SliceChart.alt(slice, report.metric(), report.history().goal());
        if (slice.numeric()) {
            return single(
                    "slice",
                    SliceChart.of(slice, report.metric(), report.history().goal(), WIDE, HIGH, words),
                    words,
                    alt);
        }
        ValueScores.ByParameter values = ValueScores.of(report.history(), report.space()).parameters().stream()
                .filter(p -> p.name().equals(slice.parameter()))
                .findFirst()
                .orElseThrow();
        double[] all = slice.spots().stream()
                .filter(s -> !s.failed())
                .mapToDouble(Slice.Spot::score)
                .sorted()
                .toArray();
        double low = all.length == 0 ? 0 : all[0];
        double high = all.length == 0 ? 1 : all[all.length - 1];
        return single("slice", ValuesChart.of(values, low, high, WIDE, HIGH, words), words, alt);
    }

    private static Plot failures(StudyReport report, Set<String> words) {
        if (report.history().trials().stream().noneMatch(Trial.Failed.class::isInstance)) {
            throw new IllegalArgumentException("Plot (failures) must have a failed trial to show; none failed.");
        }
        FailureRates rates = FailureRates.of(report.history(), report.space());
        List<Chart<?, ?>> panels = new ArrayList<>();
        FailuresChart.chosen(rates).forEach(p -> panels.add(FailuresChart.of(p, 2 * WIDTH / ROW, 250, words)));
        return new Plot("failures", panels, ROW, words, FailuresChart.alt(rates));
    }

    private static Plot history(StudyReport report, Set<String> words) {
        Convergence convergence = Convergence.of(report.history());
        return single(
                "history",
                ConvergenceChart.of(convergence, report.metric(), WIDE, HIGH, words),
                words,
                ConvergenceChart.alt(convergence, report.metric()));
    }

    private static Plot share(StudyReport report, Set<String> words) {
        VarianceShare share = VarianceShare.of(report.history(), report.space());
        return single(
                "share",
                ShareChart.of(share, report.metric(), WIDE, HIGH, words),
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
        return single(
                "heatmap",
                HeatmapChart.of(map, report.metric(), report.history().goal(), WIDE, height, words),
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
