package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Vocabulary;
import org.junit.jupiter.api.Test;

/** A method and an option are a value each, and a line each here. */
class ToyCellTest extends CellFixture {
    @Override
    Vocabulary vocabulary() {
        return new Vocabulary(Methods.ALL, Options.ALL).with(ToySearch.METHOD).with(ToyOption.STEPS);
    }

    @Test
    void aMethodThatIsOneValueRuns() throws Exception {
        run("%%toysearch walk --steps-of-toys 4\nx ~ uniform(0, 1)\nmaximize a\nx");
        assertThat(kernel.lastText()).contains("Toy search finished: 3 of 3 trials", "Best a 0.5", "seed 42");
        assertThat(notebook.value("walk.best().x()")).isEqualTo(0.5);
    }

    @Test
    void itsPropertiesAreHeard() throws Exception {
        run("%%toysearch walk -x 4 --trials 2\nx ~ uniform(0, 1) default 0.875\nmaximize a\nx");
        assertThat(notebook.value("walk.trial(1).point().toString()")).isEqualTo("x = 0.875");
        run("%%toysearch few --trials 9\nn in {1, 2}\nmaximize a\nn");
        assertThat(kernel.text()).contains("Space has 2 points, 9 trials asked");
    }

    @Test
    void anOptionThatIsOneValueIsReadCheckedAndExplained() throws Exception {
        fails("%%toysearch --steps-of-toys 0\nx ~ uniform(0, 1)\nmaximize a\nx", "1 mistake");
        assertThat(kernel.lastText()).contains("--steps-of-toys (0) must be a whole number of at least 1.");
        fails("%%gridsearch g --steps-of-toy 2\nx in {1, 2}\nmaximize a\nx", "1 mistake");
        assertThat(kernel.lastText()).contains("Maybe --steps-of-toys.");
        run("%toysearch");
        assertThat(kernel.lastText())
                .contains("%%toysearch walks along the diagonal.", "%%toysearch walk --steps-of-toys 4")
                .contains("-x, --steps-of-toys S    steps of the toy along the diagonal (2)")
                .contains("the total number of trials (3)");
    }

    @Test
    void anOptionThatIsOneValueCanBeGivenAStandingOne() throws Exception {
        run("%tune set steps-of-toys 8");
        assertThat(kernel.lastText()).isEqualTo("--steps-of-toys 8");
        run("%%toysearch walk\nx ~ uniform(0, 1)\nmaximize a\nx");
        assertThat(notebook.value("walk.best().x()")).isEqualTo(0.25);
        run("%tune help");
        assertThat(kernel.lastText()).contains("--steps-of-toys");
    }
}
