package dev.fettle.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartTest {
    @Test
    void whatIsMadeIsThere() {
        Part<Integer> part = Part.of("The number", () -> 7);
        assertThat(part.found()).contains(7);
        assertThat(part.missing()).isEmpty();
        assertThat(part.<String>match(made -> "made " + made, missing -> "missing " + missing))
                .isEqualTo("made 7");
        assertThat(Part.lines("The list", () -> List.of("a", "b"))).containsExactly("a", "b");
    }

    @Test
    void aSentenceThatWasThrownStandsInItsPlace() {
        Part<Integer> part = Part.of("The number", () -> {
            throw new IllegalArgumentException("There is none.");
        });
        assertThat(part.found()).isEmpty();
        assertThat(part.missing()).contains("There is none.");
        assertThat(part.<String>match(made -> "made " + made, missing -> "missing: " + missing))
                .isEqualTo("missing: There is none.");
    }

    @Test
    void whatNobodyForesawIsNamedWithItsSubject() {
        assertThat(Part.lines("The list", () -> {
                    throw new IllegalStateException("no luck");
                }))
                .containsExactly("The list failed: IllegalStateException \"no luck\".");
        assertThat(Part.lines("The list", () -> {
                    throw new StackOverflowError();
                }))
                .containsExactly("The list failed: StackOverflowError.");
        assertThat(Part.lines("The list", () -> {
                    throw new IllegalArgumentException();
                }))
                .containsExactly("The list failed: IllegalArgumentException.");
        assertThat(Part.of(
                                () -> {
                                    throw new LinkageError();
                                },
                                thrown -> "why: " + thrown.getClass().getSimpleName())
                        .missing())
                .contains("why: LinkageError");
    }
}
