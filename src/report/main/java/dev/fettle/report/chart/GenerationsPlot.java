package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Generations;
import dev.fettle.report.view.Generations.Row;
import java.awt.Color;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** From the least to the largest score of each generation a band, their mean and the best so far as lines. */
final class GenerationsPlot implements PlotKind {
    /** More generations than this are thinned evenly. */
    private static final int MOST = 200;

    private static final List<Key> KEYS = List.of(
            new Key("from least to largest", Look.RANGE, Look.bar(8)),
            new Key("mean", Look.TRIAL, Look.bar(8)),
            new Key("best so far", Look.BEST, Look.bar(8)));

    @Override
    public String name() {
        return "generations";
    }

    @Override
    public String meaning() {
        return "the least, mean and largest score of each generation, and the best so far";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        Generations generations = generations(report);
        List<Row> scored = generations.rows().stream().filter(Row::scored).toList();
        if (scored.isEmpty()) {
            throw new IllegalArgumentException("Plot (generations) must have a scored trial to show.");
        }
        List<Row> rows = new Generations(scored).sample(MOST);
        NumberAxis up = NumberAxis.of(
                rows.stream()
                        .flatMapToDouble(r -> DoubleStream.of(r.min(), r.max(), r.best()))
                        .toArray(),
                report.history().goal());
        return Plot.of(sheet(rows, up, report.metric(), size), alt(scored, report.metric()))
                .and(up.said("scores"));
    }

    /** Columns generation, trials: how many there were at its end, evaluated, min, avg, max, sd, best: so far. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        List<Row> rows = generations(report).rows();
        return Table.create(
                name(),
                IntColumn.create("generation", rows.stream().mapToInt(Row::number)),
                IntColumn.create("trials", rows.stream().mapToInt(Row::trials)),
                IntColumn.create("evaluated", rows.stream().mapToInt(Row::evaluated)),
                DoubleColumn.create("min", rows.stream().mapToDouble(Row::min)),
                DoubleColumn.create("avg", rows.stream().mapToDouble(Row::avg)),
                DoubleColumn.create("max", rows.stream().mapToDouble(Row::max)),
                DoubleColumn.create("sd", rows.stream().mapToDouble(Row::sd)),
                DoubleColumn.create("best", rows.stream().mapToDouble(Row::best)));
    }

    private static Generations generations(StudyReport report) {
        Generations generations = report.insights().generations();
        if (generations.rows().isEmpty()) {
            throw new IllegalArgumentException(
                    "Plot (generations) must have a finished generation to show; there is none.");
        }
        return generations;
    }

    private static Sheet sheet(List<Row> rows, NumberAxis up, String metric, Size size) {
        Axes axes = Axes.of(
                metric + " of each generation, and the best so far",
                Side.counts("generation", rows.get(rows.size() - 1).number()),
                Side.of(metric, up));
        Sheet sheet = new Sheet(axes.with(KEYS), size.width(), size.height());
        band(sheet, rows, up::place);
        line(sheet, "mean", rows, r -> up.place(r.avg()), Look.TRIAL);
        line(sheet, "best so far", rows, r -> up.place(r.best()), Look.BEST);
        return sheet;
    }

    private static void band(Sheet chart, List<Row> rows, DoubleUnaryOperator up) {
        int n = rows.size();
        double[] around = IntStream.range(0, 2 * n)
                .mapToDouble(i -> rows.get(i < n ? i : 2 * n - 1 - i).number())
                .toArray();
        double[] edges = DoubleStream.concat(
                        rows.stream().mapToDouble(Row::min),
                        IntStream.range(0, n)
                                .mapToDouble(i -> rows.get(n - 1 - i).max()))
                .map(up)
                .toArray();
        XYSeries band = chart.addSeries("from least to largest", around, edges)
                .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        band.setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.NONE);
        band.setFillColor(Look.RANGE);
    }

    private static void line(Sheet chart, String name, List<Row> rows, ToDoubleFunction<Row> height, Color color) {
        double[] x = rows.stream().mapToDouble(Row::number).toArray();
        double[] y = rows.stream().mapToDouble(height).toArray();
        chart.line(name, x, y, color);
    }

    private static String alt(List<Row> rows, String metric) {
        Row first = rows.get(0);
        Row last = rows.get(rows.size() - 1);
        return "In " + Wording.count(rows.size(), "generation") + " the mean " + metric + " goes from "
                + Wording.score(first.avg()) + " to " + Wording.score(last.avg()) + " and the best so far from "
                + Wording.score(first.best()) + " to " + Wording.score(last.best()) + ".";
    }
}
