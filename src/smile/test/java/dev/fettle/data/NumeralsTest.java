package dev.fettle.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words are meant as numbers. */
class NumeralsTest {
    private static Numerals of(List<? extends @Nullable String> words) {
        return Numerals.of(Columns.levels("c", words));
    }

    private static Numerals of(@Nullable String... words) {
        return of(Arrays.asList(words));
    }

    /** Numbers from 1.5 on, and words behind them. */
    private static List<@Nullable String> numbers(int count, @Nullable String... words) {
        List<@Nullable String> all = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> all.add(i + 1 + ".5"));
        all.addAll(Arrays.asList(words));
        return all;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5           | 1.5",
                "-2            | -2",
                "+.5e-3        | 0.0005",
                "0             | 0",
                "$1,234        | 1234",
                "$-5           | -5",
                "0,500         | 0.5",
                "-$1,234.5     | -1234.5",
                "1,234,567     | 1234567",
                "12 %          | 12",
                "3.5 EUR       | 3.5",
                "1 234         | 1234",
                "1.234,5       | 1234.5",
                "1.234,5 €     | 1234.5",
                "0,5           | 0.5",
                "-1.234.567,89 | -1234567.89"
            })
    void aNumberIsReadAsItIsWritten(String word, double value) {
        assertThat(of(word).values()).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc",
                "1-2",
                "12:30",
                "2024-01-02",
                "1.2.3",
                "3+",
                "1/2",
                "5 doors",
                "NaN",
                "0x10",
                "1,23,4",
                "+-5",
                "--5",
                "-$-5"
            })
    void whatIsNoNumberIsMissing(String word) {
        assertThat(of(word).values()).containsExactly(Double.NaN);
        assertThat(of(word).arePlain()).isFalse();
        assertThat(of(word).areMeant()).isFalse();
    }

    /** 1.234 would be a little more than one where nothing else is known. */
    @Test
    void howAColumnIsWrittenIsDecidedByAllOfIt() {
        assertThat(of("1.234,5", "1.234", "0,5").values()).containsExactly(1234.5, 1234, 0.5);
        assertThat(of("1,234.5", "1.234", "1,234").values()).containsExactly(1234.5, 1.234, 1234);
    }

    @Test
    void plainNumbersAreNothingStrange() {
        assertThat(of("1", "2.5", null).arePlain()).isTrue();
        assertThat(of("1", "2.5", null).areMeant()).isFalse();
        assertThat(of("1", "$2").arePlain()).isFalse();
        assertThat(of("1", "$2").areMeant()).isTrue();
        assertThat(of(Collections.nCopies(2, (String) null)).arePlain()).isFalse();
        assertThat(of(Collections.nCopies(2, (String) null)).areMeant()).isFalse();
    }

    @Test
    void aFewWordsAmongManyNumbersAreStrangeAndManyAreWords() {
        assertThat(of(numbers(11, "on request")).areMeant()).isTrue();
        assertThat(of(numbers(11, "a", "b", "c", "d")).areMeant()).isFalse();
        assertThat(of(numbers(90, "a", "b", "c", "d")).areMeant()).isTrue();
        assertThat(of(numbers(20, "x", "x", "x", "x", "x", "x", "x", "x", "x")).areMeant())
                .as("one word in nine rows")
                .isTrue();
        assertThat(of(numbers(10, "x")).areMeant())
                .as("ten levels and one more")
                .isFalse();
    }

    @Test
    void levelsThatBeginWithDigitsAreWords() {
        assertThat(of("0", "1", "2", "3+", "0", "1").areMeant()).isFalse();
        assertThat(of("4", "5", "unknown", "4").areMeant())
                .as("a mark for what is missing is no level")
                .isTrue();
        assertThat(of("?", "?", "NA", "1").areMeant())
                .as("more marks than numbers")
                .isFalse();
        assertThat(of(numbers(30, "01067")).areMeant()).as("codes").isFalse();
    }

    @Test
    void aWordOfBlanksIsMissingAndShownAsItIs() {
        assertThat(of("1", "2", " ", "4").areMeant()).isTrue();
        assertThat(of("1", "2", " ", "4").strange()).isEqualTo("c holds words: ' ' in row 3, 1 of 4");
    }

    @Test
    void whatIsStrangeIsToldWithItsPlaceAndCount() {
        assertThat(of(numbers(20, "?", null, "?", "n/a")).strange()).isEqualTo("c holds words: '?' in row 21, 3 of 24");
        assertThat(of("1", "$2", "$3").strange()).isEqualTo("c holds numbers such as '$2' in row 2, 2 of 3");
    }
}
