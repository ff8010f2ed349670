package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.table.PointTable;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Known;
import dev.fettle.report.view.Slice;
import dev.fettle.report.view.ValueScores;
import dev.fettle.space.Scalar;
import dev.fettle.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The score against each parameter, or those that are named: a circle for each trial, the deeper the later, the best a diamond,
 * failures crosses at the foot. All charts have the same axis of scores.
 */
final class SlicePlot implements PlotKind {
    private static final int COLUMNS = 3;

    /** Charts beyond these make nobody wiser; the table has all parameters. */
    private static final int MOST = 30;

    @Override
    public String name() {
        return "slice";
    }

    @Override
    public String meaning() {
        return "the score against each parameter, later trials deeper";
    }

    @Override
    public boolean choosing() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        List<Slice> slices = slices(report, arguments);
        List<Slice> drawn = slices.subList(0, Math.min(MOST, slices.size()));
        NumberAxis up = NumberAxis.of(scores(drawn), report.history().goal());
        if (drawn.size() == 1) {
            String title = report.metric() + " by " + drawn.get(0).parameter();
            Sheet sheet = sheet(report, drawn.get(0), up, title, size, Crowd.of(size));
            return Plot.of(sheet, alt(drawn, report)).and(up.said("scores"));
        }
        int last =
                report.history().trials().stream().mapToInt(Trial::number).max().orElseThrow();
        Crowd crowd = Crowd.among(drawn.size(), last);
        List<Sheet> sheets = drawn.stream()
                .map(s -> sheet(report, s, up, "", Size.SMALL, crowd))
                .toList();
        Sheet.alike(sheets, COLUMNS);
        return new Plot(List.copyOf(sheets), COLUMNS, alt(drawn, report)).and(up.said("scores"));
    }

    /** Each trial's once, however many parameters it stands at; NaN where it failed. */
    private static double[] scores(List<Slice> slices) {
        Map<Integer, Double> scores = new TreeMap<>();
        slices.forEach(slice -> slice.spots().forEach(s -> scores.put(s.number(), s.score())));
        return scores.values().stream().mapToDouble(s -> s).toArray();
    }

    private static Sheet sheet(StudyReport report, Slice slice, NumberAxis up, String title, Size size, Crowd crowd) {
        return slice.numeric()
                ? SliceSheet.of(slice, up, report.metric(), title, size, crowd)
                : ValuesSheet.of(
                        slice,
                        ValueScores.of(report.points(), report.space()).of(slice.parameter()),
                        up,
                        report.metric(),
                        title,
                        size,
                        crowd);
    }

    /**
     * Of one parameter columns trial, value, score; else trial, score, and the parameters with their types. The score of a failed
     * trial is missing.
     */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        List<Slice> slices = slices(report, arguments);
        return arguments.size() == 1 ? table(slices.get(0)) : points(report, slices);
    }

    private Table points(StudyReport report, List<Slice> slices) {
        List<Trial.Finished> ran = report.points().trials().stream()
                .filter(t -> t.source() == t.number() && !(t instanceof Trial.Pruned))
                .toList();
        return PointTable.of(
                name(),
                ran,
                slices.stream()
                        .map(s -> Known.scalar(report.space(), s.parameter()))
                        .toList());
    }

    private Table table(Slice slice) {
        List<Slice.Spot> spots = slice.spots();
        return Table.create(
                name(),
                IntColumn.create("trial", spots.stream().mapToInt(Slice.Spot::number)),
                slice.numeric()
                        ? DoubleColumn.create("value", spots.stream().mapToDouble(SliceSheet::number))
                        : StringColumn.create("value", spots.stream().map(s -> Wording.typed(s.value()))),
                DoubleColumn.create("score", spots.stream().mapToDouble(Slice.Spot::score)));
    }

    /** Those with a scored trial; at least one. */
    private static List<Slice> slices(StudyReport report, List<String> arguments) {
        List<String> names = arguments.isEmpty()
                ? report.space().scalars().stream().map(Scalar::name).toList()
                : arguments;
        List<Slice> slices = names.stream()
                .map(n -> Slice.of(report.points(), report.space(), n))
                .filter(s -> s.best().isPresent())
                .toList();
        if (slices.isEmpty()) {
            throw new IllegalArgumentException("Plot (slice) must have a scored trial"
                    + (arguments.isEmpty() ? "" : " with " + String.join(", ", arguments)) + " to show.");
        }
        return slices;
    }

    private static String alt(List<Slice> slices, StudyReport report) {
        if (slices.size() == 1) {
            return alt(slices.get(0), report.metric());
        }
        Trial.Completed best = report.history().best().orElseThrow();
        return "The score of each trial against " + Wording.count(slices.size(), "parameter") + "; best "
                + report.metric() + " " + Wording.score(best.score().value()) + " at trial " + best.number() + ": "
                + Wording.point(report.space(), best.point()) + ".";
    }

    private static String alt(Slice slice, String metric) {
        long failed = slice.spots().stream().filter(Slice.Spot::failed).count();
        Slice.Spot best = slice.best().orElseThrow();
        return "Best " + metric + " " + Wording.score(best.score()) + " at " + slice.parameter() + " = "
                + Wording.value(best.value()) + ", trial " + best.number() + "; "
                + Wording.count(slice.spots().size() - failed, "trial") + " scored"
                + (failed > 0 ? ", " + failed + " failed." : ".");
    }
}
