package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Heatmap;
import dev.fettle.trial.Goal;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/** Mean scores of pairs of values: the deeper the better, with the number in the cell. */
final class HeatmapChart extends HeatMapChart {
    private static final Color WORST = new Color(0xF4F9FD);
    private static final Color BEST = new Color(0x56B4E9);
    private static final int LETTER = 9;

    private final Heatmap map;

    private HeatmapChart(Heatmap map, int width, int height) {
        super(new HeatMapChartBuilder().width(width).height(height));
        this.map = map;
    }

    static HeatmapChart of(Heatmap map, String metric, Goal goal, int width, int height, Set<String> words) {
        HeatmapChart chart = Look.apply(new HeatmapChart(map, width, height));
        chart.setTitle("Mean " + metric + ", the deeper the better");
        chart.setXAxisTitle(map.x());
        chart.setYAxisTitle(map.y());
        words.addAll(List.of(chart.getTitle(), map.x(), map.y()));
        words.addAll(map.columns());
        words.addAll(map.rows());
        boolean up = goal.better(1, 0);
        chart.getStyler().setRangeColors(up ? new Color[] {WORST, BEST} : new Color[] {BEST, WORST});
        chart.getStyler().setDrawBorder(false).setPlotGridLinesVisible(false).setPlotContentSize(1);
        Look.everyLabel(chart);
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

    /** XChart would write the numbers in the decimal format of the default locale. */
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
                String text = Wording.score(map.means()[i][j]);
                double x = area.getX() + (j + 0.5) * w;
                double y = area.getMaxY() - (i + 0.5) * h;
                Look.write(g, text, x, y, 0.5);
            }
        }
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
