package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Heatmap;
import dev.fettle.trial.Goal;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Mean scores of pairs of values: the deeper the better, with the number in the cell. */
final class HeatmapPlot implements PlotKind {
    private static final Color WORST = new Color(0xF4F9FD);
    private static final Color BEST = new Color(0x56B4E9);
    private static final int HIGHEST = 480;
    private static final int LETTER = 9;

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
        int height = Math.min(HIGHEST, 110 + 56 * map.rows().size());
        Goal goal = report.history().goal();
        return Plot.of(
                Cells.of(map, report.metric(), goal, new Size(size.width(), height)), alt(map, report.metric(), goal));
    }

    /** One row for each cell: the two values and the mean. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        Heatmap map = map(report, arguments);
        StringColumn x = StringColumn.create(map.x());
        StringColumn y = StringColumn.create(map.y().equalsIgnoreCase(map.x()) ? map.y() + "_2" : map.y());
        DoubleColumn mean = DoubleColumn.create("mean of the goal");
        for (int i = 0; i < map.rows().size(); i++) {
            for (int j = 0; j < map.columns().size(); j++) {
                x.append(map.columns().get(j));
                y.append(map.rows().get(i));
                mean.append(map.means()[i][j]);
            }
        }
        return Table.create(name(), x, y, mean);
    }

    private Heatmap map(StudyReport report, List<String> arguments) {
        Heatmap map =
                Heatmap.of(Needs.score(this, report).history(), report.space(), arguments.get(0), arguments.get(1));
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

    /** XChart would write the numbers in the decimal format of the default locale. */
    private static final class Cells extends HeatMapChart {
        private final Heatmap map;

        private Cells(Heatmap map, Size size) {
            super(new HeatMapChartBuilder().width(size.width()).height(size.height()));
            this.map = map;
        }

        static Cells of(Heatmap map, String metric, Goal goal, Size size) {
            Cells chart = Look.apply(new Cells(map, size));
            chart.setTitle("Mean " + metric + ", the deeper the better");
            chart.setXAxisTitle(map.x());
            chart.setYAxisTitle(map.y());
            boolean up = goal.better(1, 0);
            chart.getStyler().setRangeColors(up ? new Color[] {WORST, BEST} : new Color[] {BEST, WORST});
            chart.getStyler()
                    .setDrawBorder(false)
                    .setPlotGridLinesVisible(false)
                    .setPlotContentSize(1);
            Look.everyLabel(chart);
            List<Number[]> cells = new ArrayList<>();
            for (int i = 0; i < map.rows().size(); i++) {
                for (int j = 0; j < map.columns().size(); j++) {
                    if (!Double.isNaN(map.means()[i][j])) {
                        cells.add(new Number[] {j, i, map.means()[i][j]});
                    }
                }
            }
            chart.addSeries(
                    "mean",
                    map.columns().stream().map(Look::label).toList(),
                    map.rows().stream().map(Look::label).toList(),
                    cells);
            return chart;
        }

        @Override
        public void paint(Graphics2D g, int width, int height) {
            super.paint(g, width, height);
            Rectangle2D area = plot.getBounds();
            double w = area.getWidth() / map.columns().size();
            double h = area.getHeight() / map.rows().size();
            if (w < 6 * LETTER || h < 2 * LETTER) {
                return;
            }
            g.setColor(Look.INK);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            for (int i = 0; i < map.rows().size(); i++) {
                for (int j = 0; j < map.columns().size(); j++) {
                    double x = area.getX() + (j + 0.5) * w;
                    double y = area.getMaxY() - (i + 0.5) * h;
                    Look.write(g, Wording.score(map.means()[i][j]), x, y, 0.5);
                }
            }
        }
    }
}
