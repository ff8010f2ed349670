package dev.fettle.space.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.grid.Grid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderOfLinesTest {
    @Test
    void conditionsAndConstraintsMayStandAboveWhatTheyMention() {
        SpaceText read = SpaceText.read("""
                require k > 2 || solver in {adam}
                try solver = sgd, k = 5
                nesterov in {true, false} if momentum > 0
                momentum in {0, 0.9} if solver == sgd
                k in 1..9
                solver in {sgd, adam}
                """, 1, JavaValues.NONE);
        assertThat(read.mistakes()).isEmpty();
        assertThat(read.space().names()).containsExactly("solver", "momentum", "nesterov", "k");
        assertThat(new Grid(read.space()).count(100)).hasValue(7 * (1 + 2) + 9);
        assertThat(read.tries()).hasSize(1);
        String above = "a in {1, 2}\nb in {3} if c == 1\nc in {1, 2}\nd in {1} if a == 1";
        assertThat(SpaceText.parse(above).names()).as("what may stay stays").containsExactly("a", "c", "b", "d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a in {1, 2} if a == 1|1:16|Condition (a == 1) must not lead back to its own parameter: a → a.",
                "a in {1} if b == 1;b in {1} if c > 0;c in 1..2 if a == 1;d in {1} if a == 1"
                        + "|1:13|Condition (b == 1) must not lead back to its own parameter: a → b → c → a."
            })
    void aCircleOfConditionsIsNamed(String text, String place, String message) {
        SpaceText read = SpaceText.read(text.replace(';', '\n') + "\nk in 1..9", 1, JavaValues.NONE);
        assertThat(read.mistakes()).extracting(Mistake::message).containsExactly(message);
        Place first = read.mistakes().get(0).place();
        assertThat(first.line() + ":" + first.column()).isEqualTo(place);
        assertThat(read.space().names()).containsExactly("k");
    }
}
