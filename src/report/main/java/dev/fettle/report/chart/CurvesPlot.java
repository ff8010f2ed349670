package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.LearningCurves;
import dev.fettle.report.view.LearningCurves.Line;
import dev.fettle.report.view.LearningCurves.Mark;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * A line for each point from rung to rung, or for each trial from step to step: grey with a ring where it was left behind,
 * blue if it came to the end, the best on top.
 */
final class CurvesPlot implements PlotKind {
    /** More lines than this are thinned; the best and the longest stay. */
    private static final int MOST = 60;

    /** Longer lines are thinned evenly. */
    private static final int LONGEST = 60;

    /** So many rungs are told in words. */
    private static final int RUNGS = 8;

    /** The axis below ends so far behind the last mark. */
    private static final double BESIDE = 0.15;

    @Override
    public String name() {
        return "curves";
    }

    @Override
    public String meaning() {
        return "the score the more resource a point had, or from step to step";
    }

    @Override
    public boolean panel() {
        return true;
    }

    /** Whether points went from rung to rung. */
    static boolean suits(StudyReport report) {
        LearningCurves curves = LearningCurves.of(report.history());
        return curves.byRung() && curves.places().length > 1;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        LearningCurves curves = curves(report);
        return Plot.of(chart(curves, report.metric(), size), alt(curves, report.metric()));
    }

    /**
     * Columns line: the number of its first trial, trial, resource or step, score, scored: false for an intermediate score.
     */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        LearningCurves curves = curves(report);
        IntColumn line = IntColumn.create("line");
        IntColumn trial = IntColumn.create("trial");
        IntColumn at = IntColumn.create(curves.byRung() ? "resource" : "step");
        DoubleColumn score = DoubleColumn.create("score");
        BooleanColumn scored = BooleanColumn.create("scored");
        for (Line each : curves.lines()) {
            for (Mark mark : each.marks()) {
                line.append(each.trial());
                trial.append(mark.trial());
                at.append(mark.at());
                score.append(mark.score());
                scored.append(mark.scored());
            }
        }
        return Table.create(name(), line, trial, at, score, scored);
    }

    private static LearningCurves curves(StudyReport report) {
        LearningCurves curves = LearningCurves.of(report.history());
        if (curves.lines().isEmpty()) {
            throw new IllegalArgumentException(
                    "Plot (curves) must have trials with a resource or with intermediate scores; there are none.");
        }
        return curves;
    }

    private static XYChart chart(LearningCurves curves, String metric, Size size) {
        int[] places = curves.places();
        List<Line> lines = curves.some(MOST);
        XYChart chart = Look.apply(new XYChart(size.width(), size.height()));
        chart.setTitle(curves.byRung() ? metric + " by rung" : metric + " by step");
        chart.setXAxisTitle(curves.byRung() ? "resource" : "step");
        if (curves.byRung()) {
            rungs(chart, places);
        } else {
            Ticks.whole(chart);
            chart.getStyler().setXAxisMin(0.0).setXAxisMax(places[places.length - 1] + BESIDE);
        }
        DoubleSummaryStatistics range = lines.stream()
                .flatMap(line -> line.marks().stream())
                .mapToDouble(Mark::score)
                .summaryStatistics();
        Ticks.scores(chart, range.getMin(), range.getMax());
        lines.stream()
                .sorted(Comparator.comparing(Line::best).thenComparing(Line::whole))
                .forEach(line -> draw(chart, line, curves.byRung() ? at -> Arrays.binarySearch(places, at) : at -> at));
        return chart;
    }

    /** Rungs in equal distances, as they are equal ratios. */
    private static void rungs(XYChart chart, int[] places) {
        Ticks.whole(chart);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(places.length - 1 + BESIDE);
        chart.setCustomXAxisTickLabelsFormatter(
                v -> v == Math.rint(v) && v >= 0 && v < places.length ? Integer.toString(places[v.intValue()]) : " ");
    }

    private static void draw(XYChart chart, Line line, IntToDoubleFunction place) {
        List<Mark> marks = thinned(line.marks());
        Color color = line.best() ? Look.BEST : line.whole() ? Look.half(Look.TRIAL) : Look.half(Look.PRUNED);
        chart.addSeries("trial " + line.trial(), x(marks, place), y(marks))
                .setMarker(marks.size() == 1 && line.whole() ? Look.dot(5) : SeriesMarkers.NONE)
                .setMarkerColor(color)
                .setLineColor(color)
                .setLineStyle(
                        new BasicStroke(line.best() ? 2.5f : 1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (line.best() || !line.whole()) {
            List<Mark> last = List.of(line.last());
            chart.addSeries("end of trial " + line.trial(), x(last, place), y(last))
                    .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
                    .setMarker(line.best() ? Look.diamond(6) : Look.ring(5))
                    .setMarkerColor(line.best() ? Look.BEST : Look.PRUNED);
        }
    }

    private static double[] x(List<Mark> marks, IntToDoubleFunction place) {
        return marks.stream().mapToInt(Mark::at).mapToDouble(place).toArray();
    }

    private static double[] y(List<Mark> marks) {
        return marks.stream().mapToDouble(Mark::score).toArray();
    }

    private static List<Mark> thinned(List<Mark> marks) {
        int stride = (marks.size() + LONGEST - 1) / LONGEST;
        return IntStream.range(0, marks.size())
                .filter(i -> i % stride == 0 || i + 1 == marks.size())
                .mapToObj(marks::get)
                .toList();
    }

    private static String alt(LearningCurves curves, String metric) {
        int[] places = curves.places();
        long whole = curves.lines().stream().filter(Line::whole).count();
        String best = curves.lines().stream()
                .filter(Line::best)
                .findFirst()
                .map(line -> "; the best " + way(line))
                .orElse("");
        String lines = "Of " + Wording.count(curves.lines().size(), curves.byRung() ? "point" : "trial");
        if (!curves.byRung()) {
            return lines + " with intermediate scores of " + metric + ", " + whole + " came to the end" + best + ".";
        }
        String rungs = Arrays.stream(places)
                .limit(RUNGS)
                .mapToObj(at -> curves.reached(at) + " came to " + at)
                .collect(Collectors.joining(", "));
        return lines + ", by resource, " + rungs + best + ".";
    }

    private static String way(LearningCurves.Line line) {
        String end = Wording.score(line.last().score());
        return line.marks().size() == 1
                ? "stands at " + end
                : "goes from " + Wording.score(line.marks().get(0).score()) + " to " + end;
    }
}
