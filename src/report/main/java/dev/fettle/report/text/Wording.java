package dev.fettle.report.text;

import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.word.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How numbers, values and counts are written wherever a user reads them; the same in every locale. Stateless, for any thread.
 *
 * <pre>{@code
 * String sentence = "Best " + Wording.scoreWithError(0.98333, 0.0152) + " after " + Wording.time(Duration.ofSeconds(125));
 * String typed = "default " + Wording.typed("no number");
 * }</pre>
 */
public final class Wording {
    /** What stands for a value that is not there. */
    public static final String NONE = "–";

    private static final int NAMED = 6;

    private static final int DIGITS = 4;
    /** From here on numbers are written with an exponent. */
    private static final double PLAIN = 1e16;
    /** Sums and steps of doubles miss the number that was meant by so much of it: 0.30000000000000004. */
    private static final BigDecimal ROUNDING = new BigDecimal("1e-15");
    /** A decimal as {@link #typed} writes it. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(?:\\.[0-9]+(?:e[-+][0-9]+)?|e[-+][0-9]+)");

    private static final Pattern ARRAY = Pattern.compile("\\([-+0-9.e(), ]*\\)");
    /** Arrays of many numbers tell nobody anything. */
    private static final int LONG = 300;

    private static final int WORD = 60;

    private Wording() {}

    /**
     * Four significant digits with their zeros: {@code 0.9833}, {@code 1.000}, {@code 1.235e-05}; from 10 000 to below 10^7 the
     * nearest whole number. 0 is {@code 0}, NaN {@code –}, infinity {@code ∞} or {@code -∞}.
     */
    public static String score(double score) {
        return significant(score, DIGITS);
    }

    /** A standard error with two significant digits: {@code 0.015}; else as {@link #score}. */
    public static String error(double error) {
        return significant(error, 2);
    }

    /** {@code 0.9833 ± 0.015}, or the score alone where the error is NaN. */
    public static String scoreWithError(double score, double error) {
        return Double.isNaN(error) ? score(score) : score(score) + " ± " + error(error);
    }

    /**
     * A value for reading; an array in brackets. Of decimals the whole part has all its digits, and there are at least four
     * significant ones; where there are more, {@code …} stands for them, and what stands before it is as it is in the value, not
     * rounded: {@code 0.25}, {@code 0.002543…}, {@code 1.559…e-06}, {@code 12345678.9}. Null, which is inactive, and NaN are
     * {@code –}.
     */
    public static String value(@Nullable Object value) {
        if (value == null) {
            return NONE;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Wording::value).collect(Collectors.joining(", ", "(", ")"));
        }
        if (!(value instanceof Double d)) {
            return value.toString();
        }
        return Double.isFinite(d) ? shortened(d) : score(d);
    }

    /** A finite number that only says about where something lies, as a label does: rounded to four significant digits. */
    public static String about(double number) {
        return decimal(new BigDecimal(number).round(new MathContext(DIGITS)), number);
    }

    /** Whether {@link #value} leaves digits out. */
    public static boolean shortens(Object value) {
        return value instanceof List<?> list
                ? list.stream().anyMatch(Wording::shortens)
                : value instanceof Double d && Double.isFinite(d) && !digits(d).whole();
    }

    /** Text that is an array of numbers, as {@link #typed} writes it, as {@link #value} would; any other as it is. */
    public static String array(String text) {
        return ARRAY.matcher(text).matches()
                ? DECIMAL.matcher(text)
                        .replaceAll(number -> Matcher.quoteReplacement(value(Double.valueOf(number.group()))))
                : text;
    }

    /**
     * The digits of a number that are shown.
     *
     * @param whole whether they are all, but for what a computation of doubles may be off by
     */
    private record Digits(BigDecimal shown, boolean whole) {}

    private static Digits digits(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value));
        int most = Math.abs(value) < PLAIN ? Math.max(DIGITS, exponent(exact) + 2) : DIGITS;
        BigDecimal near = exact.round(new MathContext(most, RoundingMode.HALF_EVEN));
        boolean whole = near.subtract(exact).abs().compareTo(exact.abs().multiply(ROUNDING)) <= 0;
        return new Digits(whole ? near : exact.round(new MathContext(most, RoundingMode.DOWN)), whole);
    }

    private static String shortened(double value) {
        Digits digits = digits(value);
        if (digits.whole()) {
            return decimal(digits.shown(), value);
        }
        int exponent = exponent(digits.shown());
        if (exponent >= -4 && exponent < 16) {
            return digits.shown().toPlainString() + "…";
        }
        String[] parts = scientific(digits.shown(), exponent).split("e", 2);
        return parts[0] + "…e" + parts[1];
    }

    /** A value where it stands alone, as on an axis: on one line, at most 60 code points; nothing but blanks is quoted. */
    public static String label(Object value) {
        String word = line(value(value), WORD);
        return word.isEmpty() ? Words.of(value) : word;
    }

    /** A value as it must be typed in a cell to mean the same: all digits, quotes where they are needed. */
    public static String typed(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Wording::typed).collect(Collectors.joining(", ", "(", ")"));
        }
        return value instanceof Double d && Double.isFinite(d)
                ? decimal(new BigDecimal(Double.toString(d)), d)
                : Words.of(value);
    }

    /** A point with all digits, as behind {@code try} in a cell: {@code hidden = (100), alpha = 1e-05}. */
    public static String assigned(Point point) {
        return point.entries().entrySet().stream()
                .map(e -> e.getKey() + " = " + typed(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Whether {@link #point} leaves digits or parameters out. */
    public static boolean shortens(Point point) {
        return point.values().size() > NAMED || point.values().stream().anyMatch(Wording::shortens);
    }

    /**
     * A point in the order of the space, {@code hidden (100), activation tanh, alpha 0.0001}; inactive parameters are left out,
     * and of more than six the others counted. At most 300 code points, on one line.
     */
    public static String point(SearchSpace space, Point point) {
        return values(space.names().stream()
                .filter(point::has)
                .collect(Collectors.toMap(Function.identity(), point::value, (a, b) -> a, LinkedHashMap::new)));
    }

    /** Values by name in their order, as those of {@link #point}. */
    public static String values(Map<String, Object> values) {
        return shortened(values, " ");
    }

    /** The same as {@code n = 4, kind = a}, all that a point has. */
    public static String equations(Point point) {
        return shortened(point.entries(), " = ");
    }

    private static String shortened(Map<String, Object> values, String sign) {
        String shown = values.entrySet().stream()
                .limit(NAMED)
                .map(e -> e.getKey() + sign + value(e.getValue()))
                .collect(Collectors.joining(", "));
        return line(shown + (values.size() > NAMED ? ", … " + (values.size() - NAMED) + " more" : ""), LONG);
    }

    /** {@code < 1 ms}, {@code 12 ms} below 100 ms, {@code 4.1 s}, {@code 2 min 05 s}, from an hour on {@code 3 h 12 min} without the seconds. */
    public static String time(Duration time) {
        long millis = time.toMillis();
        if (millis < 100) {
            return millis < 1 ? "< 1 ms" : millis + " ms";
        }
        if (millis < 59_950) {
            return BigDecimal.valueOf(millis, 3).setScale(1, RoundingMode.HALF_EVEN) + " s";
        }
        long seconds = Math.round(millis / 1000.0);
        return seconds < 3600
                ? seconds / 60 + " min " + twoDigits(seconds % 60) + " s"
                : seconds / 3600 + " h " + twoDigits(seconds % 3600 / 60) + " min";
    }

    /** A time that need not be exact, in whole seconds, at least one: {@code 16 s}; from a minute on as {@link #time}. */
    public static String seconds(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        return seconds < 60 ? seconds + " s" : time(Duration.ofSeconds(seconds));
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    /**
     * Foreign text on one line: line ends, control and format characters but joiners become blanks, of which several in a row are
     * one; half surrogates become a replacement character. What is longer than {@code most} code points ends with "…".
     *
     * @param text of which the first {@code 4 · most} code points are looked at
     * @param most at least 1; the "…" counts
     */
    public static String line(String text, int most) {
        int[] letters =
                text.codePoints().limit(4L * most).map(Wording::harmless).toArray();
        String flat = new String(letters, 0, letters.length).strip().replaceAll(" {2,}", " ");
        int length = flat.codePointCount(0, flat.length());
        return length <= most ? flat : flat.substring(0, flat.offsetByCodePoints(0, most - 1)) + "…";
    }

    /**
     * Foreign text as it may be shown: control and format characters but joiners, line ends and tabs become blanks, and half
     * surrogates, and what is no letter at all, a replacement character, so that nothing turns the words around it or ends them early.
     */
    public static String harmless(String text) {
        if (text.codePoints().allMatch(letter -> letter == '\n' || letter == '\t' || harmless(letter) == letter)) {
            return text;
        }
        int[] letters = text.codePoints()
                .map(letter -> letter == '\n' || letter == '\t' ? letter : harmless(letter))
                .toArray();
        return new String(letters, 0, letters.length);
    }

    private static int harmless(int letter) {
        boolean joiner = letter == 0x200C || letter == 0x200D;
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT -> joiner ? letter : ' ';
            case Character.SURROGATE -> 0xFFFD;
            default -> (letter & 0xFFFE) == 0xFFFE ? 0xFFFD : letter;
        };
    }

    /** {@code 1 point}, {@code 72 points}; for nouns that take an s. */
    public static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private static String significant(double number, int digits) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? NONE : number > 0 ? "∞" : "-∞";
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        if (exponent < -4 || exponent > 6) {
            return scientific(rounded.setScale(digits - 1 - exponent, RoundingMode.HALF_EVEN), exponent);
        }
        BigDecimal shown = exponent >= digits ? new BigDecimal(number) : rounded;
        return shown.setScale(Math.max(0, digits - 1 - exponent), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** Decimals as Python and so scikit-learn write them: {@code 0.0001} but {@code 1e-05}; always with a point or an e. */
    private static String decimal(BigDecimal rounded, double exact) {
        if (exact == 0) {
            return "0.0";
        }
        BigDecimal bare = rounded.stripTrailingZeros();
        int exponent = exponent(bare);
        if (exponent < -4 || exponent >= 16) {
            return scientific(bare, exponent);
        }
        return bare.setScale(Math.max(1, bare.scale())).toPlainString();
    }

    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    private static String scientific(BigDecimal number, int exponent) {
        return number.movePointLeft(exponent).toPlainString()
                + (exponent < 0 ? "e-" : "e+")
                + twoDigits(Math.abs(exponent));
    }
}
