package dev.fettle.kernel.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Test
    void theHelpPageHasAllGroupsInOrderAndNothingThatComesLater() {
        assertThat(Words.ALL.help(Words.WALK)).isEqualTo("""
                The end of the run
                  -n, --trials N           how many
                Search
                      --seed N             random numbers (42)
                      --step S             how far (3)
                Model and data
                  -d, --data D             the table
                Java instead of a model
                      --code f             a method
                Run

                Display
                  -q, --quiet              says little""");
    }

    @Test
    void noWordOfAMethodStandsTwiceAndNoMethodDoes() {
        Option<Boolean> query = Option.flag(Group.DISPLAY, "query", "asks").withLetter('q');
        assertThatThrownBy(() -> Words.ALL.with(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Option (-q) must stand once.");
        assertThatThrownBy(() -> Words.ALL.with(Option.flag(Group.SEARCH, "step", "")))
                .hasMessage("Option (--step) must stand once.");
        assertThatThrownBy(() -> Words.ALL.with(Words.DRAW)).hasMessage("Method (draw) must stand once.");
    }

    @Test
    void whatIsAddedStandsAtTheEnd() {
        Option<Boolean> loud = Option.flag(Group.DISPLAY, "loud", "says much").asSettable();
        Vocabulary more = Words.ALL.with(loud);
        assertThat(more.options()).hasSize(6).endsWith(loud);
        assertThat(more.methods()).isEqualTo(Words.ALL.methods());
        assertThat(more.settable()).isEqualTo(List.of(Words.SEED, loud));
        assertThat(more.of(Group.DISPLAY)).isEqualTo(List.of(Words.QUIET, loud));
        assertThat(more.of(Words.DRAW)).endsWith(loud, Words.SOBOL);
        assertThat(more.owners(Words.STEP)).containsExactly(Words.WALK);
        assertThat(more.owners(Words.SEED)).isEmpty();
    }

    @Test
    void eachChangeOfAnOptionLeavesTheRestOfItAlone() {
        Option<Long> seed = Words.SEED
                .withLetter('s')
                .withStandard(header -> header.has(Words.QUIET) ? 1L : 2L)
                .withShown(method -> "by " + method.magic());
        assertThat(seed.settable()).isTrue();
        assertThat(seed.letter()).isEqualTo('s');
        assertThat(seed.standard().apply(Words.draw("-q"))).isEqualTo(1L);
        assertThat(seed.standard().apply(Words.draw("s"))).isEqualTo(2L);
        assertThat(seed.line(Words.WALK)).isEqualTo("  -s, --seed N             random numbers (by walk)");
        assertThat(Words.QUIET.settable()).isFalse();
        assertThat(Words.QUIET.example()).isEqualTo("--quiet");
        assertThat(Words.QUIET.isWritten("-q") && Words.QUIET.isWritten("--quiet"))
                .isTrue();
        assertThat(Words.QUIET.isWritten("q") || Words.QUIET.isWritten("--qui") || Words.SEED.isWritten("-null"))
                .isFalse();
    }
}
