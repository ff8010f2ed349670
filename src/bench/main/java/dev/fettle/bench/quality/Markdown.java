package dev.fettle.bench.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Tables and numbers as the peers' report prints them. */
final class Markdown {
    private Markdown() {}

    static String table(List<String> head, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        text.append(line(head)).append("|").append("---|".repeat(head.size())).append("\n");
        rows.forEach(row -> text.append(line(row)));
        return text.append("\n").toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** With so many significant digits, in the shorter of the two notations. */
    static String number(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        BigDecimal cut = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = cut.precision() - cut.scale() - 1;
        if (exponent >= -5 && exponent <= 6) {
            return cut.toPlainString();
        }
        return cut.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
