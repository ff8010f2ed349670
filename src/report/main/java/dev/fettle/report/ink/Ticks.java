package dev.fettle.report.ink;

import dev.fettle.report.text.Wording;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Set;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** Number axes; their labels are told to the lettering as they are made. */
public final class Ticks {
    /** About so many ticks stand on an axis. */
    private static final double TICKS = 8;

    private static final int DIGITS = 12;

    private Ticks() {}

    /** Whole numbers below. */
    public static void whole(AxesChart<?, ?> chart, Set<String> words) {
        chart.getStyler().setXAxisTickMarkSpacingHint(60);
        chart.setCustomXAxisTickLabelsFormatter(
                v -> noted(v == Math.rint(v) ? Long.toString(v.longValue()) : " ", words));
    }

    /** Numbers below, with a little room at both ends. */
    public static void numbers(AxesChart<?, ?> chart, double low, double high, Set<String> words) {
        double range = high > low ? high - low : Math.max(1e-9, Math.abs(high) / 10);
        chart.getStyler().setXAxisTickMarkSpacingHint(60);
        chart.getStyler().setXAxisMin(low - range / 30).setXAxisMax(high + range / 30);
        int decimals = (int) Math.ceil(-Math.log10(range / TICKS));
        chart.setCustomXAxisTickLabelsFormatter(v -> noted(label(v, decimals), words));
    }

    /** Equal ratios below; the axis runs over the exponents of ten. */
    public static void powers(AxesChart<?, ?> chart, double low, double high, Set<String> words) {
        double from = Math.log10(low);
        double to = Math.log10(high);
        chart.getStyler().setXAxisTickMarkSpacingHint(90);
        chart.getStyler().setXAxisMin(from - (to - from) / 30).setXAxisMax(to + (to - from) / 30);
        chart.setCustomXAxisTickLabelsFormatter(v -> noted(Wording.value(power(v)), words));
    }

    private static double power(double exponent) {
        return exponent == Math.rint(exponent) ? Double.parseDouble("1e" + (long) exponent) : Math.pow(10, exponent);
    }

    /** Scores from {@code low} to {@code high} on the left, with a little room above and below. */
    public static void scores(AxesChart<?, ?> chart, double low, double high, Set<String> words) {
        double range = high > low ? high - low : Math.max(1e-9, Math.abs(high) / 10);
        chart.getStyler().setYAxisMin(low - range / 16).setYAxisMax(high + range / 16);
        // One value alone has its ticks at half steps.
        int decimals = (int) Math.ceil(-Math.log10(range / TICKS)) + (high > low ? 0 : 1);
        chart.setCustomYAxisTickLabelsFormatter(v -> noted(label(v, decimals), words));
    }

    /** As many digits as tell neighbours apart, but no more than {@value #DIGITS}: XChart never ends on long labels. */
    static String label(double value, int decimals) {
        BigDecimal exact = new BigDecimal(value).round(new MathContext(DIGITS));
        // XChart gives up on equal labels; behind an e one digit more costs nothing, as zeros at the end are left out.
        BigDecimal finer = exact.setScale(Math.min(decimals, exact.scale() - 1) + 1, RoundingMode.HALF_EVEN);
        if (finer.signum() == 0) {
            return "0";
        }
        int exponent = finer.precision() - finer.scale() - 1;
        if (exponent >= -4 && exponent < DIGITS) {
            return exact.setScale(Math.max(0, Math.min(decimals, DIGITS)), RoundingMode.HALF_EVEN)
                    .toPlainString();
        }
        return finer.stripTrailingZeros().movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    private static String noted(String label, Set<String> words) {
        words.add(label);
        return label;
    }
}
