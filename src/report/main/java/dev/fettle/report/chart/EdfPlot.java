package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Spacing;
import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** The empirical distribution function of the scores: which share of the scored points is at most so high. */
final class EdfPlot implements PlotKind {
    /** More scores than this are thinned evenly; the lowest and the highest stay. */
    private static final int MOST = 400;

    @Override
    public String name() {
        return "edf";
    }

    @Override
    public String meaning() {
        return "the share of points with at most such a score";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        double[] scores = scores(report);
        NumberAxis across = NumberAxis.of(scores, report.history().goal());
        return Plot.of(sheet(scores, across, report.metric(), size), alt(scores))
                .and(across.said("scores"));
    }

    /** Columns score, rising, and share, of the scored points that are at most so high, above 0 and at most 1. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        double[] scores = scores(report);
        return Table.create(
                name(),
                DoubleColumn.create("score", scores),
                DoubleColumn.create("share", IntStream.range(0, scores.length).mapToDouble(i -> share(scores, i))));
    }

    private double[] scores(StudyReport report) {
        return Needs.score(this, report).points().evaluated().stream()
                .mapToDouble(t -> t.score().value())
                .sorted()
                .toArray();
    }

    private static double share(double[] scores, int index) {
        return (index + 1.0) / scores.length;
    }

    private static Sheet sheet(double[] scores, NumberAxis across, String metric, Size size) {
        Axes axes = Axes.of(
                "share of points with at most such a score",
                Side.of(metric, across),
                Side.of("% of the points", NumberAxis.of(Spacing.EVEN, 0, 100)));
        Sheet chart = new Sheet(axes, size.width(), size.height());
        int[] drawn = IntStream.range(0, Math.min(MOST, scores.length))
                .map(i -> (int) ((long) i * (scores.length - 1) / Math.max(1, Math.min(MOST, scores.length) - 1)))
                .toArray();
        double[] x = new double[2 * drawn.length];
        double[] y = new double[2 * drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            x[2 * i] = across.place(scores[drawn[i]]);
            x[2 * i + 1] = x[2 * i];
            y[2 * i] = i == 0 ? 0 : y[2 * i - 1];
            y[2 * i + 1] = 100 * share(scores, drawn[i]);
        }
        chart.line("share", x, y, Look.TRIAL);
        return chart;
    }

    private static String alt(double[] scores) {
        return "Half of " + Wording.count(scores.length, "point") + " score at most "
                + Wording.score(scores[(scores.length - 1) / 2]) + "; all scores lie from " + Wording.score(scores[0])
                + " to "
                + Wording.score(scores[scores.length - 1]) + ".";
    }
}
