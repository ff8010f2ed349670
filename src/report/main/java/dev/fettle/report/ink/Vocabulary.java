package dev.fettle.report.ink;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.HorizontalBarSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeriesCategory;
import org.knowm.xchart.internal.series.Series;
import org.knowm.xchart.style.AxesChartStyler;

/** The words that XChart is about to write: titles, categories, and the labels of the ticks while it asks for them. */
final class Vocabulary {
    private Vocabulary() {}

    /** The words of a plot; the set grows while the plot is drawn. */
    static Set<String> of(Plot plot) {
        Set<String> words = new LinkedHashSet<>();
        for (Chart<?, ?> chart : plot.panels()) {
            add(words, chart.getTitle());
            chart.getSeriesCollection().forEach(s -> categories(s).forEach(c -> words.add(c.toString())));
            if (chart instanceof AxesChart<?, ?> axes) {
                add(words, axes.getXAxisTitle());
                add(words, axes.getYAxisTitle());
                listen(axes.getStyler(), words);
            }
        }
        return words;
    }

    private static void add(Set<String> words, @Nullable String word) {
        if (word != null) {
            words.add(word);
        }
    }

    private static Stream<?> categories(Series series) {
        Collection<?> across = List.of();
        Collection<?> down = List.of();
        if (series instanceof AxesChartSeriesCategory columns) {
            across = columns.getXData();
        } else if (series instanceof HorizontalBarSeries bars) {
            down = bars.getYData();
        } else if (series instanceof HeatMapSeries map) {
            across = map.getXData();
            down = map.getYData();
        }
        return Stream.concat(across.stream(), down.stream());
    }

    private static void listen(AxesChartStyler styler, Set<String> words) {
        styler.setXAxisTickLabelsFormattingFunction(heard(styler.getXAxisTickLabelsFormattingFunction(), words));
        styler.setYAxisTickLabelsFormattingFunction(heard(styler.getYAxisTickLabelsFormattingFunction(), words));
    }

    /** XChart has no other place where the labels it will write could be learnt. */
    private static @Nullable Function<Double, String> heard(
            @Nullable Function<Double, String> labels, Set<String> words) {
        return labels == null ? null : new Heard(labels instanceof Heard h ? h.labels : labels, words);
    }

    private record Heard(Function<Double, String> labels, Set<String> words) implements Function<Double, String> {
        @Override
        public String apply(Double value) {
            String label = labels.apply(value);
            words.add(label);
            return label;
        }
    }
}
