package dev.fettle.space.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionTextTest {
    @Test
    void functionsMayBeWrittenAsInJava() {
        assertThat(SpaceText.parse("k in 1..9\nrequire Math.abs(k - 3) < Math.max(2, k)"))
                .isEqualTo(SpaceText.parse("k in 1..9\nrequire abs(k - 3) < max(2, k)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "require sqrt(k) < 2|Function (sqrt) must be one of sum, min, max, abs.",
                "require Math.pow(k, 2) < 2|Function (pow) must be one of sum, min, max, abs.",
                "require suma(k, k) < 2|Function (suma) must be one of sum, min, max, abs. Maybe sum.",
                "require sum(solver) < 2|Value (solver) beside sum must be a number.",
                "require abs(k, k) < 2|Function must have ) here, not ,.",
                "require sum() < 2|Value ()) must be a number, a word, true, false or a tuple.",
                "require sum(k)|Condition (sum(k)) must be true or false.",
                "require sum(1, 2) < 4|Condition (sum(1, 2) < 4) must mention a parameter."
            })
    void whatIsWrongWithThemIsTold(String line, String message) {
        String text = "solver in {sgd, adam}\nk in 1..9\n" + line;
        assertThat(SpaceText.read(text, 1, JavaValues.NONE).mistakes())
                .extracting(Mistake::message)
                .containsExactly(message);
    }
}
