package dev.fettle.space.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class GoalLineTest {
    private static SpaceText read(String text) {
        return SpaceText.read(text, 1, JavaValues.NONE);
    }

    private static SpaceText.JavaPart java(String text) {
        return Objects.requireNonNull(read(text).objective());
    }

    @Test
    void severalGoalsStandBehindCommasOrOnLinesOfTheirOwn() {
        SpaceText.JavaPart one = java("a in {1}\nmaximize accuracy, minimize seconds\nreturn x;");
        assertThat(one.goals())
                .containsExactly(
                        new SpaceText.GoalPart("maximize", new Place(2, 1, 8), "accuracy", new Place(2, 10, 8)),
                        new SpaceText.GoalPart("minimize", new Place(2, 20, 8), "seconds", new Place(2, 29, 7)));
        assertThat(one.line()).isEqualTo(2);
        SpaceText.JavaPart two = java("a in {1}\nmaximize accuracy;\n  minimize seconds // too\nreturn x;");
        assertThat(two.goals().get(1))
                .isEqualTo(new SpaceText.GoalPart("minimize", new Place(3, 3, 8), "seconds", new Place(3, 12, 7)));
        assertThat(two.line()).isEqualTo(3);
        assertThat(two.java()).isEqualTo("return x;");
        assertThat(read("maximize a, minimise b\n1").mistakes()).singleElement().satisfies(m -> assertThat(m.message())
                .isEqualTo("Goal (minimise) must be maximize or minimize. Maybe minimize."));
        assertThat(java("maximize max(a, b)").first().name()).isEqualTo("max(a, b)");
    }
}
