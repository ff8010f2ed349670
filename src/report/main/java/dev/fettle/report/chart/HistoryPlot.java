package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Convergence;
import dev.fettle.trial.Trial;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Every trial as a circle, the best so far as a step line; pruned trials as rings at their last intermediate score, failures
 * as crosses at the worst.
 */
final class HistoryPlot implements PlotKind {
    /** More trials than this are thinned evenly; what improves the best stays. */
    private static final int MOST = 200;

    /** The line ends a little behind the last trial; for values in equal steps XChart would tick as many as it can. */
    private static final double END = 0.4;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String meaning() {
        return "the score of each trial, and the best so far";
    }

    @Override
    public boolean panel() {
        return true;
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        Convergence convergence = Convergence.of(Needs.score(this, report).history());
        return Plot.of(chart(convergence, report.metric(), size), alt(convergence, report.metric()));
    }

    /** Columns trial, score, best, pruned: the last intermediate score of a pruned trial. */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        List<Convergence.Step> steps =
                Convergence.of(Needs.score(this, report).history()).steps();
        return Table.create(
                name(),
                IntColumn.create("trial", steps.stream().mapToInt(Convergence.Step::number)),
                DoubleColumn.create("score", steps.stream().mapToDouble(Convergence.Step::score)),
                DoubleColumn.create("best", steps.stream().mapToDouble(Convergence.Step::best)),
                DoubleColumn.create("pruned", steps.stream().mapToDouble(Convergence.Step::pruned)));
    }

    private static XYChart chart(Convergence convergence, String metric, Size size) {
        XYChart chart = Look.apply(new XYChart(size.width(), size.height()));
        chart.setTitle(metric + " of each trial, and the best so far");
        chart.setXAxisTitle("trial");
        Ticks.whole(chart);
        chart.getStyler().setXAxisMin(0.0);
        List<Convergence.Step> steps = thinned(convergence);
        List<Convergence.Step> scored = those(steps, s -> !Double.isNaN(s.score()));
        List<Convergence.Step> pruned = those(steps, s -> !Double.isNaN(s.pruned()));
        List<Convergence.Step> failed = those(steps, s -> s.trial() instanceof Trial.Failed);
        DoubleSummaryStatistics range = Stream.concat(
                        scored.stream().map(Convergence.Step::score),
                        pruned.stream().map(Convergence.Step::pruned))
                .mapToDouble(v -> v)
                .summaryStatistics();
        double low = range.getMin();
        double high = range.getMax();
        Ticks.scores(chart, low, high);
        points(chart, "pruned", pruned, Convergence.Step::pruned)
                .ifPresent(s -> s.setMarker(Look.ring(8)).setMarkerColor(Look.PRUNED));
        points(chart, "trials", scored, Convergence.Step::score)
                .ifPresent(
                        s -> s.setMarker(Look.dot(scored.size() > 200 ? 5 : 8)).setMarkerColor(Look.half(Look.TRIAL)));
        best(chart, convergence);
        double worst = convergence.goal().better(low, high) ? high : low;
        points(chart, "failed", failed, s -> worst)
                .ifPresent(s -> s.setMarker(Look.cross(3.5)).setMarkerColor(Look.FAILED));
        return chart;
    }

    private static List<Convergence.Step> those(List<Convergence.Step> steps, Predicate<Convergence.Step> kept) {
        return steps.stream().filter(kept).toList();
    }

    private static Optional<XYSeries> points(
            XYChart chart, String name, List<Convergence.Step> steps, ToDoubleFunction<Convergence.Step> height) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        double[] x = steps.stream().mapToDouble(Convergence.Step::number).toArray();
        double[] y = steps.stream().mapToDouble(height).toArray();
        return Optional.of(scatter(chart.addSeries(name, x, y)));
    }

    /** Corners only: a step line over a thousand trials has few. */
    private static void best(XYChart chart, Convergence convergence) {
        List<Convergence.Step> better = convergence.improvements();
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (Convergence.Step s : better) {
            if (!y.isEmpty()) {
                x.add((double) s.number());
                y.add(y.get(y.size() - 1));
            }
            x.add((double) s.number());
            y.add(s.best());
        }
        Convergence.Step winner = better.get(better.size() - 1);
        x.add(convergence.steps().get(convergence.steps().size() - 1).number() + END);
        y.add(winner.best());
        XYSeries line = chart.addSeries("best so far", x, y);
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(Look.BEST).setLineStyle(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        XYSeries mark = scatter(chart.addSeries("best", new double[] {winner.number()}, new double[] {winner.best()}));
        mark.setMarker(Look.diamond(7)).setMarkerColor(Look.BEST);
    }

    private static XYSeries scatter(XYSeries series) {
        return series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    }

    private static List<Convergence.Step> thinned(Convergence convergence) {
        List<Convergence.Step> all = convergence.steps();
        if (all.size() <= MOST) {
            return all;
        }
        Set<Integer> better = convergence.improvements().stream()
                .map(Convergence.Step::number)
                .collect(Collectors.toSet());
        int stride = (all.size() + MOST - 1) / MOST;
        List<Convergence.Step> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % stride == 0 || better.contains(all.get(i).number())) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    private static String alt(Convergence convergence, String metric) {
        List<Convergence.Step> better = convergence.improvements();
        Convergence.Step first = better.get(0);
        Convergence.Step last = better.get(better.size() - 1);
        return "The best " + metric + " so far goes from " + Wording.score(first.best()) + " at trial " + first.number()
                + " to " + Wording.score(last.best()) + " at trial " + last.number() + " of "
                + convergence.trials() + ".";
    }
}
