package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Spacing;
import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Widths;
import dev.fettle.sampler.Spread;
import dev.fettle.trial.Goal;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
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

    private static final List<Key> KEYS =
            List.of(new Key("sigma", Look.TRIAL, Look.bar(8)), new Key("axis ratio", Look.BEST, Look.bar(8)));

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
        return Plot.of(sheet(widths, size), alt(widths));
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

    private static Sheet sheet(Widths widths, Size size) {
        List<Spread> all = widths.generations();
        ToDoubleFunction<Spread> longest = widths.turned() ? Spread::axisRatio : Spread::sigma;
        double most = all.stream().mapToDouble(longest).max().orElse(1);
        double least = all.stream().mapToDouble(Spread::sigma).min().orElse(1);
        NumberAxis up = NumberAxis.of(Spacing.LOG, Math.min(least, 1), Math.max(most, 1));
        Axes axes = Axes.of(
                (widths.turned() ? "sigma and axis ratio" : "width") + " of each generation",
                Side.counts("trial", all.get(all.size() - 1).trials()),
                Side.of(widths.turned() ? "" : "width", up));
        Sheet sheet = new Sheet(widths.turned() ? axes.with(KEYS) : axes, size.width(), size.height());
        int run = 0;
        for (List<Spread> generations : widths.runs(MOST)) {
            run++;
            line(sheet, "sigma " + run, generations, s -> up.place(s.sigma()), Look.TRIAL);
            if (widths.turned()) {
                line(sheet, "axis ratio " + run, generations, s -> up.place(s.axisRatio()), Look.BEST);
            }
        }
        return sheet;
    }

    private static void line(
            Sheet sheet, String name, List<Spread> generations, ToDoubleFunction<Spread> height, Color color) {
        double[] x = generations.stream().mapToDouble(Spread::trials).toArray();
        double[] y = generations.stream().mapToDouble(height).toArray();
        sheet.line(name, x, y, color);
    }
}
