package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Spacing;
import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.sampler.Slope;
import dev.fettle.trial.Goal;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How a descent went: the length of the gradient at each step and, where all are positive, the loss, over powers of ten. Lines
 * begin anew at each start point, where a cross stands.
 */
final class GradientPlot implements PlotKind {
    /** More steps than this are thinned evenly. */
    private static final int MOST = 300;

    @Override
    public String name() {
        return "gradient";
    }

    @Override
    public String meaning() {
        return "the length of the gradient and the loss at each step down";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        List<Slope> steps = steps(report).stream()
                .filter(s -> isDrawable(s.norm()) && Double.isFinite(s.loss()))
                .toList();
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("Plot (gradient) must have a step with a slope to show.");
        }
        boolean losses = steps.stream().allMatch(s -> isDrawable(s.loss()));
        return Plot.of(sheet(steps, losses, size), alt(steps, losses));
    }

    /** Columns start, step, trials, the goal's score, gradient, rate, event; a step without a score has neither of the two. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        List<Slope> steps = steps(report);
        Goal goal = report.history().goal();
        return Table.create(
                name(),
                IntColumn.create("start", steps.stream().mapToInt(Slope::start)),
                IntColumn.create("step", steps.stream().mapToInt(Slope::step)),
                IntColumn.create("trials", steps.stream().mapToInt(Slope::trials)),
                DoubleColumn.create("score", steps.stream().mapToDouble(s -> goal.loss(s.loss()))),
                DoubleColumn.create("gradient", steps.stream().mapToDouble(Slope::norm)),
                DoubleColumn.create("rate", steps.stream().mapToDouble(Slope::rate)),
                StringColumn.create(
                        "event", steps.stream().map(s -> s.event().name().toLowerCase(Locale.ROOT))));
    }

    private static List<Slope> steps(StudyReport report) {
        List<Slope> steps = report.insights().slopes();
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("Plot (gradient) must have a finished step to show; there is none.");
        }
        return steps;
    }

    private static boolean isDrawable(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static String alt(List<Slope> steps, boolean losses) {
        Slope first = steps.get(0);
        Slope last = steps.get(steps.size() - 1);
        int starts = last.start() - first.start();
        return "In " + Wording.count(steps.size(), "step") + " the length of the gradient goes from "
                + Wording.score(first.norm()) + " to " + Wording.score(last.norm())
                + (losses
                        ? " and the loss from " + Wording.score(first.loss()) + " to " + Wording.score(last.loss())
                        : "")
                + (starts > 0 ? "; " + Wording.count(starts, "restart") + "." : ".");
    }

    private static Sheet sheet(List<Slope> steps, boolean losses, Size size) {
        NumberAxis up = NumberAxis.of(Spacing.LOG, end(steps, losses, -1), end(steps, losses, 1));
        Axes axes = Axes.of(
                losses ? "gradient and loss at each step" : "length of the gradient at each step",
                Side.counts("trial", steps.get(steps.size() - 1).trials()),
                Side.of(losses ? "" : "length of the gradient", up));
        List<List<Slope>> ways = ways(steps);
        Sheet chart = new Sheet(axes.with(keys(losses, ways.size() > 1)), size.width(), size.height());
        int run = 0;
        for (List<Slope> way : ways) {
            run++;
            line(chart, "gradient " + run, way, Slope::norm, Look.TRIAL);
            if (losses) {
                line(chart, "loss " + run, way, Slope::loss, Look.BEST);
            }
            if (run > 1) {
                mark(chart, "start " + run, way.get(0));
            }
        }
        return chart;
    }

    private static List<Key> keys(boolean losses, boolean starts) {
        List<Key> keys = new ArrayList<>();
        if (losses) {
            keys.add(new Key("length of the gradient", Look.TRIAL, Look.bar(8)));
            keys.add(new Key("loss", Look.BEST, Look.bar(8)));
        }
        if (starts) {
            keys.add(new Key("another start", Look.INK, Look.cross(4)));
        }
        return keys;
    }

    /** The least of what is drawn for a sign of −1, the most for 1. */
    private static double end(List<Slope> steps, boolean losses, int sign) {
        return sign
                * steps.stream()
                        .mapToDouble(s -> losses ? Math.max(sign * s.norm(), sign * s.loss()) : sign * s.norm())
                        .max()
                        .orElse(1);
    }

    /** The steps from each start point, of more than {@value #MOST} an even selection with the last. */
    private static List<List<Slope>> ways(List<Slope> steps) {
        List<List<Slope>> ways = new ArrayList<>();
        int stride = (steps.size() + MOST - 1) / MOST;
        int start = 0;
        for (int i = 0; i < steps.size(); i++) {
            Slope step = steps.get(i);
            if (i % stride > 0 && i + 1 < steps.size()) {
                continue;
            }
            if (step.start() != start) {
                start = step.start();
                ways.add(new ArrayList<>());
            }
            ways.get(ways.size() - 1).add(step);
        }
        return ways;
    }

    private static void line(Sheet chart, String name, List<Slope> way, ToDoubleFunction<Slope> value, Color color) {
        series(chart, name, way, value)
                .setMarker(way.size() > 1 ? SeriesMarkers.NONE : Look.dot(5))
                .setMarkerColor(color)
                .setLineColor(color)
                .setLineStyle(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static void mark(Sheet chart, String name, Slope start) {
        series(chart, name, List.of(start), Slope::norm)
                .setMarker(Look.cross(5))
                .setMarkerColor(Look.INK)
                .setLineStyle(SeriesLines.NONE);
    }

    private static XYSeries series(Sheet chart, String name, List<Slope> way, ToDoubleFunction<Slope> value) {
        return chart.addSeries(
                name,
                way.stream().mapToDouble(Slope::trials).toArray(),
                way.stream()
                        .mapToDouble(s -> StrictMath.log10(value.applyAsDouble(s)))
                        .toArray());
    }
}
