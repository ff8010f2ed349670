package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Ticks;
import dev.fettle.report.view.FailureRates;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;

/** The share of trials that failed by the value of one parameter: a bar for each value. */
final class FailuresChart {
    /** So many parameters are drawn, those with the largest contrast. */
    private static final int MOST = 9;

    private FailuresChart() {}

    /** The parameters to draw, at least one. */
    static List<FailureRates.ByParameter> chosen(FailureRates rates) {
        return rates.parameters().stream()
                .filter(p -> !p.rates().isEmpty())
                .sorted(Comparator.comparingDouble((FailureRates.ByParameter p) -> -p.contrast()))
                .limit(MOST)
                .toList();
    }

    static CategoryChart of(FailureRates.ByParameter rates, int width, int height, Set<String> words) {
        CategoryChart chart = Look.apply(new CategoryChart(width, height));
        chart.setTitle("failed by " + rates.name() + ", %");
        List<String> labels =
                rates.rates().stream().map(FailureRates.Rate::label).toList();
        words.add(chart.getTitle());
        words.addAll(labels);
        Ticks.scores(chart, 0, 100, words);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        chart.getStyler().setAvailableSpaceFill(0.5);
        Look.everyLabel(chart);
        Look.turnIfCrowded(chart, labels, width);
        chart.addSeries(
                        "failed",
                        labels,
                        rates.rates().stream().map(r -> 100 * r.share()).toList())
                .setFillColor(Look.FAILED);
        return chart;
    }

    static String alt(FailureRates rates) {
        return chosen(rates).stream()
                .limit(3)
                .map(p -> p.name() + " "
                        + p.rates().stream()
                                .filter(r -> r.failed() > 0)
                                .sorted(Comparator.comparingDouble((FailureRates.Rate r) -> -r.share()))
                                .limit(3)
                                .map(r -> r.label() + " (" + r.failed() + " of " + r.trials() + ")")
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "Failed trials by value: ", "."));
    }
}
