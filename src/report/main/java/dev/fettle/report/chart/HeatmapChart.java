package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Heatmap;
import dev.fettle.trial.Goal;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/** Cells in the colours of viridis, with a bar that says what they mean; cells without a point are hatched, the best is framed. */
final class HeatmapChart extends HeatMapChart {
    private static final int LETTER = 8;
    private static final int SHADES = 24;

    private final Heatmap map;
    private final NumberAxis colours;
    private final int @Nullable [] best;
    private final Axes axes;

    private HeatmapChart(Heatmap map, NumberAxis colours, Goal goal, Axes axes, Size size) {
        super(new HeatMapChartBuilder().width(size.width()).height(size.height()));
        this.map = map;
        this.colours = colours;
        this.best = map.best(goal);
        this.axes = axes;
    }

    /**
     * The chart of a map.
     *
     * @param colours on which the means stand
     * @throws IllegalArgumentException with a sentence, if they are too large to be drawn
     */
    static HeatmapChart of(Heatmap map, NumberAxis colours, String metric, Goal goal, Size size) {
        Axes axes = new Axes(
                "Mean " + metric + " by " + map.x() + " and " + map.y(),
                Side.of(map.x(), map.columns(), map.xEdges()),
                Side.of(map.y(), map.rows(), map.yEdges()),
                false,
                List.of(),
                ColourBar.room(colours, size.height()));
        HeatmapChart chart = new HeatmapChart(map, colours, goal, axes, size);
        axes.bare(chart);
        chart.getStyler().setRangeColors(ColourBar.colours()).setDrawBorder(false);
        Ticks.range(colours.low(), colours.high());
        List<Number[]> cells = new ArrayList<>();
        for (int i = 0; i < map.rows().size(); i++) {
            for (int j = 0; j < map.columns().size(); j++) {
                if (!Double.isNaN(map.means()[i][j])) {
                    cells.add(new Number[] {j, i, colours.place(map.means()[i][j])});
                }
            }
        }
        chart.addSeries("mean", map.columns(), map.rows(), cells);
        return chart;
    }

    /**
     * Within axes of our own; XChart would write the numbers in the decimal format of the default locale, and where all are
     * equal give them the colour of the lowest.
     */
    @Override
    public void paint(Graphics2D g, int width, int height) {
        axes.around(g, new Size(width, height), axes.area(width, height), (inner, area) -> {
            hatch(inner, area);
            colours(inner, area);
            cells(inner, area);
            ColourBar.paint(inner, area, colours, SHADES);
        });
        setWidth(width);
        setHeight(height);
    }

    private Rectangle2D cell(Rectangle area, int row, int column) {
        double w = area.getWidth() / map.columns().size();
        double h = area.getHeight() / map.rows().size();
        // Between edges on whole pixels the ground does not shine through.
        int x = (int) Math.round(column * w);
        int y = (int) Math.round(area.height - (row + 1) * h);
        return new Rectangle(x, y, (int) Math.round((column + 1) * w) - x, (int) Math.round(area.height - row * h) - y);
    }

    private void hatch(Graphics2D g, Rectangle area) {
        List<Rectangle2D> empty = new ArrayList<>();
        for (int i = 0; i < map.rows().size(); i++) {
            for (int j = 0; j < map.columns().size(); j++) {
                if (map.counts()[i][j] == 0) {
                    empty.add(cell(area, i, j));
                }
            }
        }
        Hatch.fill(g, empty);
    }

    private void colours(Graphics2D g, Rectangle area) {
        for (int i = 0; i < map.rows().size(); i++) {
            for (int j = 0; j < map.columns().size(); j++) {
                if (map.counts()[i][j] > 0) {
                    g.setColor(ColourBar.colour(colours.share(map.means()[i][j])));
                    g.fill(cell(area, i, j));
                }
            }
        }
    }

    private void cells(Graphics2D g, Rectangle area) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
        for (int i = 0; i < map.rows().size(); i++) {
            for (int j = 0; j < map.columns().size(); j++) {
                Rectangle2D r = cell(area, i, j);
                String mean = Wording.score(map.means()[i][j]);
                if (map.counts()[i][j] > 0 && r.getWidth() >= LETTER * mean.length() && r.getHeight() >= 16) {
                    boolean both = r.getHeight() >= 32;
                    g.setColor(ColourBar.letters(colours.share(map.means()[i][j])));
                    g.setFont(font);
                    Look.write(g, mean, r.getCenterX(), r.getCenterY() - (both ? 6 : 0), 0.5);
                    g.setFont(font.deriveFont(10f));
                    Look.write(g, both ? "n = " + map.counts()[i][j] : "", r.getCenterX(), r.getCenterY() + 9, 0.5);
                }
            }
        }
        if (best != null) {
            Rectangle2D r = cell(area, best[0], best[1]);
            g.setColor(Look.BEST);
            g.setStroke(new BasicStroke(2.5f));
            g.draw(new Rectangle2D.Double(r.getX() + 1.5, r.getY() + 1.5, r.getWidth() - 3, r.getHeight() - 3));
        }
    }
}
