package dev.fettle.report.axis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they stand at an axis: {@code 0.25}, {@code 3·10⁻⁴}, {@code 10⁶}. Stateless, for any thread. */
final class Label {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int DIGITS = 4;

    /** Numbers outside this range of exponents are written as a multiple of a power of ten. */
    private static final int SMALLEST = -3;

    private static final int LARGEST = 5;

    private Label() {}

    /** With at most four significant digits. */
    static String of(double number) {
        BigDecimal rounded = new BigDecimal(number)
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        return of(rounded, plain(rounded));
    }

    /** Whether a number is better written without a power of ten. */
    static boolean plain(BigDecimal number) {
        int exponent = exponent(number.stripTrailingZeros());
        return number.signum() == 0 || (exponent >= SMALLEST && exponent <= LARGEST);
    }

    /** All digits, {@code 0.25}, or all that matter before a power of ten, {@code 10⁻⁴} or {@code 3·10⁻⁴}. */
    static String of(BigDecimal exact, boolean plain) {
        if (exact.signum() == 0) {
            return "0";
        }
        if (plain) {
            return exact.setScale(Math.max(0, exact.scale())).toPlainString();
        }
        BigDecimal bare = exact.stripTrailingZeros();
        int exponent = exponent(bare);
        String factor = bare.movePointLeft(exponent).toPlainString();
        StringBuilder label =
                new StringBuilder(factor.replaceFirst("^(-?)1$", "$1")).append(factor.matches("-?1") ? "10" : "·10");
        for (char c : Integer.toString(exponent).toCharArray()) {
            label.append(c == '-' ? '⁻' : RAISED.charAt(c - '0'));
        }
        return label.toString();
    }

    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }
}
