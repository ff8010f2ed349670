package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Slice;
import dev.fettle.trial.Goal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** The score against one numeric parameter: a circle for each trial, the best a diamond, failures crosses at the worst score. */
final class SliceChart {
    /** More trials than this are thinned evenly; the best stays. */
    private static final int MOST = 1000;

    /** A logarithmic axis has a number at each power of ten; with fewer than two of them it is drawn as a linear one. */
    private static final double DECADES = 2;

    private SliceChart() {}

    static XYChart of(Slice slice, String metric, Goal goal, int width, int height, Set<String> words) {
        XYChart chart = Look.apply(new XYChart(width, height));
        chart.setTitle(metric + " by " + slice.parameter());
        chart.setXAxisTitle(slice.parameter());
        words.addAll(List.of(chart.getTitle(), slice.parameter()));
        List<Slice.Spot> scored = thinned(slice.spots().stream().filter(s -> !s.failed()));
        List<Slice.Spot> failed = thinned(slice.spots().stream().filter(Slice.Spot::failed));
        if (scored.isEmpty()) {
            return chart;
        }
        double low = scored.stream().mapToDouble(Slice.Spot::score).min().orElseThrow();
        double high = scored.stream().mapToDouble(Slice.Spot::score).max().orElseThrow();
        Ticks.scores(chart, low, high, words);
        ToDoubleFunction<Slice.Spot> place = axis(chart, slice, words);
        add(chart, "trials", scored, place, goal.better(low, high) ? low : high, false)
                .setMarker(Look.dot(scored.size() > 200 ? 5 : 8))
                .setMarkerColor(Look.half(Look.TRIAL));
        if (!failed.isEmpty()) {
            add(chart, "failed", failed, place, goal.better(low, high) ? high : low, true)
                    .setMarker(Look.cross(3.5))
                    .setMarkerColor(Look.FAILED);
        }
        Slice.Spot best = best(slice, goal);
        add(chart, "best", List.of(best), place, best.score(), true)
                .setMarker(Look.diamond(7))
                .setMarkerColor(Look.BEST);
        return chart;
    }

    private static XYSeries add(
            XYChart chart,
            String name,
            List<Slice.Spot> spots,
            ToDoubleFunction<Slice.Spot> place,
            double height,
            boolean level) {
        double[] x = spots.stream().mapToDouble(place).toArray();
        double[] y = spots.stream().mapToDouble(s -> level ? height : s.score()).toArray();
        return chart.addSeries(name, x, y).setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    }

    /** Sets the axis up and says where a trial stands on it. */
    private static ToDoubleFunction<Slice.Spot> axis(XYChart chart, Slice slice, Set<String> words) {
        double[] sorted =
                slice.spots().stream().mapToDouble(SliceChart::number).sorted().toArray();
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        if (slice.log() && high / low >= Math.pow(10, DECADES)) {
            Ticks.powers(chart, low, high, words);
            return s -> StrictMath.log10(number(s));
        }
        Ticks.numbers(chart, low, high, words);
        return SliceChart::number;
    }

    private static double number(Slice.Spot spot) {
        return ((Number) spot.value()).doubleValue();
    }

    private static Slice.Spot best(Slice slice, Goal goal) {
        return slice.spots().stream()
                .filter(s -> !s.failed())
                .min(Comparator.comparingDouble(s -> goal.loss(s.score())))
                .orElseThrow();
    }

    private static List<Slice.Spot> thinned(java.util.stream.Stream<Slice.Spot> stream) {
        List<Slice.Spot> all = stream.toList();
        int stride = (all.size() + MOST - 1) / MOST;
        return IntStream.range(0, all.size())
                .filter(i -> i % stride == 0)
                .mapToObj(all::get)
                .toList();
    }

    static String alt(Slice slice, String metric, Goal goal) {
        long failed = slice.spots().stream().filter(Slice.Spot::failed).count();
        if (failed == slice.spots().size()) {
            return "No trial with " + slice.parameter() + " was scored.";
        }
        Slice.Spot best = best(slice, goal);
        return "Best " + metric + " " + Wording.score(best.score()) + " at " + slice.parameter() + " = "
                + Wording.value(best.value()) + ", trial " + best.number() + "; "
                + Wording.count(slice.spots().size() - failed, "trial") + " scored"
                + (failed > 0 ? ", " + failed + " failed." : ".");
    }
}
