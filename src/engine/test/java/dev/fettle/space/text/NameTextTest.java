package dev.fettle.space.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.Parameter;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What parameters may be called: what a component of a record may, since the winner is one. */
class NameTextTest {
    private static List<String> mistakes(String text) {
        return SpaceText.read(text, 1, JavaValues.NONE).mistakes().stream()
                .map(m -> m.place().line() + ":" + m.place().column() + "+"
                        + m.place().length() + " " + m.message())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "größe",
                "gro\u0308ße",
                "λ",
                "名前",
                "_1",
                "__",
                "var",
                "record",
                "yield",
                "equals",
                "in",
                "none",
                "not"
            })
    void whatJavaTakesIsAName(String name) {
        SearchSpace space = SpaceText.parse(name + " ~ uniform(0, 1)\nb in {1, 2} if " + name + " > 0.5");
        assertThat(space.parameters()).extracting(Parameter::name).containsExactly(name, "b");
        assertThat(SpaceText.parse(space.text())).isEqualTo(space);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learning-rate in {1} | 13 | (learning-rate) must be letters, digits and underscores, as in Java. Maybe learning_rate.",
                "learning rate ~ uniform(0, 1) | 13 | (learning rate) must be letters, digits and underscores, as in Java. Maybe learning_rate.",
                "'learning-rate': [1] | 15 | (learning-rate) must be letters, digits and underscores, as in Java. Maybe learning_rate.",
                "lr.x in {1} | 4 | (lr.x) must be letters, digits and underscores, as in Java. Maybe lr_x.",
                "a$b in {1} | 3 | (a$b) must be letters, digits and underscores, as in Java. Maybe a_b.",
                "1x ~ uniform(0, 1) | 2 | (1x) must be letters, digits and underscores, as in Java. Maybe _1x.",
                "2 in {1} | 1 | (2) must be letters, digits and underscores, as in Java. Maybe _2.",
                "w-x[2] ~ uniform(0, 1) | 3 | (w-x) must be letters, digits and underscores, as in Java. Maybe w_x.",
                "hashCode in {1} | 8 | (hashCode) must not be that of a method which every object has. Maybe hashCode_.",
                "wait[3] ~ uniform(0, 1) | 4 | (wait) must not be that of a method which every object has. Maybe wait_.",
                "class in {1} | 5 | (class) must not be a keyword of Java. Maybe class_.",
                "null = 3 | 4 | (null) must not be a keyword of Java. Maybe null_.",
                "None in {1} | 4 | (None) must not be that of a value. Maybe None_.",
                "_ in {1} | 1 | (_) must not be a keyword of Java."
            })
    void whatJavaDoesNotTakeIsAMistakeThatSaysWhatItWouldTake(String text, int length, String message) {
        assertThat(mistakes(text)).containsExactly("1:1+" + length + " Name " + message);
    }

    @Test
    void aNameThatIsNoneIsNoMistakeElsewhere() {
        assertThat(mistakes("learning-rate ~ uniform(0, 1)\nx in {1, 2} if learning-rate > 2\nrequire learning_rate < x"
                        + "\ntry learning-rate = 0.5"))
                .hasSize(1);
    }

    @Test
    void allEntriesOfALineAreRead() {
        assertThat(mistakes("{'hashCode': [1, 2], 'learning-rate': [(1, 2), 3, 'b': 3, 'wait': [1], 'c': [1, 1]}"))
                .hasSize(2);
        assertThat(mistakes("{'hashCode': [1, 2], 'learning-rate': [(1, 2)], 'b': [1], 'wait': [1], 'c': [1, 1]}"))
                .extracting(m -> m.substring(0, m.indexOf(' ')))
                .containsExactly("1:2+10", "1:22+15", "1:59+6", "1:77+1");
        assertThat(mistakes("dict(wait=[1], a=[2], class_=[1, 1])")).hasSize(2);
    }

    @Test
    void anotherLineIsNoName() {
        assertThat(mistakes("requre a in {1}").get(0)).endsWith("Maybe require.");
        assertThat(mistakes("a - b in {1}").get(0)).startsWith("1:1+1 Line (a …)");
        assertThat(mistakes("- in {1}").get(0)).startsWith("1:1+1 Line (- …)");
    }

    @Test
    void programsAreHeldToTheSame() {
        assertThat(Real.uniform("größe", 0, 1).name()).isEqualTo("größe");
        assertThatThrownBy(() -> Real.uniform("learning-rate", 0, 1))
                .hasMessage("Parameter name (learning-rate) must be letters, digits and underscores.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "c is none ; 2 ; (is) must be one of Java. Maybe ==.",
                "c is not None ; 2 ; (is not) must be one of Java. Maybe !=.",
                "c == 1 and c == 1 ; 3 ; (and) must be one of Java. Maybe &&.",
                "c == 1 or c == 1 ; 2 ; (or) must be one of Java. Maybe ||.",
                "not (c == 1) ; 3 ; (not) must be one of Java. Maybe !.",
                "not c == 1 ; 3 ; (not) must be one of Java. Maybe !.",
                "c not in {1} ; 3 ; (not in) must be one of Java. Maybe !(… in {…})."
            })
    void conditionsInTheWordsOfPythonAreAnsweredWithJavas(String condition, int length, String message) {
        assertThat(mistakes("c in {1, none}\nx in {1, 2} if " + condition))
                .singleElement()
                .asString()
                .matches("2:\\d+\\+" + length + " Operator .*")
                .endsWith(message);
    }
}
