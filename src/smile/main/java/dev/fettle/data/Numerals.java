package dev.fettle.data;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether a column of words is meant as numbers. Digits behind a leading zero, such as 01067, are a code and no number. Blanks
 * around a word do not count. Immutable as long as nobody writes into the column's array, for any thread.
 */
final class Numerals {
    /** A column that is meant as numbers has so large a share of them. */
    private static final double MOST = 0.9;

    /** With few words of another kind so large a share is enough. */
    private static final double HALF = 0.5;

    private static final int FEW_WORDS = 3;

    /** So few different numerals may be the names of levels: 0, 1, 2 and 3+. */
    private static final int LEVELS = 10;

    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(?:(?:0|[1-9]\\d*)(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern CODE = Pattern.compile("0\\d+");
    private static final Set<String> MARKS = Set.of(
            "", "?", "-", "--", ".", "*", "na", "n/a", "n.a.", "nan", "none", "null", "nil", "missing", "unknown");

    private final Feature.Levels column;
    private final List<String> labels;
    private final int[] rows;
    private final Style style;

    private static final Pattern UNIT = Pattern.compile("[%$€£¥]|[A-Z]{3}");

    /** How numbers are written. */
    enum Style {
        /** 1,234.5 */
        POINT(",' ", '.'),
        /** 1.234,5 */
        COMMA(".' ", ',');

        private final Pattern form;
        private final char mark;

        Style(String groups, char mark) {
            this.form = Pattern.compile("(?:[+-]?(?:[$€£¥]\\s?)?|[$€£¥]\\s?[+-])(?:[1-9]\\d{0,2}(?:[" + groups
                    + "]\\d{3})+|\\d+)(?:[" + mark + "]\\d*)?\\s?(?:[%$€£¥]|EUR|USD|GBP|CHF)?");
            this.mark = mark;
        }

        boolean isNumber(String word) {
            return form.matcher(word).matches()
                    || (this == POINT && PLAIN.matcher(word).matches());
        }

        double read(String word) {
            if (!isNumber(word)) {
                return Double.NaN;
            }
            return this == POINT && PLAIN.matcher(word).matches()
                    ? Double.parseDouble(word)
                    : Double.parseDouble(
                            word.replaceAll("[^0-9+" + mark + "-]", "").replace(mark, '.'));
        }
    }

    private Numerals(Feature.Levels column) {
        this.column = column;
        this.labels = column.labels().stream().map(String::strip).toList();
        this.rows = new int[labels.size()];
        IntStream.of(column.codes()).filter(c -> c >= 0).forEach(c -> rows[c]++);
        this.style = rows(Style.POINT::isNumber) >= rows(Style.COMMA::isNumber) ? Style.POINT : Style.COMMA;
    }

    static Numerals of(Feature.Levels column) {
        return new Numerals(column);
    }

    /** The labels that occur and are of a kind. */
    private IntStream which(Predicate<String> kind) {
        return IntStream.range(0, rows.length).filter(k -> rows[k] > 0 && kind.test(labels.get(k)));
    }

    private int rows(Predicate<String> kind) {
        return which(kind).map(k -> rows[k]).sum();
    }

    private static boolean isPlain(String word) {
        return PLAIN.matcher(word).matches();
    }

    private static boolean isCode(String word) {
        return CODE.matcher(word).matches();
    }

    private boolean isWord(String word) {
        return !style.isNumber(word);
    }

    /** Whether there is a word, and all are numbers as Java writes them. */
    boolean arePlain() {
        return rows(word -> true) > 0 && rows(Numerals::isPlain) == rows(word -> true);
    }

    /** Whether they are meant as numbers, and some have signs, units or groups of digits, or are words. */
    boolean areMeant() {
        int present = rows(word -> true);
        int numbers = rows(style::isNumber);
        if (numbers == 0 || arePlain() || which(Numerals::isCode).findAny().isPresent()) {
            return false;
        }
        boolean marked =
                which(this::isWord).allMatch(k -> MARKS.contains(labels.get(k).toLowerCase(Locale.ROOT)));
        boolean many = which(style::isNumber).count() > LEVELS
                && (numbers >= MOST * present || which(this::isWord).count() <= FEW_WORDS);
        return numbers >= HALF * present && (marked || many);
    }

    /** In which ways all words can be read as numbers without units; none if there is no word. */
    Set<Style> styles() {
        int present = rows(word -> true);
        Set<Style> styles = EnumSet.noneOf(Style.class);
        if (present > 0 && which(Numerals::isCode).findAny().isEmpty()) {
            for (Style way : Style.values()) {
                if (rows(word -> way.isNumber(word) && !UNIT.matcher(word).find()) == present) {
                    styles.add(way);
                }
            }
        }
        return styles;
    }

    /** What of it is no plain number: {@code price holds words: 'on request' in row 41, 1 of 90}. */
    String strange() {
        boolean words = which(this::isWord).findAny().isPresent();
        BitSet strange = new BitSet();
        which(words ? this::isWord : word -> !isPlain(word)).forEach(strange::set);
        int[] where = IntStream.range(0, column.size())
                .filter(r -> !column.isMissing(r) && strange.get(column.codes()[r]))
                .toArray();
        String first = column.labels().get(column.codes()[where[0]]);
        return column.name() + " holds " + (words ? "words: '" : "numbers such as '") + first + "' in row "
                + (where[0] + 1) + ", " + where.length + " of " + column.size()
                + (styles().size() > 1 ? eitherWay(first.strip()) : "");
    }

    private static String eitherWay(String word) {
        double point = Style.POINT.read(word);
        double comma = Style.COMMA.read(word);
        return point == comma
                ? ""
                : ", which could be " + plain(comma) + " or " + plain(point) + " and is taken for " + plain(point);
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** {@code [n]} the numbers, NaN where there is none. */
    double[] values() {
        return values(style);
    }

    /** The same as they are written. */
    double[] values(Style written) {
        List<Double> byLabel = labels.stream().map(written::read).toList();
        return IntStream.of(column.codes())
                .mapToDouble(c -> c < 0 ? Double.NaN : byLabel.get(c))
                .toArray();
    }
}
