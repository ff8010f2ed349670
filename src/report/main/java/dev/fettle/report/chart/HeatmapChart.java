package dev.fettle.report.chart;

import dev.fettle.report.view.Heatmap;
import dev.fettle.report.view.Wording;
import dev.fettle.trial.Goal;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.HeatMapChart;

/** Mean scores of pairs of values: the deeper the better, with the number in the cell. */
final class HeatmapChart {
    private static final Color WORST = new Color(0xF7FBFF);
    private static final Color BEST = new Color(0x56B4E9);

    private HeatmapChart() {}

    static HeatMapChart of(Heatmap map, String metric, Goal goal, int width, int height, Set<String> words) {
        HeatMapChart chart = Look.apply(new HeatMapChart(width, height));
        chart.setTitle("Mean " + metric);
        chart.setXAxisTitle(map.x());
        chart.setYAxisTitle(map.y());
        words.addAll(List.of(chart.getTitle(), map.x(), map.y()));
        words.addAll(map.columns());
        words.addAll(map.rows());
        boolean up = goal.better(1, 0);
        chart.getStyler().setRangeColors(up ? new Color[] {WORST, BEST} : new Color[] {BEST, WORST});
        chart.getStyler().setShowValue(true).setValueFontColor(Look.INK).setDrawBorder(false);
        chart.getStyler().setValueFont(chart.getStyler().getAxisTickLabelsFont());
        chart.getStyler().setHeatMapDecimalValueFormatter(v -> Ticks.noted(Wording.score(v), words));
        chart.getStyler().setPlotGridLinesVisible(false);
        List<Number[]> cells = new ArrayList<>();
        for (int i = 0; i < map.rows().size(); i++) {
            for (int j = 0; j < map.columns().size(); j++) {
                if (!Double.isNaN(map.means()[i][j])) {
                    cells.add(new Number[] {j, i, map.means()[i][j]});
                }
            }
        }
        chart.addSeries("mean", map.columns(), map.rows(), cells);
        return chart;
    }

    static String alt(Heatmap map, String metric, Goal goal) {
        int @Nullable [] best = map.best(goal);
        String head = "Mean " + metric + " by " + map.x() + " and " + map.y();
        return best == null
                ? head + ": no point was scored."
                : head + ": best " + Wording.score(map.means()[best[0]][best[1]]) + " at " + map.x() + " "
                        + map.columns().get(best[1]) + " and " + map.y() + " "
                        + map.rows().get(best[0]) + ".";
    }
}
