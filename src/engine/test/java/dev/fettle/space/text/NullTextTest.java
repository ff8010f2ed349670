package dev.fettle.space.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands for no value. */
class NullTextTest {
    private static List<String> warnings(String text) {
        return SpaceText.read(text, 1, JavaValues.NONE).warnings();
    }

    /** One rule however it is written; what is quoted is text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "c in {null, 0, true}",
                "c in {None, 0, True}",
                "c in {none, 0, true}",
                "c in [null, 0, true]",
                "'c': [None, 0, True],",
                "'c': [null, 0, true]",
                "c in ${nulls}"
            })
    void nullIsTheWordNone(String text) {
        SearchSpace space =
                SpaceText.read(text, 1, java -> Arrays.asList(null, 0, true)).space();
        assertThat(space.parameters()).containsExactly(Choice.of("c", null, 0, true));
        assertThat(space.text()).isEqualTo("c in {none, 0, true}");
        assertThat(SpaceText.parse(space.text())).isEqualTo(space);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "inf", "Infinity", "-inf"})
    void aNumberThatIsNotFiniteIsNoValue(String number) {
        assertThat(SpaceText.read("c in {1.0, " + number + "}", 1, JavaValues.NONE)
                        .mistakes())
                .singleElement()
                .satisfies(m -> assertThat(m.message()).startsWith("Number (" + number + ") must be finite."));
        SearchSpace quoted = SpaceText.parse("c in {1.0, \"" + number + "\"}");
        assertThat(quoted.text()).isEqualTo("c in {1.0, \"" + number + "\"}");
        assertThat(SpaceText.parse(quoted.text())).isEqualTo(quoted);
        assertThatThrownBy(() -> Choice.of("c", 1.0, Double.NaN))
                .hasMessage("Value (NaN) of parameter c must be finite. Maybe \"NaN\", a word.");
        assertThatThrownBy(() -> Choice.of("c", List.of(1.0, Double.NEGATIVE_INFINITY)))
                .hasMessageStartingWith("Value ([1.0, -Infinity]) of parameter c must be finite.");
    }

    @Test
    void programsWriteNullWhereverAValueStands() {
        Choice choice = Choice.of("c", null, 1).startingAt(null);
        assertThat(SearchSpace.of(choice).text()).isEqualTo("c in {none, 1} default none");
        assertThat(choice).isEqualTo(Choice.of("c", "none", 1).startingAt("none"));
        assertThat(Choice.of("c", (Object[]) null)).isEqualTo(Choice.of("c", "none"));
        assertThat(Choice.ordered("c", 1, null).values()).containsExactly(1, "none");
        Point point = Point.of(Collections.singletonMap("c", null));
        assertThat(point).isEqualTo(Point.of(Map.of("c", "none")));
        assertThat(point.with("c", 1).with("c", null)).isEqualTo(point).hasToString("c = none");
    }

    @Test
    void whatIsQuotedIsNoNull() {
        SearchSpace space = SpaceText.parse("c in {\"null\", \"None\", null}\nd in {1, 2} if c == None");
        assertThat(space.text()).isEqualTo("c in {\"null\", \"None\", none}\nd in {1, 2} if c == none");
        assertThat(SpaceText.parse(space.text())).isEqualTo(space);
        assertThat(warnings("c in {null, 1}"))
                .containsExactly("The value null is the word none here; Java reads the string \"none\".");
        assertThat(warnings("c in {None, none_}")).isEmpty();
    }
}
