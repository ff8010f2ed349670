package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.insight.Importance;
import dev.fettle.report.summary.StudyReport;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How much of the variance of the score each parameter explains alone, with its interval; the largest on top. */
final class ImportancePlot implements PlotKind {
    private static final int MOST = 10;

    @Override
    public String name() {
        return "importance";
    }

    @Override
    public String meaning() {
        return "how much each parameter explains, from scattered points, with intervals";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        Importance importance = importance(report);
        List<Importance.Effect> sorted = importance.scaled().sorted();
        List<Bars.Bar> bars = sorted.stream()
                .limit(MOST)
                .map(e -> new Bars.Bar(e.parameter(), e.share(), e.low(), e.high(), numbers(e)))
                .toList();
        String title = "Importance" + (importance.overlapping() ? " here, with " : ", with ") + "90 % intervals"
                + (sorted.size() > MOST ? ", " + MOST + " of " + sorted.size() : "");
        return Plot.of(Bars.of(title, bars, Look.half(Look.TRIAL), size), alt(importance, report.metric()));
    }

    /** Columns parameter, share, low, high; missing where nothing can be said. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        List<Importance.Effect> rows = importance(report).scaled().effects();
        return Table.create(
                name(),
                StringColumn.create("parameter", rows.stream().map(Importance.Effect::parameter)),
                DoubleColumn.create("share", rows.stream().mapToDouble(Importance.Effect::share)),
                DoubleColumn.create("low", rows.stream().mapToDouble(Importance.Effect::low)),
                DoubleColumn.create("high", rows.stream().mapToDouble(Importance.Effect::high)));
    }

    private Importance importance(StudyReport report) {
        Importance importance = Needs.score(this, report).insights().importance();
        if (importance.sorted().isEmpty()) {
            throw new IllegalArgumentException(importance.reason());
        }
        return importance;
    }

    /** {@code 62 % (48 to 71)}. */
    private static String numbers(Importance.Effect row) {
        return Bars.percent(row.share()) + " (" + whole(row.low()) + " to " + whole(row.high()) + ")";
    }

    private static long whole(double share) {
        return Math.round(100 * share);
    }

    private static String alt(Importance importance, String metric) {
        int more =
                importance.effects().size() - Math.min(MOST, importance.sorted().size());
        return importance.scaled().sorted().stream()
                .limit(MOST)
                .map(e -> e.parameter() + " " + numbers(e))
                .collect(Collectors.joining(
                        ", ",
                        "Share of the variance of " + metric + " that a parameter explains alone, with 90 % intervals, "
                                + "estimated from " + importance.trials() + " trials: ",
                        (more > 0 ? "; " + more + " more." : ".")
                                + (importance.overlapping()
                                        ? " They overlap: among these trials parameters moved together."
                                        : "")
                                + (importance.sum() > 1
                                        ? " Made smaller alike, as they add up to " + Bars.percent(importance.sum())
                                                + "."
                                        : "")));
    }
}
