package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Spacing;
import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.LearningCurves;
import dev.fettle.report.view.LearningCurves.Line;
import dev.fettle.report.view.LearningCurves.Mark;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final int LONGEST = 36;

    /** So many rungs are told in words. */
    private static final int RUNGS = 8;

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
        List<Line> lines = curves.some(MOST);
        NumberAxis up = NumberAxis.of(
                lines.stream()
                        .flatMap(line -> line.marks().stream())
                        .mapToDouble(Mark::score)
                        .toArray(),
                report.history().goal());
        return Plot.of(sheet(curves, lines, up, report.metric(), size), alt(curves, report.metric()))
                .and(up.said("scores"));
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

    private static Sheet sheet(LearningCurves curves, List<Line> lines, NumberAxis up, String metric, Size size) {
        int[] places = curves.places();
        Side below = curves.byRung()
                ? Side.words(
                        "resource",
                        Arrays.stream(places).mapToObj(Integer::toString).toList())
                : Side.of("step", NumberAxis.of(Spacing.EVEN, places[0], places[places.length - 1]));
        Axes axes = Axes.of(metric + (curves.byRung() ? " by rung" : " by step"), below, Side.of(metric, up));
        Sheet sheet = new Sheet(axes.with(keys(lines)), size.width(), size.height());
        // Rungs stand in equal distances, as they are equal ratios.
        IntToDoubleFunction across = curves.byRung() ? at -> Arrays.binarySearch(places, at) : at -> at;
        lines.stream()
                .sorted(Comparator.comparing(Line::best).thenComparing(Line::whole))
                .forEach(line -> draw(sheet, line, across, up));
        return sheet;
    }

    private static List<Key> keys(List<Line> lines) {
        List<Key> keys = new ArrayList<>();
        if (lines.stream().anyMatch(line -> line.whole() && !line.best())) {
            keys.add(new Key("to the end", Look.half(Look.TRIAL), Look.bar(8)));
        }
        if (lines.stream().anyMatch(line -> !line.whole())) {
            keys.add(new Key("left behind", Look.PRUNED, Look.ring(8)));
        }
        if (lines.stream().anyMatch(Line::best)) {
            keys.add(new Key("best", Look.BEST, Look.diamond(6)));
        }
        return keys;
    }

    private static void draw(Sheet sheet, Line line, IntToDoubleFunction across, NumberAxis up) {
        List<Mark> marks = thinned(line.marks());
        Color color = line.best() ? Look.BEST : line.whole() ? Look.half(Look.TRIAL) : Look.half(Look.PRUNED);
        sheet.addSeries("trial " + line.trial(), x(marks, across), y(marks, up))
                .setMarker(marks.size() == 1 && line.whole() ? Look.dot(5) : SeriesMarkers.NONE)
                .setMarkerColor(color)
                .setLineColor(color)
                .setLineStyle(
                        new BasicStroke(line.best() ? 2.5f : 1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (line.best() || !line.whole()) {
            List<Mark> last = List.of(line.last());
            sheet.points(
                    "end of trial " + line.trial(),
                    x(last, across),
                    y(last, up),
                    line.best() ? Look.diamond(6) : Look.ring(5),
                    line.best() ? Look.BEST : Look.PRUNED);
        }
    }

    private static double[] x(List<Mark> marks, IntToDoubleFunction place) {
        return marks.stream().mapToInt(Mark::at).mapToDouble(place).toArray();
    }

    private static double[] y(List<Mark> marks, NumberAxis up) {
        return marks.stream().mapToDouble(m -> up.place(m.score())).toArray();
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
