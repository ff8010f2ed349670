package dev.fettle.report.chart;

import dev.fettle.report.view.Wording;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import org.knowm.xchart.XYChart;

/** Labels of number axes, told to the lettering as they are made. */
final class Ticks {
    private Ticks() {}

    /** Whole trial numbers below, scores on the left. */
    static void numbers(XYChart chart, Set<String> words) {
        chart.setCustomXAxisTickLabelsFormatter(
                v -> noted(v == Math.rint(v) ? Long.toString(v.longValue()) : " ", words));
        chart.setCustomYAxisTickLabelsFormatter(v -> noted(label(v), words));
    }

    static String label(double value) {
        if (Math.abs(value) < 1e-12) {
            return "0";
        }
        String plain = new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
        return plain.length() <= 8 ? plain : Wording.value(value);
    }

    static String noted(String label, Set<String> words) {
        words.add(label);
        return label;
    }
}
