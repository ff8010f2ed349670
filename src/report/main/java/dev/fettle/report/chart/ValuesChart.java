package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.ValueScores;
import dev.fettle.trial.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;

/** The scores of all points by the value of one parameter: a circle for each point, a bar for the mean. */
final class ValuesChart {
    /** A column with more circles than this shows quantiles instead. */
    private static final int MOST = 40;

    private ValuesChart() {}

    static CategoryChart of(
            ValueScores.ByParameter scores, double low, double high, int width, int height, Set<String> words) {
        CategoryChart chart = Look.apply(new CategoryChart(width, height));
        chart.setTitle(scores.name());
        words.add(scores.name());
        List<String> labels =
                scores.levels().stream().map(ValueScores.Level::label).toList();
        words.addAll(labels);
        Ticks.scores(chart, low, high, words);
        chart.getStyler().setOverlapped(true);
        Look.everyLabel(chart);
        Look.turnIfCrowded(chart, labels, width);
        List<List<Double>> columns =
                scores.levels().stream().map(l -> quantiles(l.scores())).toList();
        int rows = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < rows; i++) {
            List<Double> row = new ArrayList<>();
            for (List<Double> c : columns) {
                row.add(i < c.size() ? c.get(i) : Double.NaN);
            }
            CategorySeries series = scatter(chart.addSeries("point " + i, labels, row));
            series.setMarker(Look.dot(7)).setMarkerColor(Look.half(Look.TRIAL));
        }
        if (rows > 0) {
            List<Double> means =
                    scores.levels().stream().map(ValueScores.Level::mean).toList();
            CategorySeries series = scatter(chart.addSeries("mean", labels, means));
            series.setMarker(Look.bar(11)).setMarkerColor(Look.BEST);
        }
        return chart;
    }

    private static CategorySeries scatter(CategorySeries series) {
        return series.setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Scatter);
    }

    private static List<Double> quantiles(List<Double> scores) {
        if (scores.size() <= MOST) {
            return scores;
        }
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            kept.add(scores.get((int) Math.round(i * (scores.size() - 1.0) / (MOST - 1))));
        }
        return kept;
    }

    static String alt(ValueScores scores, String metric, Goal goal) {
        return scores.parameters().stream()
                .filter(p -> !p.levels().isEmpty())
                .map(p -> {
                    ValueScores.Level best = p.levels().get(0);
                    for (ValueScores.Level l : p.levels()) {
                        best = goal.better(l.mean(), best.mean()) ? l : best;
                    }
                    return p.name() + " " + best.label() + " (" + Wording.score(best.mean()) + ")";
                })
                .collect(Collectors.joining(", ", "Best mean " + metric + " by value: ", "."));
    }
}
