package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Slice;
import dev.fettle.report.view.ValueScores;
import dev.fettle.trial.Goal;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The scores by the value of each parameter: a small chart for each, all with the same axis. */
final class ValuesPlot implements PlotKind {
    private static final int COLUMNS = 3;

    /** Charts beyond these make nobody wiser; the table has all parameters. */
    private static final int MOST = 30;

    @Override
    public String name() {
        return "values";
    }

    @Override
    public String meaning() {
        return "the scores by the value of each parameter";
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        ValueScores scores = scores(report);
        NumberAxis up = NumberAxis.of(
                report.points().evaluated().stream()
                        .mapToDouble(t -> t.score().value())
                        .toArray(),
                report.history().goal());
        List<Sheet> sheets = scores.parameters().stream()
                .filter(p -> !p.levels().isEmpty())
                .limit(MOST)
                .map(p -> sheet(report, p, up))
                .toList();
        Sheet.alike(sheets, COLUMNS);
        return new Plot(
                        List.copyOf(sheets),
                        COLUMNS,
                        alt(scores, report.metric(), report.history().goal()))
                .and(up.said("scores"));
    }

    private static Sheet sheet(StudyReport report, ValueScores.ByParameter scores, NumberAxis up) {
        Slice slice = Slice.of(report.points(), report.space(), scores.name());
        return slice.continuous()
                ? SliceSheet.of(slice, up, report.metric(), "", Size.SMALL, Crowd.of(Size.SMALL))
                : ValuesSheet.of(slice, scores, up, report.metric(), "", Size.SMALL, Crowd.of(Size.SMALL));
    }

    /** Columns parameter, value, points, mean, low, high. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        StringColumn parameter = StringColumn.create("parameter");
        StringColumn value = StringColumn.create("value");
        IntColumn points = IntColumn.create("points");
        DoubleColumn mean = DoubleColumn.create("mean");
        DoubleColumn low = DoubleColumn.create("low");
        DoubleColumn high = DoubleColumn.create("high");
        for (ValueScores.ByParameter p : scores(report).parameters()) {
            for (ValueScores.Level l : p.levels()) {
                parameter.append(p.name());
                value.append(l.label());
                points.append(l.scores().size());
                mean.append(l.mean());
                low.append(l.low());
                high.append(l.high());
            }
        }
        return Table.create(name(), parameter, value, points, mean, low, high);
    }

    private ValueScores scores(StudyReport report) {
        return ValueScores.of(Needs.score(this, report).points(), report.space());
    }

    private static String alt(ValueScores scores, String metric, Goal goal) {
        return scores.parameters().stream()
                .filter(p -> !p.levels().isEmpty())
                .map(p -> {
                    ValueScores.Level best = p.levels().get(0);
                    for (ValueScores.Level l : p.levels()) {
                        best = goal.better(l.mean(), best.mean()) ? l : best;
                    }
                    return p.name() + " " + best.label() + " (" + Wording.score(best.mean()) + ")";
                })
                .collect(Collectors.joining(", ", "Best mean " + metric + " by value: ", "."));
    }
}
