package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Vocabulary;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Spread;
import dev.fettle.sampler.Told;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a report cannot say, it says that, and the trials are kept. */
class PlantedCellTest extends CellFixture {
    @Override
    Vocabulary vocabulary() {
        return new Vocabulary(Methods.ALL, Options.ALL)
                .with(new Method(
                        "mute",
                        "Mute search",
                        "cannot say what it did",
                        "",
                        List.of(),
                        3,
                        false,
                        false,
                        options -> new Mute(new ToySearch(9))));
    }

    @Test
    void aSearchThatCannotTellWhatItDidHasAReportEachTime() throws Exception {
        run("%%mute s --trials 3\nx ~ uniform(0, 1)\nmaximize a\nx");
        reported("3 of 3 trials");
        run("%tune show s");
        reported("3 of 3 trials");
        run("%tune plot s history");
        run("%tune resume s --trials 5");
        reported("5 of 5 trials");
        run("%tune");
        assertThat(kernel.lastText()).contains("s: Mute search finished: 5 of 5 trials");
        assertThat(notebook.value("s.table().rowCount()")).isEqualTo(5);
        fails("%tune plot s generations", "failed: StackOverflowError");
        assertThat(notebook.value("s.history().size()")).isEqualTo(5);
    }

    private void reported(String done) {
        assertThat(kernel.lastText())
                .contains("Mute search finished: " + done, "Best a ", " 1 ★", "s.best()")
                .contains("The remarks failed: OutOfMemoryError");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < 0.5 ? Double.MAX_VALUE : a",
                "a < 0.5 ? -Double.MAX_VALUE : a",
                "a < 0.2 ? 1e300 : a < 0.4 ? -1e300 : 1",
                "a * 1e-300",
                "a * Double.MIN_VALUE",
                "7",
                "a < 0.5 ? 0.0 : -0.0"
            })
    void aPenaltyOfAnySizeHasAReportAPictureAndASequel(String score) throws Exception {
        for (String trials : List.of("1", "40")) {
            run("%%randomsearch s --trials " + trials + "\na ~ uniform(0, 1)\nb ~ logUniform(0.1, 1)\nminimize f\n"
                    + score);
            whole(trials + " of " + trials);
            run("%tune show s");
            whole(trials + " of " + trials);
            run("%tune plot s");
            run("%tune resume s --trials 60");
            whole("60 of 60");
        }
        for (String magic : List.of("bayesopt", "cmaes", "genetic")) {
            run("%%" + magic + " s --trials 24\na ~ uniform(0, 1)\nb ~ logUniform(0.1, 1)\nminimize f\n" + score);
            whole("24 of 24");
        }
    }

    private void whole(String done) {
        assertThat(kernel.lastText())
                .contains(done, "Best f ", "s.best()")
                .doesNotContain("NaN", "Infinity")
                .doesNotContainPattern("(The [a-z ]+|Plot [(][a-z]+[)]) failed: ");
    }

    /** Walks as the toy does, and fails when it is asked about that. */
    private record Mute(Sampler toy) implements Sampler {
        @Override
        public Search start(Question question, Seed seed) {
            return new Silent(toy.start(question, seed));
        }

        @Override
        public List<String> remarks(int told) {
            throw new OutOfMemoryError();
        }
    }

    private record Silent(Search walk) implements Search {
        @Override
        public Pace pace() {
            return walk.pace();
        }

        @Override
        public Step propose(int count, BooleanSupplier goOn) {
            Step step = walk.propose(count, goOn);
            return new Step(step.proposals(), new Silent(step.next()));
        }

        @Override
        public Search tell(Told told) {
            return this;
        }

        @Override
        public List<Spread> spreads(List<? extends Told> told) {
            throw new StackOverflowError();
        }
    }
}
