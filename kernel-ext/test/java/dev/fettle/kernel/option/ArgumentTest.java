package dev.fettle.kernel.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentTest {
    private static <T> T parse(Argument<T> argument, String text) {
        return argument.parser().parse("--o (" + text + ")", text);
    }

    private static void refuses(Argument<?> argument, String text, String legal) {
        assertThatThrownBy(() -> parse(argument, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--o (" + text + ") must be " + legal + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "90s, 90000",
        "90, 90000",
        "10m, 600000",
        "2h, 7200000",
        "1.5s, 1500",
        "0.5m, 30000",
        "500ms, 500",
        "0.25h, 900000",
        "1ms, 1",
        "0.6ms, 1",
        "0.5ms, 1",
        "1.4ms, 1"
    })
    void aTimeHasOneOfFourUnitsAndIsSecondsWithoutOne(String text, long millis) {
        assertThat(parse(Argument.time("T"), text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0s", "0.4ms", "-1s", "10 m", "1d", "m", "1.s", "1m30s", ""})
    void aTimeIsAboveZero(String text) {
        refuses(Argument.time("T"), text, "a time such as 90s, 10m or 2h");
    }

    @Test
    void aPositiveNumberHasItsMost() {
        Argument<Double> step = Argument.positive("S", 1);
        assertThat(parse(step, "1")).isEqualTo(1);
        assertThat(parse(step, "1e-9")).isEqualTo(1e-9);
        for (String text : List.of("0", "-0.1", "1.01", "NaN", "much")) {
            refuses(step, text, "a number above 0, and at most 1");
        }
    }

    @Test
    void aRemedyStandsBehindEachMessage() {
        Argument<Integer> count = Argument.count("K", 2).maybe("--k 3");
        assertThat(parse(count, "2")).isEqualTo(2);
        refuses(count, "1", "a whole number of at least 2. Maybe --k 3");
        refuses(count.optional(), "1", "a whole number of at least 2. Maybe --k 3");
    }

    @Test
    void aCountHasItsLeastAndTheLargestInt() {
        Argument<Integer> count = Argument.count("K", 2);
        assertThat(parse(count, "2")).isEqualTo(2);
        assertThat(parse(count, "2147483647")).isEqualTo(Integer.MAX_VALUE);
        assertThat(parse(count, "1e3")).isEqualTo(1000);
        assertThat(parse(count, "2.0")).isEqualTo(2);
        assertThat(parse(count, "10_000")).isEqualTo(10_000);
        for (String text : List.of("1", "-2", "2147483648", "2.5", "1e99999999999", "1e-1", "two", "")) {
            refuses(count, text, "a whole number of at least 2");
        }
    }

    @Test
    void aWholeNumberHasSixtyFourBits() {
        assertThat(parse(Argument.whole(), "-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(parse(Argument.whole(), "0")).isZero();
        refuses(Argument.whole(), "9223372036854775808", "a whole number");
        refuses(Argument.whole(), "1.5", "a whole number");
    }

    @Test
    void aNumberIsFinite() {
        assertThat(parse(Argument.real("X"), "-1e-3")).isEqualTo(-0.001);
        refuses(Argument.real("X"), "NaN", "a number");
        refuses(Argument.real("X"), "Infinity", "a number");
        refuses(Argument.real("X"), "1e999", "a number");
        refuses(Argument.real("X"), "one", "a number");
    }

    @Test
    void aShareHasZeroButNotOne() {
        assertThat(parse(Argument.share("F"), "0")).isZero();
        assertThat(parse(Argument.share("F"), "0.999")).isEqualTo(0.999);
        for (String text : List.of("1", "-0.001", "1.5", "NaN", "half")) {
            refuses(Argument.share("F"), text, "a share from 0 to below 1");
        }
    }

    @Test
    void aWordIsOneOfTheConstantsInSmallLettersAndNoOther() {
        Argument<Group> word = Argument.word(List.of(Group.RUN, Group.JAVA));
        assertThat(word.placeholder()).isEqualTo("run|java");
        assertThat(parse(word, "java")).isEqualTo(Group.JAVA);
        for (String text : List.of("JAVA", "jav", "search", "")) {
            refuses(word, text, "one of run, java");
        }
    }

    @Test
    void textsAreSeparatedByCommasEvenIfTheyAreEmpty() {
        assertThat(parse(Argument.texts("M"), "a,b")).containsExactly("a", "b");
        assertThat(parse(Argument.texts("M"), "a,,")).containsExactly("a", "", "");
        assertThat(parse(Argument.text("M"), "a,b")).isEqualTo("a,b");
        assertThat(parse(Argument.NONE, "")).isTrue();
        assertThat(parse(Argument.whole().optional(), "3")).isEqualTo(Optional.of(3L));
        assertThat(Argument.count("K", 1).optional().placeholder()).isEqualTo("K");
        refuses(Argument.whole().optional(), "x", "a whole number");
    }

    @Test
    void valuesAreShownAsTheyWouldBeTyped() {
        assertThat(Argument.shown(List.of("a", "b"))).isEqualTo("a,b");
        assertThat(Argument.shown(Group.SEARCH)).isEqualTo("search");
        assertThat(Argument.shown(0.0)).isEqualTo("0");
        assertThat(Argument.shown(0.25)).isEqualTo("0.25");
        assertThat(Argument.shown(false)).isEmpty();
        assertThat(Argument.shown(Optional.empty())).isEmpty();
        assertThat(Argument.shown(42L)).isEqualTo("42");
    }
}
