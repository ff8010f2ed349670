package dev.fettle.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaybeTest {
    private static final List<String> NAMES =
            List.of("uniform", "logUniform", "int", "logInt", "alpha", "momentum", "sgd");

    @ParameterizedTest
    @CsvSource({
        "logUnifrm, logUniform",
        "alpah, alpha",
        "ALPHA, alpha",
        "momentun, momentum",
        "sdg, sgd",
        "logint, logInt",
        "unifrom, uniform",
        "banana, none",
        "x, none"
    })
    void theNearestNameIsMeantOrNone(String typed, String expected) {
        assertThat(Maybe.of(typed, NAMES).orElse("none")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "abcd, abdc, 1", "'', abc, 3", "same, same, 0", "ca, abc, 3"})
    void countsEdits(String a, String b, int edits) {
        assertThat(Maybe.edits(a, b)).isEqualTo(edits);
    }
}
