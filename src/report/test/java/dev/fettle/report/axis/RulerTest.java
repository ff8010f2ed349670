package dev.fettle.report.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulerTest {
    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.7 | 0.96 | 6 | 0.70 0.75 0.80 0.85 0.90 0.95",
                "-1 | 1 | 4 | -1.0 -0.5 0 0.5 1.0",
                "0 | 5 | 5 | 0 1 2 3 4 5",
                "1200000 | 1400000 | 4 | 1.2·10⁶ 1.25·10⁶ 1.3·10⁶ 1.35·10⁶ 1.4·10⁶",
                "1000000000 | 1000000010 | 3 | 10⁹ 1.000000005·10⁹ 1.00000001·10⁹",
                "0.00001 | 0.00003 | 2 | 10⁻⁵ 2·10⁻⁵ 3·10⁻⁵",
                "0.99991 | 0.99999 | 3 | 0.99995",
                "0.9999 | 0.99999 | 5 | 0.99990 0.99992 0.99994 0.99996 0.99998",
                "7 | 7 | 5 | 7"
            })
    void evenTicksAreRound(double low, double high, int most, String shown) {
        assertThat(String.join(" ", labels(Ruler.even(low, high, most)))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0000000000000002",
        "4.9e-324, 1e-323",
        "-4.9e-324, 4.9e-324",
        "-1.7976931348623157e308, 1.7976931348623157e308",
        "999999999999999, 1000000000000001"
    })
    void everyRangeHasFewTicksThatDiffer(double low, double high) {
        List<Tick> ticks = Ruler.even(low, high, 6);
        assertThat(ticks).hasSizeBetween(1, 9);
        assertThat(labels(ticks)).doesNotHaveDuplicates();
        assertThat(ticks.stream().map(t -> t.place() + 0.0)).doesNotHaveDuplicates();
        assertThat(ticks).allMatch(t -> t.place() >= low && t.place() <= high);
    }

    @Test
    void trialsAreCountedFromOne() {
        assertThat(labels(Ruler.counts(290, 6))).containsExactly("1", "50", "100", "150", "200", "250");
        assertThat(labels(Ruler.counts(5, 6))).containsExactly("1", "2", "3", "4", "5");
        assertThat(labels(Ruler.counts(2, 6))).containsExactly("1", "2");
        assertThat(labels(Ruler.counts(1, 6))).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOG | 0.00001 | 0.1 | 10⁻⁵ 10⁻⁴ 10⁻³ 10⁻² 10⁻¹",
                "LOG | 0.5 | 600 | 1 10 100",
                "LOG | 0.00002 | 0.005 | 3·10⁻⁵ 10⁻⁴ 3·10⁻⁴ 10⁻³ 3·10⁻³",
                "LOG | 2 | 30 | 2 5 10 20",
                "LOG | 1e-300 | 1e300 | 10⁻³⁰⁰ 10⁻²⁰⁰ 10⁻¹⁰⁰ 10⁰ 10¹⁰⁰ 10²⁰⁰ 10³⁰⁰",
                "NEGATIVE_LOG | -40000 | -20 | -10000 -1000 -100",
                "NEGATIVE_LOG | -4000000 | -20 | -10⁶ -10⁵ -10⁴ -10³ -10²"
            })
    void powersAreWrittenAsPowers(Spacing spacing, double low, double high, String shown) {
        assertThat(String.join(" ", labels(Ruler.powers(spacing, low, high, 6))))
                .isEqualTo(shown);
    }
}
