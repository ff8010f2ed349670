package dev.fettle.space.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.text.JavaValues;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.SpaceText;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    private static List<Mistake> mistakes(String lines) {
        return SpaceText.read(SPACE + lines, 1, JavaValues.NONE).mistakes();
    }

    private static List<String> warnings(String lines) {
        SpaceText text = SpaceText.read(SPACE + lines, 1, JavaValues.NONE);
        assertThat(text.mistakes()).isEmpty();
        return text.warnings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "require k > 9|Constraint (k > 9) must hold for some point; it holds for none within the bounds.",
                "require x > 5|Constraint (x > 5) must hold for some point; it holds for none within the bounds.",
                "require k * k == 2|Constraint (k * k == 2) must hold for some point; it holds for none of the 9 there"
                        + " are.",
                "z in {1, 2} if n * k < 0|Condition (n * k < 0) of parameter z must hold for some point; it holds for"
                        + " none within the bounds.",
                "z in {1, 2} if m > 0.1 && solver == adam|Condition (m > 0.1 && solver == adam) of parameter z must hold"
                        + " for some point; it holds for none of the 3 there are."
            })
    void namesWhatHoldsForNoPoint(String line, String message) {
        assertThat(mistakes(line)).extracting(Mistake::message).containsExactly(message);
        assertThat(mistakes(line).get(0).place().line()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "require n < k && k < n|Constraint (n < k && k < n) may hold for no point; it holds for none of 10000"
                        + " that were tried.",
                "z in {1, 2} if n < k && k < n|Condition (n < k && k < n) of parameter z may hold for no point; it holds"
                        + " for none of 10000 that were tried."
            })
    void warnsOfWhatHeldForNoPointThatWasTried(String line, String warning) {
        assertThat(warnings(line)).containsExactly(warning);
    }

    /** 38 · 51 · 65 · 77, and 1 · 1 · 70 · 72: a few points of a hundred million. */
    @ParameterizedTest
    @ValueSource(ints = {9699690, 5040})
    void whatHoldsForFewOfManyIsNoMistake(int product) {
        String ints = "a ~ int(1, 100)\nb ~ int(1, 100)\nc ~ int(1, 100)\nd ~ int(1, 100)\n";
        warnings(ints + "require a * b * c * d == " + product);
    }

    @Test
    void aPointToTryThatSatisfiesAConstraintIsFoundFirst() {
        String product = "p[4] ~ int(1, 100)\nrequire p[0] * p[1] * p[2] * p[3] == 9699690\n";
        assertThat(warnings(product)).hasSize(1);
        assertThat(warnings(product + "try p = (38, 51, 65, 77)"))
                .singleElement()
                .asString()
                .startsWith("The point to try in line ")
                .contains(" is completed by ");
        assertThat(mistakes(product + "try p = (1, 1, 1, 1)")).hasSize(1);
    }

    @Test
    void namesThePairThatExcludesItself() {
        assertThat(mistakes("require k > 3\nrequire k != 5\nrequire k * k < 10"))
                .extracting(Mistake::message)
                .containsExactly(
                        "Constraints (k > 3, k * k < 10) must hold together for some point; they do for none of"
                                + " the 9 there are.");
        assertThat(mistakes("require k > 3\nrequire k != 5\nrequire k * k < 10")
                        .get(0)
                        .place()
                        .line())
                .isEqualTo(10);
        assertThat(warnings("require k > 3\nrequire x > 1\nrequire k + x < 2"))
                .containsExactly("Constraints (k > 3, k + x < 2) may hold together for no point; they do for none of"
                        + " 10000 that were tried.");
    }

    @Test
    void aPairThatIsCertainIsNamedBeforeOneThatIsNot() {
        assertThat(mistakes("require x > 3\nrequire k + x < 4\nrequire k > 3"))
                .extracting(Mistake::message)
                .isEmpty();
        assertThat(mistakes("require k + n < 3\nrequire k > 5\nrequire k < 4"))
                .extracting(Mistake::message)
                .containsExactly(
                        "Constraints (k > 5, k < 4) must hold together for some point; they do for none of the 9 there"
                                + " are.");
    }

    @Test
    void namesAllWhereNoPairExcludesItself() {
        assertThat(warnings("require k + n < 4\nrequire n > 1\nrequire k > 1"))
                .containsExactly(
                        "Constraints (k + n < 4, n > 1, k > 1) may hold together for no point; they do for none"
                                + " of 10000 that were tried.");
    }

    @Test
    void aParameterBelowOneThatNeverExistsIsNotNamedToo() {
        assertThat(mistakes("z in {1, 2} if k > 9\nzz in {3, 4} if z == 1")).hasSize(1);
    }

    @Test
    void anAttemptMustSatisfyTheConstraints() {
        assertThat(mistakes("require k > 3\ntry k = 3\ntry k = 4"))
                .extracting(d -> d.place().line() + ": " + d.message().replaceAll("\\(solver.*\\) must", "(…) must"))
                .containsExactly("9: Point (…) must satisfy constraint (k > 3).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require n == 123456789",
                "require n > 999999998 && n != 1000000000",
                "require x == 5 || k > 100",
                "require y <= 0.00001",
                "require x >= 5",
                "require !(x < 5)",
                "require !(x > 0)",
                "require !(k <= 8)",
                "require !(k >= 2)",
                "require w[0] + w[1] + w[2] + w[3] + w[4] + w[5] + w[6] + w[7] + w[8] + w[9] < 0.01",
                "require w[0] + w[1] + w[2] + w[3] + w[4] + w[5] + w[6] + w[7] + w[8] + w[9] == 10",
                "require solver == adam || m == 0.9"
            })
    void whatHoldsSomewhereIsFoundThereHoweverSmall(String line) {
        assertThat(warnings(line)).isEmpty();
    }

    @Test
    void theBoundsOfSumsAndProductsAreCertain() {
        assertThat(mistakes("require x * y > 5.1")).hasSize(1);
        assertThat(mistakes("require -x > 0 || x - 5 > y")).hasSize(1);
        assertThat(mistakes("require !(x <= 5)")).hasSize(1);
        assertThat(mistakes("require x / k > 5.1 && solver == sgd")).hasSize(1);
        assertThat(mistakes("require w[3] in {2.0, 3.0}")).hasSize(1);
        assertThat(mistakes("require x + y == 7")).hasSize(1);
        // Nothing is certain where a division by zero may be, or a number without end.
        assertThat(mistakes("require 1 / x != 1 / x || k < 0")).isEmpty();
        assertThat(mistakes("require n * 1e308 * 1e308 - n * 1e308 * 1e308 != 0"))
                .isEmpty();
    }

    static Stream<String> hopeless() {
        return Stream.of(
                IntStream.range(0, 10)
                        .mapToObj(i -> "require x * y + w[" + i + "] > n && n > 9 - x\n")
                        .collect(Collectors.joining()),
                // No pair excludes itself, and there are 1,225.
                IntStream.range(0, 49)
                                .mapToObj(i -> "require n + w[3] > " + i + " * x\n")
                                .collect(Collectors.joining())
                        + "require n < k && x > 4.99999 && y < 0.00002",
                "v[100000] ~ normal(0, 1)\nrequire v[0] < v[1] && v[1] < v[2] && v[2] < v[0]\n");
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("hopeless")
    void theWholeTakesASecond(String lines) {
        // Once before, so that the machine is warm; by the processor's time, as other things may run beside it.
        SpaceText.read(SPACE + lines, 1, JavaValues.NONE);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        SpaceText.read(SPACE + lines, 1, JavaValues.NONE);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
