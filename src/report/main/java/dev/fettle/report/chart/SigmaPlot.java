package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Widths;
import dev.fettle.sampler.Spread;
import dev.fettle.trial.Goal;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The step size of each generation, and how many times longer than wide it was: two lines, begun anew at each restart. Where
 * generations have no axes of their own, the first alone, and it is called their width.
 */
final class SigmaPlot implements PlotKind {
    /** More generations than this are thinned evenly. */
    private static final int MOST = 300;

    @Override
    public String name() {
        return "sigma";
    }

    @Override
    public String meaning() {
        return "the step size or width of each generation, and the ratio of its axes";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        Widths widths = widths(report);
        return Plot.of(Lines.of(widths, size), alt(widths));
    }

    /** Columns restart, generation, trials, sigma, axis_ratio, best: the best score of the generation's own trials. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        List<Spread> rows = widths(report).generations();
        Goal goal = report.history().goal();
        return Table.create(
                name(),
                IntColumn.create("restart", rows.stream().mapToInt(Spread::restart)),
                IntColumn.create("generation", rows.stream().mapToInt(Spread::generation)),
                IntColumn.create("trials", rows.stream().mapToInt(Spread::trials)),
                DoubleColumn.create("sigma", rows.stream().mapToDouble(Spread::sigma)),
                DoubleColumn.create("axis_ratio", rows.stream().mapToDouble(Spread::axisRatio)),
                DoubleColumn.create("best", rows.stream().mapToDouble(s -> goal.loss(s.best()))));
    }

    private static Widths widths(StudyReport report) {
        Widths widths = Widths.of(report.insights().spreads());
        if (widths.generations().isEmpty()) {
            throw new IllegalArgumentException("Plot (sigma) must have a finished generation to show; there is none.");
        }
        return widths;
    }

    private static String alt(Widths widths) {
        List<Spread> all = widths.generations();
        Spread first = all.get(0);
        Spread last = all.get(all.size() - 1);
        String ratio = " and the axis ratio from " + Wording.score(first.axisRatio()) + " to "
                + Wording.score(last.axisRatio());
        return "In " + Wording.count(all.size(), "generation") + " " + sigma(widths) + " goes from "
                + Wording.score(first.sigma()) + " to " + Wording.score(last.sigma())
                + (widths.turned() ? ratio : "")
                + (widths.restarts() > 0 ? "; " + Wording.count(widths.restarts(), "restart") + "." : ".");
    }

    private static String sigma(Widths widths) {
        return widths.turned() ? "sigma" : "the width";
    }

    /** Each line with its name at its end. */
    private static final class Lines extends XYChart {
        private static final double AWAY = 10;

        /** A name is as long as this share of the axis at most. */
        private static final double LONG = 0.25;

        private final Widths widths;

        private Lines(Widths widths, Size size) {
            super(size.width(), size.height());
            this.widths = widths;
        }

        static Lines of(Widths widths, Size size) {
            List<Spread> all = widths.generations();
            Spread last = all.get(all.size() - 1);
            ToDoubleFunction<Spread> longest = widths.turned() ? Spread::axisRatio : Spread::sigma;
            double most = all.stream().mapToDouble(longest).max().orElse(1);
            double least = all.stream().mapToDouble(Spread::sigma).min().orElse(1);
            Lines chart = Look.apply(new Lines(widths, size));
            chart.setTitle((widths.turned() ? "sigma and axis ratio" : "width") + " of each generation");
            chart.setXAxisTitle("trial");
            Ticks.whole(chart);
            chart.getStyler().setXAxisMin(0.0).setXAxisMax(last.trials() + 0.4);
            Ticks.decades(chart, Math.min(least, 1), Math.max(most, 1));
            int run = 0;
            for (List<Spread> generations : widths.runs(MOST)) {
                run++;
                chart.add("sigma " + run, generations, Spread::sigma, Look.TRIAL);
                if (widths.turned()) {
                    chart.add("axis ratio " + run, generations, Spread::axisRatio, Look.BEST);
                }
            }
            return chart;
        }

        private void add(String name, List<Spread> generations, ToDoubleFunction<Spread> width, Color color) {
            double[] x = generations.stream().mapToDouble(Spread::trials).toArray();
            double[] y = generations.stream()
                    .mapToDouble(s -> StrictMath.log10(width.applyAsDouble(s)))
                    .toArray();
            addSeries(name, x, y)
                    .setMarker(generations.size() > 1 ? SeriesMarkers.NONE : Look.dot(5))
                    .setMarkerColor(color)
                    .setLineColor(color)
                    .setLineStyle(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }

        @Override
        public void paint(Graphics2D g, int width, int height) {
            super.paint(g, width, height);
            if (widths.turned()) {
                names(g);
            }
        }

        private void names(Graphics2D g) {
            Rectangle2D area = plot.getBounds();
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            double end = (1 - LONG) * getStyler().getXAxisMax();
            List<Spread> late =
                    widths.generations().stream().filter(s -> s.trials() >= end).toList();
            double high = late.stream().mapToDouble(Spread::axisRatio).max().orElse(1);
            double low = late.stream().mapToDouble(Spread::sigma).min().orElse(1);
            g.setColor(Look.BEST);
            write(g, "axis ratio", area, Math.max(area.getY() + AWAY, height(area, high) - AWAY));
            g.setColor(Look.TRIAL);
            write(g, "sigma", area, Math.min(area.getMaxY() - AWAY, height(area, low) + AWAY));
        }

        private double height(Rectangle2D area, double value) {
            double low = getStyler().getYAxisMin();
            double high = getStyler().getYAxisMax();
            return area.getMaxY() - area.getHeight() * (StrictMath.log10(value) - low) / (high - low);
        }

        private static void write(Graphics2D g, String name, Rectangle2D area, double y) {
            Look.write(g, name, area.getMaxX() - 4, y, 1);
        }
    }
}
