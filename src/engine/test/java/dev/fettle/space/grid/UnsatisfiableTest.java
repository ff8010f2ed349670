package dev.fettle.space.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.text.Diagnostic;
import dev.fettle.space.text.JavaValues;
import dev.fettle.space.text.SpaceText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsatisfiableTest {
    private static final String SPACE = """
            solver in {sgd, adam}
            k in 1..9
            n ~ int(1, 1000000000)
            x ~ uniform(0, 5)
            y ~ logUniform(1e-5, 1)
            w[10] ~ uniform(0, 1)
            m in {0.5, 0.9} if solver == sgd
            """;

    private static List<Diagnostic> mistakes(String lines) {
        return SpaceText.read(SPACE + lines, 1, JavaValues.NONE).mistakes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "require k > 9|Constraint (k > 9) must hold for some point; it holds for none of the 9 there are.",
                "require x > 5|Constraint (x > 5) must hold for some point; it holds for none of 10000 that were tried.",
                "require n < k && k < n|Constraint (n < k && k < n) must hold for some point; it holds for none of 10000"
                        + " that were tried.",
                "z in {1, 2} if k > 9|Condition (k > 9) of parameter z must hold for some point; it holds for none of the"
                        + " 9 there are.",
                "z in {1, 2} if m > 0.1 && solver == adam|Condition (m > 0.1 && solver == adam) of parameter z must hold"
                        + " for some point; it holds for none of the 3 there are."
            })
    void namesWhatHoldsForNoPoint(String line, String message) {
        assertThat(mistakes(line)).extracting(Diagnostic::message).containsExactly(message);
        assertThat(mistakes(line).get(0).line()).isEqualTo(8);
    }

    @Test
    void namesThePairThatExcludesItself() {
        assertThat(mistakes("require k > 3\nrequire x > 1\nrequire k + x < 2"))
                .extracting(Diagnostic::message)
                .containsExactly("Constraints (k > 3, k + x < 2) must hold together for some point; they do for none of"
                        + " 10000 that were tried.");
        assertThat(mistakes("require k > 3\nrequire x > 1\nrequire k + x < 2")
                        .get(0)
                        .line())
                .isEqualTo(10);
    }

    @Test
    void namesAllWhereNoPairExcludesItself() {
        assertThat(mistakes("require k + n < 4\nrequire n > 1\nrequire k > 1"))
                .extracting(Diagnostic::message)
                .containsExactly("Constraints (k + n < 4, n > 1, k > 1) must hold together for some point; they do for"
                        + " none of 10000 that were tried.");
    }

    @Test
    void aParameterBelowOneThatNeverExistsIsNotNamedToo() {
        assertThat(mistakes("z in {1, 2} if k > 9\nzz in {3, 4} if z == 1")).hasSize(1);
    }

    @Test
    void anAttemptMustSatisfyTheConstraints() {
        assertThat(mistakes("require k > 3\ntry k = 3\ntry k = 4"))
                .extracting(d -> d.line() + ": " + d.message().replaceAll("\\(solver.*\\) must", "(…) must"))
                .containsExactly("9: Point (…) must satisfy constraint (k > 3).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require n == 123456789",
                "require n > 999999998 && n != 1000000000",
                "require x == 5 || k > 100",
                "require y <= 0.00001",
                "require w[0] + w[1] + w[2] + w[3] + w[4] + w[5] + w[6] + w[7] + w[8] + w[9] < 0.01",
                "require w[0] + w[1] + w[2] + w[3] + w[4] + w[5] + w[6] + w[7] + w[8] + w[9] == 10",
                "require solver == adam || m == 0.9"
            })
    void whatHoldsSomewhereIsFoundThereHoweverSmall(String line) {
        assertThat(mistakes(line)).isEmpty();
    }

    @Test
    void manyHopelessConstraintsAreNamedWithinASecond() {
        StringBuilder lines = new StringBuilder(SPACE);
        for (int i = 0; i < 10; i++) {
            lines.append("require x * y + w[").append(i).append("] > 6 + n\n");
        }
        // Once before, so that the machine is warm; three times the second, as other things may run beside it.
        assertThat(SpaceText.read(lines.toString(), 1, JavaValues.NONE).mistakes())
                .hasSize(10);
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(3), () -> SpaceText.read(lines.toString(), 1, JavaValues.NONE));
    }
}
