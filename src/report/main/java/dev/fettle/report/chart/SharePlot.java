package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.view.VarianceShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How much of the variance of the score each parameter explains alone: bars, the largest on top. */
final class SharePlot implements PlotKind {
    private static final int MOST = 9;
    private static final String REST = "interactions";

    @Override
    public String name() {
        return "share";
    }

    @Override
    public String meaning() {
        return "how much of the variance each parameter explains alone";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        VarianceShare share = share(report);
        String title = share.flat()
                ? "All points have the same " + report.metric()
                : "Share of the variance of " + report.metric();
        List<Bars.Bar> bars = rows(share).stream()
                .map(s -> new Bars.Bar(s.parameter(), s.share(), s.share(), s.share(), Bars.percent(s.share())))
                .toList();
        return Plot.of(Bars.of(title, bars, Look.TRIAL, size), alt(share, report.metric()));
    }

    /** Columns parameter, share; the last row is what no parameter explains alone. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        VarianceShare share = share(report);
        List<VarianceShare.Share> rows = Stream.concat(
                        share.shares().stream(), Stream.of(new VarianceShare.Share(REST, share.rest())))
                .toList();
        return Table.create(
                name(),
                StringColumn.create("parameter", rows.stream().map(VarianceShare.Share::parameter)),
                DoubleColumn.create("share", rows.stream().mapToDouble(VarianceShare.Share::share)));
    }

    private VarianceShare share(StudyReport report) {
        return Needs.score(this, report).insights().share();
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

    private static String alt(VarianceShare share, String metric) {
        if (share.flat()) {
            return "All points have the same " + metric + ".";
        }
        List<String> parts = rows(share).stream()
                .filter(s -> s.share() > 0)
                .limit(4)
                .map(s -> s.parameter() + " " + Bars.percent(s.share()))
                .toList();
        return "Share of the variance of " + metric + ": " + (parts.isEmpty() ? "none" : String.join(", ", parts))
                + (share.complete() ? "." : "; a guide, as not every point was scored.");
    }
}
