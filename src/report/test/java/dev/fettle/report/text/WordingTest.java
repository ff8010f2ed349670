package dev.fettle.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "123456.7, 123457",
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
        "0.0123456, 0.01235",
        "123456.0, 123500.0"
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

    @Test
    void aTypedValueKeepsAllDigitsAndItsQuotes() {
        assertThat(Wording.typed(0.0123456789)).isEqualTo("0.0123456789");
        assertThat(Wording.typed(1e-5)).isEqualTo("1e-05");
        assertThat(Wording.typed("two words")).isEqualTo("\"two words\"");
        assertThat(Wording.typed(List.of(0.5, 2.0))).isEqualTo("(0.5, 2.0)");
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12 ms",
        "4100, 4.1 s",
        "59949, 59.9 s",
        "59960, 1 min 00 s",
        "125000, 2 min 05 s",
        "11520000, 3 h 12 min"
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
}
