package dev.fettle.space.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people type them: bounds, steps and points to try. */
class NumbersTest {
    private static SpaceText read(String text) {
        return SpaceText.read(text, 1, JavaValues.NONE);
    }

    private static List<String> mistakes(String text) {
        return read(text).mistakes().stream()
                .map(m -> m.place().line() + ":" + m.place().column() + " " + m.message())
                .toList();
    }

    private static Parameter first(String text) {
        return SpaceText.parse(text).parameters().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n ~ logInt(1, 1e6)|~ logInt(1, 1000000)",
                "n ~ int(0, 1e3, step 1e1)|~ int(0, 1000, step 10)",
                "n in 1..1e2|~ int(1, 100)",
                "n ~ int(0, 3000000000)|~ int(0, 3000000000)",
                "n ~ int(-3000000000, 5)|~ int(-3000000000, 5)",
                "n ~ logInt(1, 3e9)|~ logInt(1, 3000000000)",
                "x ~ uniform(1, 3000000000)|~ uniform(1.0, 3e9)",
                "x ~ logUniform(1, 1e12)|~ logUniform(1.0, 1e12)",
                "n in {1, 3000000000}|in {1, 3000000000}",
                "x in {0.5, 3000000000}|in {0.5, 3e9}",
            })
    void aNumberIsWhatItIsHoweverItIsWritten(String text, String domain) {
        assertThat(first(text).domain()).isEqualTo(domain);
        assertThat(SpaceText.parse(SpaceText.parse(text).text())).isEqualTo(SpaceText.parse(text));
    }

    @Test
    void wholeNumbersBeyondThirtyTwoBitsAreLong() {
        SearchSpace space = SpaceText.parse("n ~ int(0, 3000000000)\nm ~ int(0, 9)\nk in {1, 3000000000}");
        Point high = space.decode(new double[] {1, 1, 1});
        assertThat(high.values()).containsExactly(3_000_000_000L, 9, 3_000_000_000L);
        assertThat(high.longWhole("n")).isEqualTo(3_000_000_000L);
        assertThat(high.longWhole("m")).isEqualTo(9);
        assertThat(space.decode(new double[] {0, 0, 0}).values()).containsExactly(0L, 0, 1L);
        assertThat(space.decode(space.encode(high))).isEqualTo(high);
        assertThat(space.canonical(Map.of("n", 17L, "m", 3, "k", 1L)).values()).containsExactly(17L, 3, 1L);
    }

    @Test
    void aValueOfAnotherWidthOrWritingIsTheSameNumber() {
        SpaceText text = read("n ~ int(0, 3000000000) default 5\nk in {10, 1000} default 1e3\nx in {0.5, 1.0}\n"
                + "require n > 1 && n != 3000000001\ntry n = 1e9, k = 1e1, x = 1");
        assertThat(text.mistakes()).isEmpty();
        assertThat(text.tries().get(0).values()).containsExactly(1_000_000_000L, 10, 1.0);
        assertThat(text.space().defaults().orElseThrow().values()).containsExactly(5L, 1000, 0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x ~ uniform(0, 1, step 0)|1:24 Step (0) of parameter x must be positive. Maybe no step at all.",
                "x ~ uniform(0, 1, step -0.1)|1:24 Step (-0.1) of parameter x must be positive.",
                "x ~ normal(0, 1, step 0)|1:23 Step (0) of parameter x must be positive.",
                "x ~ uniform(0, 1, step 2)|1:24 Step (2) of parameter x must be at most 1, from the lower bound to the",
                "n ~ int(1, 10, step 20)|1:21 Step (20) of parameter n must be at most 9,",
                "n ~ int(1, 10, step 0)|1:21 Step (0) of parameter n must be",
                "n in 1..10 step 20|1:17 Step (20) of parameter n must be at most 9,",
                "n in 1..10 step 0|must rise, by at least 1.",
                "n ~ int(1, 2.5)|1:12 Bound (2.5) must be a whole number.",
                "n ~ int(1, 10, step 1.5)|1:21 Step (1.5) must be a whole number.",
                "n ~ int(0, 1e17)|Bounds (0, 100000000000000000) of parameter n must be within ±2^52.",
            })
    void aNumberThatCannotBeMeantIsAMistake(String text, String message) {
        assertThat(mistakes(text)).hasSize(1);
        assertThat(mistakes(text).get(0)).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x ~ uniform(0, 1, step 0.3)|Steps of 0.3 from 0 do not reach 1: x ends at 0.9.",
                "x ~ logUniform(0.1, 1, step 0.2)|Steps of 0.2 from 0.1 do not reach 1: x ends at 0.9.",
                "n ~ int(1, 10, step 4)|Steps of 4 from 1 do not reach 10: n ends at 9.",
                "n in 1..16 step 2|Steps of 2 from 1 do not reach 16: n ends at 15.",
                "w[3] ~ uniform(0, 1, step 0.4)|Steps of 0.4 from 0 do not reach 1: w ends at 0.8.",
            })
    void aStepThatMissesTheEndIsTold(String text, String sentence) {
        assertThat(read(text).mistakes()).isEmpty();
        assertThat(read(text).warnings()).containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x ~ uniform(0, 1, step 0.1)",
                "x ~ uniform(-0.3, 0.3, step 0.1)",
                "x ~ uniform(2, 2, step 1)",
                "x ~ normal(0, 1, step 0.3)",
                "x ~ logUniform(0.0001, 0.1, step 0.0001)",
                "n ~ int(16, 128, step 16)",
                "n in 1..15 step 2",
            })
    void aStepThatReachesTheEndIsNotSpokenOf(String text) {
        assertThat(read(text).mistakes()).isEmpty();
        assertThat(read(text).warnings()).isEmpty();
    }

    @Test
    void aPointToTryTellsAllItsMistakes() {
        String space = "x ~ uniform(1, 2)\nn in 1..3\nsolver in {sgd, adam}\nh in {(1, 2), (3)}\n";
        assertThat(mistakes(space + "try x = 0, n = 4, solver = lbfgs, h = (9, 9), slver = sgd, x = 1.5, x = 1.5"))
                .hasSize(6)
                .allMatch(m -> m.startsWith("5:"))
                .last()
                .asString()
                .endsWith("Name (x) must stand once in a point.");
        assertThat(mistakes(space + "try n = , x = 1.5")).hasSize(1);
        assertThat(mistakes(space + "try x = 0\ntry n = 4")).hasSize(2);
    }

    @Test
    void whatIsFilledInAndWhatIsDroppedIsTold() {
        SpaceText text = read("solver in {sgd, adam}\nm ~ uniform(0, 1) default 0.9 if solver == sgd\nn in 1..3\n"
                + "try solver = adam, m = 0.5, n = 1\ntry m = 0.5\ntry solver = adam, n = 2");
        assertThat(text.warnings())
                .containsExactly(
                        "The point to try in line 4 has no m = 0.5: the condition of that does not hold there.",
                        "The point to try in line 5 is completed by solver = sgd, n = 1.");
    }
}
