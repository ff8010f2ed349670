package dev.fettle.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource({
        "0, 3, 0",
        "0.39788735, 4, 0.3979",
        "-3.32236, 4, -3.322",
        "577173.6, 4, 577200",
        "0.00000123456, 3, 1.23e-6",
        "12345678901, 2, 1.2e10",
        "NaN, 2, NaN"
    })
    void aNumberHasItsDigits(double value, int digits, String text) {
        assertThat(Markdown.number(value, digits)).isEqualTo(text);
    }

    @Test
    void aTableHasALineEach() {
        assertThat(Markdown.table(List.of("a", "b"), List.of(List.of("1", "2"))))
                .isEqualTo("| a | b |\n|---|---|\n| 1 | 2 |\n\n");
    }
}
