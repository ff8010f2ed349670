package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Generations;
import dev.fettle.report.view.Generations.Row;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
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

    /** Scores of one sign that differ by this factor stand at their powers. */
    private static final double DECADES = 100;

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
        return Plot.of(chart(rows, report.metric(), size), alt(scored, report.metric()));
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

    private static XYChart chart(List<Row> rows, String metric, Size size) {
        XYChart chart = Look.apply(new XYChart(size.width(), size.height()));
        chart.setTitle(metric + " of each generation, and the best so far");
        chart.setXAxisTitle("generation");
        Ticks.whole(chart);
        chart.getStyler().setXAxisMin(0.0);
        double low = rows.stream()
                .mapToDouble(r -> Math.min(r.min(), r.best()))
                .min()
                .orElseThrow();
        double high = rows.stream()
                .mapToDouble(r -> Math.max(r.max(), r.best()))
                .max()
                .orElseThrow();
        DoubleUnaryOperator up = up(chart, low, high);
        band(chart, rows, up);
        line(chart, "mean", rows, r -> up.applyAsDouble(r.avg()), Look.TRIAL);
        line(chart, "best so far", rows, r -> up.applyAsDouble(r.best()), Look.BEST);
        return chart;
    }

    /** Sets the axis up and says where a score stands on it. */
    private static DoubleUnaryOperator up(XYChart chart, double low, double high) {
        if (low > 0 && high / DECADES >= low) {
            Ticks.decades(chart, low, high);
            return StrictMath::log10;
        }
        Ticks.scores(chart, low, high);
        return v -> v;
    }

    private static void band(XYChart chart, List<Row> rows, DoubleUnaryOperator up) {
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

    private static void line(XYChart chart, String name, List<Row> rows, ToDoubleFunction<Row> height, Color color) {
        double[] x = rows.stream().mapToDouble(Row::number).toArray();
        double[] y = rows.stream().mapToDouble(height).toArray();
        chart.addSeries(name, x, y)
                .setMarker(rows.size() > 1 ? SeriesMarkers.NONE : Look.dot(5))
                .setMarkerColor(color)
                .setLineColor(color)
                .setLineStyle(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static String alt(List<Row> rows, String metric) {
        Row first = rows.get(0);
        Row last = rows.get(rows.size() - 1);
        return "In " + Wording.count(rows.size(), "generation") + " the mean " + metric + " goes from "
                + Wording.score(first.avg()) + " to " + Wording.score(last.avg()) + " and the best so far from "
                + Wording.score(first.best()) + " to " + Wording.score(last.best()) + ".";
    }
}
