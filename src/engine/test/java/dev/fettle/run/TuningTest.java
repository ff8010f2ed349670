package dev.fettle.run;

import static dev.fettle.space.condition.Expression.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.random.Seed;
import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.space.Choice;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningTest {
    private static final SearchSpace SPACE = SearchSpace.of(
                    Real.uniform("x", -2, 2),
                    Whole.between("k", 1, 9),
                    Choice.of("solver", "sgd", "adam"),
                    Real.uniform("momentum", 0, 1).when(name("solver").is("sgd")))
            .require(name("x").plus(name("k")).below(9));

    private static Tuning bowl() {
        return Tuning.minimize("loss", SPACE, p -> p.real("x") * p.real("x") + p.whole("k"));
    }

    @Test
    void theBestIsFoundAndTheJobsDoNotMatter() {
        History one = bowl().trials(300).run();
        assertThat(one.size()).isEqualTo(300);
        assertThat(one.best().orElseThrow().point().whole("k")).isEqualTo(1);
        History many = bowl().trials(300).jobs(4).run();
        assertThat(many.trials())
                .extracting(Trial::point)
                .isEqualTo(one.trials().stream().map(Trial::point).toList());
        assertThat(bowl().trials(300).seed(7).run().trials().get(0).point())
                .isNotEqualTo(one.trials().get(0).point());
    }

    @Test
    void theSpaceIsWhatTheTextSays() {
        assertThat(SPACE).isEqualTo(SpaceText.parse("""
                        x ~ uniform(-2, 2)
                        k ~ int(1, 9)
                        solver in {sgd, adam}
                        momentum ~ uniform(0, 1) if solver == sgd
                        require x + k < 9
                        """));
    }

    @Test
    void aRunWithoutAScoreThrowsWhatTheFirstTrialHasThrown() {
        SearchSpace line = SearchSpace.of(Whole.between("k", 1, 9));
        for (int jobs : List.of(1, 3)) {
            assertThatThrownBy(() -> Tuning.minimize("loss", line, p -> {
                                throw new IllegalStateException(
                                        "k " + p.whole("k"), new IOException("the real reason"));
                            })
                            .sampler(new GridSampler())
                            .jobs(jobs)
                            .run())
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageStartingWith(
                            "Run must have a scored trial; 5 of 5 trials failed, and none has a score."
                                    + " Trial 1 at k = 1: IllegalStateException \"k 1\", caused by IOException \"the real reason\".")
                    .hasRootCauseMessage("the real reason")
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("k 1");
        }
        assertThatThrownBy(() -> Tuning.minimize("loss", line, p -> Double.NaN).run())
                .isInstanceOfSatisfying(
                        NothingScoredException.class,
                        e -> assertThat(e.history().failures()).hasSize(5))
                .hasRootCauseMessage("gave NaN");
    }

    @Test
    void someFailuresAreKeptWithTheirTrials() {
        History history = Tuning.minimize("k", SearchSpace.of(Whole.between("k", 1, 9)), p -> {
                    if (p.whole("k") > 7) {
                        throw new IllegalArgumentException("k must be at most 7");
                    }
                    return p.whole("k");
                })
                .sampler(new GridSampler())
                .trials(9)
                .run();
        assertThat(history.failures()).extracting(Trial::number).containsExactly(8, 9);
        assertThat(history.failures().get(0).failure().message()).isEqualTo("k must be at most 7");
    }

    @Test
    void limitsAndPointsAreKept() {
        var first = SPACE.decode(new double[] {0.5, 0, 0.9, 0});
        History history = bowl().trying(first).until(1).trials(50).run();
        assertThat(history.trials()).hasSize(1);
        assertThat(bowl().patience(1).trials(50).run().size()).isLessThan(50);
        SearchSpace small = SearchSpace.of(Whole.between("k", 1, 9));
        History all = Tuning.maximize("k", small, p -> p.whole("k"))
                .sampler(new GridSampler())
                .trials(Budget.ALL)
                .run();
        assertThat(all.trials()).hasSize(9);
    }

    @Test
    void aSecondRunBeginsWithTheBestOfTheFirstAndALearningSamplerKnowsTheRest() {
        SearchSpace line = SearchSpace.of(Real.uniform("x", 0, 1));
        Tuning first =
                Tuning.minimize("loss", line, p -> Math.abs(p.real("x") - 0.25)).trials(20);
        History history = first.run();
        Tuning second = first.sampler(new BayesSampler()).from(history).trials(12);
        assertThat(second.config().earlier()).hasSize(20);
        History more = second.run();
        assertThat(more.trials().get(0).point())
                .isEqualTo(history.best().orElseThrow().point());
        assertThat(more.trials()).extracting(t -> t.proposal().origin()).endsWith("earlier", "model", "model");
        Tuning other = Tuning.maximize("loss", line, p -> p.real("x")).from(history);
        assertThat(other.config().earlier()).isEmpty();
        assertThat(other.config().tries()).hasSize(10);
    }

    @Test
    void whatHasEndedIsReadWhereTheClusterIsNot(@TempDir Path folder) {
        Tuning kept = bowl().trials(3).journal(folder.resolve("t.db"));
        assertThat(kept.run().trials()).isEqualTo(kept.on("spark").run().trials());
        assertThatThrownBy(kept.trials(4).on("spark")::run).isInstanceOf(IllegalStateException.class);
        assertThat(kept.trials(4).run().trials()).hasSize(4);
    }

    @Test
    void aClusterThatNobodyKnowsIsNamed() {
        assertThatThrownBy(bowl().on("spark")::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "Cluster (spark) must be what a library on the class path knows, and none does. Maybe");
    }

    @Test
    void aSpaceThatDoesNotFitTheSamplerIsNamed() {
        assertThatThrownBy(() -> bowl().sampler(new GridSampler()).run()).hasMessageContaining("x");
    }

    /** Notes how many trials it is to plan with. */
    private record Planner(List<OptionalInt> planned) implements Sampler {
        @Override
        public Search start(Question question, Seed seed) {
            planned.add(question.trials());
            return new RandomSampler().start(question, seed);
        }
    }

    @Test
    void theSamplerPlansWithTheTrialsIfTheyHaveAnEnd() {
        List<OptionalInt> planned = new ArrayList<>();
        Tuning tuning = bowl().sampler(new Planner(planned));
        assertThat(tuning.trials(7).run().size()).isEqualTo(7);
        assertThat(tuning.trials(Budget.ALL).patience(1).run().size()).isPositive();
        assertThat(planned).containsExactly(OptionalInt.of(7), OptionalInt.empty());
    }

    @Test
    void aTrialThatNeverComesBackKeepsNoProgramAlive() {
        List<Boolean> daemons = new ArrayList<>();
        Tuning.maximize("k", SearchSpace.of(Whole.between("k", 1, 9)), p -> {
                    daemons.add(Thread.currentThread().isDaemon());
                    return 1;
                })
                .trials(2)
                .run();
        assertThat(daemons).containsExactly(true, true);
    }
}
