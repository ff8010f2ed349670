package dev.fettle.learner.hyperparameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Travel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyperparameterTest {
    private static final Hyperparameter RATE =
            Hyperparameter.real("rate", 0.1, Interval.above(0).atMost(1), "a rate");
    private static final Hyperparameter ROUNDS = Hyperparameter.whole("rounds", 5, Interval.atLeast(1), "how many");
    private static final Hyperparameter KIND = Hyperparameter.word("kind", "ball", List.of("ball", "kd"), "a tree");
    private static final Hyperparameter SIZES =
            Hyperparameter.wholes("sizes", List.of(3), Interval.atLeast(2), "sizes");
    private static final Hyperparameter DEEP = Hyperparameter.flag("deep", false, "whether it is deep");
    private static final List<Hyperparameter> ALL = List.of(RATE, ROUNDS, KIND, SIZES, DEEP);

    private static boolean legal(Hyperparameter hyperparameter, Object... values) {
        return Arrays.stream(values).allMatch(v -> hyperparameter.problem(v).isEmpty());
    }

    private static String said(Hyperparameter hyperparameter, Object value) {
        return hyperparameter.problem(value).orElse("nothing");
    }

    @Test
    void legalValuesHaveNoProblem() {
        assertThat(legal(RATE, Double.MIN_VALUE, 0.5, 1.0, 1)).isTrue();
        assertThat(legal(ROUNDS, 1, Integer.MAX_VALUE)).isTrue();
        assertThat(legal(KIND, "ball", "kd")).isTrue();
        assertThat(legal(SIZES, 2, List.of(2), List.of(9, 2, 3))).isTrue();
        assertThat(legal(DEEP, true, false)).isTrue();
    }

    @Test
    void othersAreNamedWithWhatTheyMustBe() {
        assertThat(said(RATE, 0.0)).isEqualTo("rate (0.0) must be a number of above 0 and at most 1.");
        assertThat(said(RATE, Math.nextUp(1.0))).startsWith("rate (1.0000000000000002)");
        assertThat(said(RATE, "high")).startsWith("rate (high)");
        assertThat(said(ROUNDS, 0)).isEqualTo("rounds (0) must be a whole number of at least 1.");
        assertThat(said(ROUNDS, 1.0)).startsWith("rounds (1.0)");
        assertThat(said(KIND, "bal")).isEqualTo("kind (bal) must be one of ball, kd. Maybe ball.");
        assertThat(said(SIZES, List.of())).isEqualTo("sizes (()) must be whole numbers of at least 2.");
        assertThat(said(SIZES, List.of(2, 1))).startsWith("sizes ((2, 1))");
        assertThat(said(DEEP, "tru")).isEqualTo("deep (tru) must be true or false. Maybe true.");
    }

    @Test
    void oneMoreWordMayBeLegal() {
        Hyperparameter auto = ROUNDS.orWord("auto");
        assertThat(auto.standard()).isEqualTo("auto");
        assertThat(legal(auto, "auto", 3)).isTrue();
        assertThat(said(auto, "aut"))
                .isEqualTo("rounds (aut) must be a whole number of at least 1, or auto. Maybe auto.");
        assertThat(said(auto, 0)).startsWith("rounds (0)");
    }

    @Test
    void aStandardIsLegal() {
        assertThatThrownBy(() -> Hyperparameter.whole("rounds", 0, Interval.atLeast(1), "how many"))
                .hasMessage("Standard (0) of rounds must be a whole number of at least 1.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, true, Infinity, false, at least 0, '0 1e308', '-1e-300 NaN Infinity'",
        "0, false, Infinity, false, above 0, '1e-300', '0 -1'",
        "0, true, 1, false, at least 0 and below 1, '0 0.9', '1'",
        "0.5, false, 1, true, above 0.5 and at most 1, '0.51 1', '0.5 1.1'",
        "-Infinity, true, 1e300, true, at least -Infinity and at most 1.0E300, '-1e308', '-Infinity 1e301'"
    })
    void anIntervalHoldsWhatItSays(
            double low, boolean lowIn, double high, boolean highIn, String text, String inside, String outside) {
        Interval interval = new Interval(low, lowIn, high, highIn);
        assertThat(interval).hasToString(text);
        assertThat(inside.split(" ")).allMatch(x -> interval.holds(Double.parseDouble(x)));
        assertThat(outside.split(" ")).noneMatch(x -> interval.holds(Double.parseDouble(x)));
    }

    @Test
    void aConfigurationHasAValueForEach() throws Exception {
        Configuration values = Configuration.of("tree", ALL, Map.of("sizes", List.of(4, 2), "rate", 1));
        assertThat(values.real("rate")).isEqualTo(1);
        assertThat(values.whole("rounds")).isEqualTo(5);
        assertThat(values.text("kind")).isEqualTo("ball");
        assertThat(values.wholes("sizes")).containsExactly(4, 2);
        assertThat(values.flag("deep")).isFalse();
        assertThat(values.entries().keySet()).containsExactly("rate", "rounds", "kind", "sizes", "deep");
        assertThat(values).hasToString("rate = 1, rounds = 5, kind = ball, sizes = (4, 2), deep = false");
        assertThat(Travel.object(Travel.bytes(values))).isEqualTo(values).hasSameHashCodeAs(values);
        assertThat(Configuration.of("tree", ALL, Map.of("sizes", 7)).wholes("sizes"))
                .containsExactly(7);
    }

    @Test
    void whatIsWrongWithAConfigurationComesTogether() {
        assertThatThrownBy(() -> Configuration.of("tree", ALL, Map.of("rate", 2.0, "roundz", 3, "deep", 1)))
                .hasMessageContaining("rate (2.0) must be")
                .hasMessageContaining("deep (1) must be true or false.")
                .hasMessageContaining("Parameter (roundz) must be one that tree has: rate, rounds, kind, sizes, deep."
                        + " Maybe rounds.");
    }

    @Test
    void aPartOfAConfigurationKnowsNoOthers() {
        Configuration part = Configuration.of("tree", ALL, Map.of("rounds", 2)).only(List.of(ROUNDS));
        assertThat(part.entries()).isEqualTo(Map.of("rounds", 2));
        assertThatThrownBy(() -> part.real("rate")).hasMessage("Parameter (rate) must be one of rounds.");
    }

    @Test
    void configurationsAreEqualIfAllTheirValuesAre() {
        Configuration one = Configuration.of("tree", ALL, Map.of("rounds", 2));
        assertThat(one).isEqualTo(Configuration.of("tree", ALL, Map.of("rounds", 2, "rate", 0.1)));
        assertThat(one)
                .isNotEqualTo(Configuration.of("tree", ALL, Map.of("rounds", 3)))
                .isNotEqualTo("rounds");
        assertThat(one.only(List.of(DEEP, ROUNDS)).entries().keySet()).containsExactly("deep", "rounds");
    }
}
