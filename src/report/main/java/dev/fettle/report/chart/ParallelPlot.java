package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.table.PointTable;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Known;
import dev.fettle.report.view.trial.Parallel;
import dev.fettle.space.Scalar;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/** Parallel coordinates (Inselberg 1985): each scored point as a line through the axes of the parameters to its score. */
final class ParallelPlot implements PlotKind {
    /** More axes make nobody wiser; a user may name those that matter. */
    private static final int MOST = 20;

    private static final int NAMED = 6;

    @Override
    public String name() {
        return "parallel";
    }

    @Override
    public String meaning() {
        return "every point as a line through all parameters to its score";
    }

    @Override
    public boolean choosing() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        List<Scalar> parameters = parameters(report, arguments);
        Parallel parallel = Parallel.of(report.points(), parameters.subList(0, Math.min(MOST, parameters.size())));
        String more = parameters.size() > MOST
                ? " The first " + MOST + " of " + parameters.size() + " parameters are drawn; maybe name others."
                : "";
        NumberAxis scores = NumberAxis.of(
                parallel.lines().stream().mapToDouble(Parallel.Line::score).toArray(),
                report.history().goal());
        return Plot.of(ParallelChart.of(parallel, scores, report.metric(), size), alt(parallel, report.metric()) + more)
                .and(scores.said("scores"));
    }

    /** Columns trial, score, and the parameters with their types; a row for each point. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        return PointTable.of(name(), report.points().evaluated(), parameters(report, arguments));
    }

    private List<Scalar> parameters(StudyReport report, List<String> arguments) {
        Needs.score(this, report);
        return arguments.isEmpty()
                ? report.space().scalars()
                : arguments.stream().map(a -> Known.scalar(report.space(), a)).toList();
    }

    private static String alt(Parallel parallel, String metric) {
        List<String> names = parallel.axes().stream().map(Parallel.Axis::name).toList();
        Parallel.Line best = parallel.lines().get(0);
        return "Lines of " + Wording.count(parallel.lines().size(), "point") + " through "
                + names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (names.size() > NAMED ? ", … " + (names.size() - NAMED) + " more" : "") + "; best " + metric + " "
                + Wording.score(best.score()) + " at trial " + best.number() + ".";
    }
}
