package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Slice;
import dev.fettle.report.view.ValueScores;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The score against one parameter: a circle for each trial, the best a diamond, failures crosses at the worst score; for a
 * parameter that chooses among values, its scores by value.
 */
final class SlicePlot implements PlotKind {
    @Override
    public String name() {
        return "slice";
    }

    @Override
    public String meaning() {
        return "the score against one parameter";
    }

    @Override
    public List<String> arguments() {
        return List.of("a");
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        Slice slice = slice(report, arguments);
        String alt = alt(slice, report.metric());
        if (slice.numeric()) {
            return Plot.of(chart(slice, report.metric(), size), alt);
        }
        ValueScores scores = ValueScores.of(report.history(), report.space());
        return Plot.of(ValuesChart.of(scores.of(slice.parameter()), scores.low(), scores.high(), size), alt);
    }

    /** Columns trial, value, score; the score of a failed trial is missing. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        Slice slice = slice(report, arguments);
        List<Slice.Spot> spots = slice.spots();
        return Table.create(
                name(),
                IntColumn.create("trial", spots.stream().mapToInt(Slice.Spot::number)),
                slice.numeric()
                        ? DoubleColumn.create("value", spots.stream().mapToDouble(SlicePlot::number))
                        : StringColumn.create("value", spots.stream().map(s -> Wording.typed(s.value()))),
                DoubleColumn.create("score", spots.stream().mapToDouble(Slice.Spot::score)));
    }

    private static Slice slice(StudyReport report, List<String> arguments) {
        Slice slice = Slice.of(report.history(), report.space(), arguments.get(0));
        if (slice.spots().stream().allMatch(Slice.Spot::failed)) {
            throw new IllegalArgumentException(
                    "Plot (slice) must have a scored trial with " + slice.parameter() + " to show.");
        }
        return slice;
    }

    private static XYChart chart(Slice slice, String metric, Size size) {
        XYChart chart = Look.apply(new XYChart(size.width(), size.height()));
        chart.setTitle(metric + " by " + slice.parameter());
        chart.setXAxisTitle(slice.parameter());
        Spots spots = Spots.of(slice);
        List<Slice.Spot> failed =
                slice.spots().stream().filter(Slice.Spot::failed).toList();
        double low = spots.low();
        double high = spots.high();
        Ticks.scores(chart, low, high);
        ToDoubleFunction<Slice.Spot> across = axis(chart, slice);
        add(chart, "trials", spots.thinned(), across, Slice.Spot::score)
                .setMarker(Look.dot(spots.diameter()))
                .setMarkerColor(Look.half(Look.TRIAL));
        if (!failed.isEmpty()) {
            double worst = slice.goal().better(low, high) ? high : low;
            add(chart, "failed", Spots.thinned(failed), across, s -> worst)
                    .setMarker(Look.cross(3.5))
                    .setMarkerColor(Look.FAILED);
        }
        add(chart, "best", List.of(spots.best()), across, Slice.Spot::score)
                .setMarker(Look.diamond(7))
                .setMarkerColor(Look.BEST);
        return chart;
    }

    private static XYSeries add(
            XYChart chart,
            String name,
            List<Slice.Spot> spots,
            ToDoubleFunction<Slice.Spot> across,
            ToDoubleFunction<Slice.Spot> up) {
        double[] x = spots.stream().mapToDouble(across).toArray();
        double[] y = spots.stream().mapToDouble(up).toArray();
        return chart.addSeries(name, x, y).setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    }

    private static ToDoubleFunction<Slice.Spot> axis(XYChart chart, Slice slice) {
        double[] sorted =
                slice.spots().stream().mapToDouble(SlicePlot::number).sorted().toArray();
        DoubleUnaryOperator across = Across.of(chart, slice.log(), sorted[0], sorted[sorted.length - 1]);
        return s -> across.applyAsDouble(number(s));
    }

    private static double number(Slice.Spot spot) {
        return ((Number) spot.value()).doubleValue();
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
