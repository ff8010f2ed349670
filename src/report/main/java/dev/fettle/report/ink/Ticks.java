package dev.fettle.report.ink;

import dev.fettle.report.text.Wording;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** Number axes in the house style. All bounds are finite; {@code low <= high}. For one thread at a time, as charts are. */
public final class Ticks {
    /** About so many ticks stand on an axis. */
    private static final double TICKS = 8;

    private static final int DIGITS = 12;

    /** An axis longer than this has ticks and margins that no double can hold. */
    private static final double LONGEST = 1e307;

    private Ticks() {}

    /**
     * Numbers below, with a little room at both ends.
     *
     * @throws IllegalArgumentException if one is beyond ±1e307, too large to be drawn
     */
    public static void numbers(AxesChart<?, ?> chart, double low, double high) {
        double range = range(low, high);
        chart.getStyler().setXAxisTickMarkSpacingHint(60);
        chart.getStyler().setXAxisMin(low - range / 30).setXAxisMax(high + range / 30);
        int decimals = decimals(range);
        chart.setCustomXAxisTickLabelsFormatter(v -> label(v, decimals));
    }

    /**
     * The length of an axis; that of one number alone is a tenth of it.
     *
     * @throws IllegalArgumentException if one is beyond ±1e307, too large to be drawn
     */
    public static double range(double low, double high) {
        if (!(low >= -LONGEST && high <= LONGEST)) {
            throw new IllegalArgumentException("Numbers from " + Wording.score(low) + " to " + Wording.score(high)
                    + " are too large to be drawn; table() has them.");
        }
        return high > low ? high - low : Math.max(1e-9, Math.abs(high) / 10);
    }

    private static int decimals(double range) {
        return (int) Math.ceil(-Math.log10(range / TICKS));
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
}
