package dev.fettle.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Large amounts in few digits; the same in every locale. Stateless, for any thread.
 *
 * <pre>{@code
 * String sentence = Rough.count(1L << 30) + " trials keep about " + Rough.bytes(4.8e11) + ".";
 * }</pre>
 */
public final class Rough {
    private static final long MILLION = 1_000_000;
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final List<String> UNITS = List.of("MB", "GB", "TB", "PB", "EB");

    private Rough() {}

    /** {@code 72}, {@code 1.07·10⁹}: three digits from a million on. */
    public static String count(long n) {
        if (n < MILLION) {
            return Long.toString(n);
        }
        BigDecimal rounded = new BigDecimal(n).round(new MathContext(3, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String raised = Integer.toString(exponent)
                .chars()
                .mapToObj(digit -> String.valueOf(RAISED.charAt(digit - '0')))
                .collect(Collectors.joining());
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "·10" + raised;
    }

    /** {@code 480 MB}, {@code 4.2 GB}: two digits, in powers of a thousand; at least a megabyte. */
    public static String bytes(double bytes) {
        int unit = 0;
        double size = Math.max(1, bytes / MILLION);
        while (size >= 999.5 && unit < UNITS.size() - 1) {
            size /= 1000;
            unit++;
        }
        BigDecimal two = new BigDecimal(size).round(new MathContext(2, RoundingMode.HALF_EVEN));
        return two.stripTrailingZeros().toPlainString() + " " + UNITS.get(unit);
    }
}
