package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Heatmap;
import dev.fettle.trial.Goal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Mean scores of pairs of values: a colour for each, with the number in the cell and how many points it is of. */
final class HeatmapPlot implements PlotKind {
    private static final int HIGHEST = 480;

    @Override
    public String name() {
        return "heatmap";
    }

    @Override
    public String meaning() {
        return "the mean score for each pair of values of two parameters";
    }

    @Override
    public List<String> arguments() {
        return List.of("a", "b");
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        Heatmap map = map(report, arguments);
        int height = Math.min(HIGHEST, 120 + 56 * map.rows().size());
        Goal goal = report.history().goal();
        NumberAxis colours = NumberAxis.of(
                Arrays.stream(map.means()).flatMapToDouble(Arrays::stream).toArray(), goal);
        return Plot.of(
                        HeatmapChart.of(map, colours, report.metric(), goal, new Size(size.width(), height)),
                        alt(map, report.metric(), goal))
                .and(colours.said("means"));
    }

    /** One row for each cell: the two values, the mean and how many points it is of. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        Heatmap map = map(report, arguments);
        StringColumn x = StringColumn.create(map.x());
        StringColumn y = StringColumn.create(map.y().equalsIgnoreCase(map.x()) ? map.y() + "_2" : map.y());
        DoubleColumn mean = DoubleColumn.create("mean of the goal");
        IntColumn points = IntColumn.create("points");
        for (int i = 0; i < map.rows().size(); i++) {
            for (int j = 0; j < map.columns().size(); j++) {
                points.append(map.counts()[i][j]);
                x.append(map.columns().get(j));
                y.append(map.rows().get(i));
                mean.append(map.means()[i][j]);
            }
        }
        return Table.create(name(), x, y, mean, points);
    }

    private Heatmap map(StudyReport report, List<String> arguments) {
        Heatmap map =
                Heatmap.of(Needs.score(this, report).points(), report.space(), arguments.get(0), arguments.get(1));
        if (map.best(report.history().goal()) == null) {
            throw new IllegalArgumentException(
                    "Plot (heatmap) must have a scored trial with both " + map.x() + " and " + map.y() + " to show.");
        }
        return map;
    }

    private static String alt(Heatmap map, String metric, Goal goal) {
        int[] best = Objects.requireNonNull(map.best(goal));
        return "Mean " + metric + " by " + map.x() + " and " + map.y() + ": best "
                + Wording.score(map.means()[best[0]][best[1]]) + " at " + map.x() + " "
                + map.columns().get(best[1]) + " and " + map.y() + " "
                + map.rows().get(best[0]) + ".";
    }
}
