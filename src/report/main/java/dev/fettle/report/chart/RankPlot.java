package dev.fettle.report.chart;

import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.table.PointTable;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Known;
import dev.fettle.report.view.trial.Parallel;
import dev.fettle.space.Scalar;
import java.util.List;
import tech.tablesaw.api.Table;

/** Where in the plane of two parameters the good points lie: a circle for each, in the colour of its rank. */
final class RankPlot implements PlotKind {
    @Override
    public String name() {
        return "rank";
    }

    @Override
    public String meaning() {
        return "the rank of each point over two parameters";
    }

    @Override
    public List<String> arguments() {
        return List.of("a", "b");
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        Parallel plane = Parallel.of(Needs.score(this, report).points(), parameters(report, arguments));
        List<Parallel.Line> points = plane.lines().stream()
                .filter(l -> plane.axes().size() == 2 && l.places().stream().noneMatch(v -> v.isNaN()))
                .toList();
        if (points.isEmpty()) {
            throw new IllegalArgumentException(
                    "Plot (rank) must have a scored trial with both " + String.join(" and ", arguments) + " to show.");
        }
        Parallel.Line best = points.get(0);
        String alt = "Rank of " + Wording.count(points.size(), "point") + " over " + String.join(" and ", arguments)
                + "; the best there, trial " + best.number() + ", has " + report.metric() + " "
                + Wording.score(best.score()) + ".";
        return Plot.of(RankChart.of(plane.axes().get(0), plane.axes().get(1), points, report.metric(), size), alt);
    }

    /** Columns trial, score, and the two parameters with their types; a row for each point. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        return PointTable.of(name(), Needs.score(this, report).points().evaluated(), parameters(report, arguments));
    }

    private static List<Scalar> parameters(StudyReport report, List<String> arguments) {
        if (arguments.get(0).equals(arguments.get(1))) {
            throw new IllegalArgumentException("Parameters (" + String.join(", ", arguments) + ") must differ.");
        }
        return arguments.stream().map(a -> Known.scalar(report.space(), a)).toList();
    }
}
