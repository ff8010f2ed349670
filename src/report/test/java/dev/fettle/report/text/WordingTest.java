package dev.fettle.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "0.98333333, 0.9833",
        "1, 1.000",
        "0.99996, 1.000",
        "0, 0",
        "-0.5, -0.5000",
        "12.3456, 12.35",
        "1234.5678, 1235",
        "9999.4, 9999",
        "9999.6, 10000",
        "12345.5, 12346",
        "123456.7, 123457",
        "9999499, 9999499",
        "9999500, 1.000e+07",
        "1e7, 1.000e+07",
        "-123456.7, -123457",
        "0.0001, 0.0001000",
        "0.00009, 9.000e-05",
        "1.23456e-5, 1.235e-05",
        "9.9999e-5, 0.0001000",
        "1.23456e9, 1.235e+09",
        "NaN, –",
        "Infinity, ∞",
        "-Infinity, -∞"
    })
    void aScoreHasFourSignificantDigits(double score, String shown) {
        assertThat(Wording.score(score)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "1.5e-7, 1.5e-07",
        "1, 1.0",
        "0.1, 0.1",
        "1e16, 1e+16",
        "0, 0.0",
        "0.30000000000000004, 0.3",
        "0.7999999999999999, 0.8",
        "0.0123456, 0.01234…",
        "-0.0123456, -0.01234…",
        "0.0123999999, 0.01239…",
        "0.30004, 0.3000…",
        "1234.5, 1234.5",
        "1234.56, 1234.5…",
        "12.3456, 12.34…",
        "9999.96, 9999.9…",
        "1.55912e-6, 1.559…e-06",
        "9.99999e-5, 9.999…e-05",
        "-0.0, 0.0",
        "100.0, 100.0",
        "1e15, 1000000000000000.0",
        "-1e-12, -1e-12",
        "1e100, 1e+100",
        "123456.0, 123456.0",
        "12345678.9, 12345678.9",
        "-408038926, -408038926.0",
        "123456.789, 123456.7…",
        "-123456.789, -123456.7…",
        "9007199254740993, 9007199254740992.0",
        "1.2345678e16, 1.234…e+16"
    })
    void aDecimalIsWrittenAsPythonWritesIt(double value, String shown) {
        assertThat(Wording.value(value)).isEqualTo(shown);
    }

    @Test
    void valuesAreWrittenAsTheUserTypedThem() {
        assertThat(Wording.value(List.of(100, 50))).isEqualTo("(100, 50)");
        assertThat(Wording.value(List.of(100))).isEqualTo("(100)");
        assertThat(Wording.value("two words")).isEqualTo("two words");
        assertThat(Wording.value(null)).isEqualTo("–");
        assertThat(Wording.value(true)).isEqualTo("true");
        assertThat(Wording.value(Double.NaN)).isEqualTo("–");
        assertThat(Wording.value(Double.NEGATIVE_INFINITY)).isEqualTo("-∞");
        assertThat(Wording.value(123456)).isEqualTo("123456");
    }

    /** What is not marked as shortened is read again as the point that was run, but for rounding. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noValueHasAFalseDigit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.scalb(random.nextDouble() - 0.5, random.nextInt(120) - 60);
            double rounded = new BigDecimal(value)
                    .round(new MathContext(1 + random.nextInt(17)))
                    .doubleValue();
            String shown = Wording.value(rounded);
            if (Wording.shortens(rounded)) {
                String exact = new BigDecimal(Double.toString(rounded))
                                .stripTrailingZeros()
                                .unscaledValue() + "";
                assertThat(exact)
                        .startsWith(
                                shown.replaceFirst("….*", "").replace(".", "").replaceFirst("^(-?)0+", "$1"));
            } else {
                assertThat(Double.parseDouble(shown)).isCloseTo(rounded, within(Math.abs(rounded) * 2e-15));
            }
        }
    }

    @Test
    void anArrayInATableIsShortenedAsItsElementsAre() {
        assertThat(Wording.array("(0.123456789, -2.0, 1.23456e-05)")).isEqualTo("(0.1234…, -2.0, 1.234…e-05)");
        assertThat(Wording.array("((1.0, 0.333333), (100, 12345678901))"))
                .isEqualTo("((1.0, 0.3333…), (100, 12345678901))");
        assertThat(Wording.array("(tanh 0.123456789)")).isEqualTo("(tanh 0.123456789)");
        assertThat(Wording.array("0.123456789")).isEqualTo("0.123456789");
    }

    @Test
    void aPointIsAssignedWithAllItsDigits() {
        Point point = Point.of(List.of("w", "n", "kind"), List.of(List.of(0.123456789, 2.0), 3, "two words"));
        assertThat(Wording.assigned(point)).isEqualTo("w = (0.123456789, 2.0), n = 3, kind = \"two words\"");
        assertThat(Wording.shortens(point)).isTrue();
        assertThat(Wording.shortens(Point.of(List.of("w"), List.of(List.of(0.5, 2.0)))))
                .isFalse();
    }

    @Test
    void ofMoreThanSixValuesTheOthersAreCounted() {
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        Point point = Point.of(names, List.of(1, 0.123456, true, "x y", List.of(1, 2), 6, 7, 8));
        assertThat(Wording.values(point.entries())).isEqualTo("a 1, b 0.1234…, c true, d x y, e (1, 2), f 6, … 2 more");
        assertThat(Wording.equations(point))
                .isEqualTo("a = 1, b = 0.1234…, c = true, d = x y, e = (1, 2), f = 6, … 2 more");
    }

    @Test
    void aTypedValueKeepsAllDigitsAndItsQuotes() {
        assertThat(Wording.typed(0.0123456789)).isEqualTo("0.0123456789");
        assertThat(Wording.typed(1e-5)).isEqualTo("1e-05");
        assertThat(Wording.typed("two words")).isEqualTo("\"two words\"");
        assertThat(Wording.typed(List.of(0.5, 2.0))).isEqualTo("(0.5, 2.0)");
    }

    @ParameterizedTest
    @CsvSource({
        "0, < 1 ms",
        "1, 1 ms",
        "12, 12 ms",
        "99, 99 ms",
        "100, 0.1 s",
        "4100, 4.1 s",
        "59949, 59.9 s",
        "59950, 1 min 00 s",
        "59960, 1 min 00 s",
        "60499, 1 min 00 s",
        "60500, 1 min 01 s",
        "600000, 10 min 00 s",
        "3599499, 59 min 59 s",
        "3599500, 1 h 00 min",
        "3661000, 1 h 01 min",
        "125000, 2 min 05 s",
        "130000, 2 min 10 s",
        "4200000, 1 h 10 min",
        "11520000, 3 h 12 min",
        "11579000, 3 h 12 min",
        "360000000, 100 h 00 min"
    })
    void timesAreShort(long millis, String shown) {
        assertThat(Wording.time(Duration.ofMillis(millis))).isEqualTo(shown);
    }

    @Test
    void theLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Wording.scoreWithError(0.98333, 0.0149)).isEqualTo("0.9833 ± 0.015");
            assertThat(Wording.time(Duration.ofMillis(4100))).isEqualTo("4.1 s");
            assertThat(Wording.value(1e-5)).isEqualTo("1e-05");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aScoreWithoutErrorStandsAlone() {
        assertThat(Wording.scoreWithError(0.5, Double.NaN)).isEqualTo("0.5000");
    }

    @Test
    void foreignTextStaysOnOneLine() {
        assertThat(Wording.line("a\n b\tc\u202E d", 99)).isEqualTo("a b c d");
        assertThat(Wording.line("\uD83D\uDE00".repeat(9), 4)).isEqualTo("\uD83D\uDE00".repeat(3) + "…");
        assertThat(Wording.line("x\uD83D", 4)).isEqualTo("x\uFFFD");
        assertThat(Wording.line("می\u200Cخواهم", 20)).isEqualTo("می\u200Cخواهم");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0149, 0.015",
        "0.0152, 0.015",
        "0.1, 0.10",
        "2, 2.0",
        "12.4, 12",
        "0, 0",
        "0.00001, 1.0e-05",
        "123.4, 123"
    })
    void anErrorHasTwoSignificantDigits(double error, String shown) {
        assertThat(Wording.error(error)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 points", "1, 1 point", "2, 2 points", "-1, -1 points"})
    void onlyOneIsSingular(long n, String shown) {
        assertThat(Wording.count(n, "point")).isEqualTo(shown);
    }

    @Test
    void aLineMayBeAsLongAsIsAllowedAndNoLonger() {
        assertThat(Wording.line("abcd", 4)).isEqualTo("abcd");
        assertThat(Wording.line("abcde", 4)).isEqualTo("abc…");
        assertThat(Wording.line("abcde", 1)).isEqualTo("…");
        assertThat(Wording.line("  a   b  ", 9)).isEqualTo("a b");
        assertThat(Wording.line("a\u2028b\u2029c\u0000d", 9)).isEqualTo("a b c d");
        assertThat(Wording.line(" ".repeat(15) + "x", 4)).isEqualTo("x");
        assertThat(Wording.line(" ".repeat(16) + "x", 4)).isEmpty();
        assertThat(Wording.line("a\u200Db", 9)).isEqualTo("a\u200Db");
    }

    @Test
    void aPointIsItsNamesAndValuesInTheOrderOfTheSpaceAndNeverLong() {
        SearchSpace space = SearchSpace.of(
                Choice.of("word", "b", "a"), Whole.between("n", 1, 9), Choice.of("list", List.of(1, 2), List.of(3)));
        assertThat(Wording.point(space, Point.of(Map.of("n", 3, "word", "a", "list", List.of(1, 2)))))
                .isEqualTo("word a, n 3, list (1, 2)");
        assertThat(Wording.point(space, Point.of(Map.of("n", 3)))).isEqualTo("n 3");
        SearchSpace wordy = SearchSpace.of(Choice.of("word", "x".repeat(400), "y".repeat(300)));
        assertThat(Wording.point(wordy, Point.of(Map.of("word", "x".repeat(400)))))
                .isEqualTo("word " + "x".repeat(294) + "…");
        assertThat(Wording.point(wordy, Point.of(Map.of("word", "y".repeat(300)))))
                .isEqualTo("word " + "y".repeat(294) + "…");
    }

    @Test
    void ofManyParametersTheFirstSixAreNamedAndTheOthersCounted() {
        List<Whole> many = IntStream.range(0, 8)
                .mapToObj(i -> Whole.between("n" + i, 1, 9))
                .toList();
        Map<String, Integer> values = many.stream().collect(Collectors.toMap(Whole::name, p -> 5));
        assertThat(Wording.point(new SearchSpace(many, List.of()), Point.of(values)))
                .isEqualTo("n0 5, n1 5, n2 5, n3 5, n4 5, n5 5, … 2 more");
    }

    @Test
    void whatIsTypedMeansTheSameAgain() {
        assertThat(Wording.typed(3)).isEqualTo("3");
        assertThat(Wording.typed(true)).isEqualTo("true");
        assertThat(Wording.typed("word")).isEqualTo("word");
        assertThat(Wording.typed(123456.789)).isEqualTo("123456.789");
        assertThat(Wording.typed(2.0)).isEqualTo("2.0");
        assertThat(Wording.typed(List.of("a b", 1))).isEqualTo("(\"a b\", 1)");
    }
}
