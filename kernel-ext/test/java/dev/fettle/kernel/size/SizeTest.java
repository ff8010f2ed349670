package dev.fettle.kernel.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.run.Sentences;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.cma.CmaSampler;
import dev.fettle.sampler.genetic.GeneticSampler;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many points there are, and what is said where they are few. */
class SizeTest {
    private static StudyConfig config(String space, Sampler sampler) {
        return StudyConfig.of("s", SpaceText.parse(space.replace("; ", "\n")), Goal.maximize("a"), sampler);
    }

    private static StudyConfig random(String space) {
        return config(space, new RandomSampler());
    }

    private static StudyConfig learning(String space) {
        return config(space, new BayesSampler());
    }

    private static StudyConfig knowing(StudyConfig config, int from, int to) {
        List<Trial.Completed> results = IntStream.rangeClosed(from, to)
                .mapToObj(n -> (Trial.Completed) new Trial.Running(
                                n,
                                1,
                                Proposal.of(config.space().canonical(Map.of("x", n)), ""),
                                List.of(),
                                Instant.EPOCH)
                        .complete(Score.of(n), Duration.ZERO))
                .toList();
        return config.withEarlier(results).trying(results.get(0).point(), "from old");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x in {0.5, 2.0}        | Maybe x ~ uniform(0.5, 2).",
                "x in {0.1, 1.0}        | Maybe x ~ logUniform(1e-2, 10).",
                "x in {0.11, 1.0}       | Maybe x ~ uniform(0.11, 1).",
                "x in {0.0001, 0.01}    | Maybe x ~ logUniform(1e-5, 1e-1).",
                "x in {1.0, 10000.0}    | Maybe x ~ logUniform(1e-1, 1e5).",
                "x in {2.0, 0.0}        | Maybe x ~ uniform(0, 2).",
                "x in {-1.0, 1.0}       | Maybe x ~ uniform(-1, 1).",
                "x in {1, 2}            | ",
                "x in {1.5}; k in {1, 2} | ",
                "x in {a, b}            | "
            })
    void aSmallSpaceIsToldWithARangeThatHoldsItsNumbers(String text, String maybe) {
        assertThat(Sentences.few(random(text), 3))
                .hasValue("Space has 2 points, 3 trials asked: each point runs once, as %%gridsearch would."
                        + (maybe == null ? "" : " " + maybe));
    }

    @Test
    void aSpaceThatHasEnoughPointsIsNotToldOf() {
        assertThat(Sentences.few(random("k in 1..3"), 3)).isEmpty();
        assertThat(Sentences.few(random("k in 1..4"), 3)).isEmpty();
        assertThat(Sentences.few(random("k ~ uniform(0, 1)"), 3)).isEmpty();
        assertThat(Sentences.few(random("k in {1}"), 3))
                .hasValue("Space has 1 point, 3 trials asked: each point runs once, as %%gridsearch would.");
    }

    @Test
    void aSearchThatListensIsNoGrid() {
        assertThat(Sentences.few(learning("x in 1..9"), 10))
                .hasValue("Space has 9 points, 10 trials asked: the search ends when all have run.");
        assertThat(Sentences.few(learning("x in 1..9"), 9)).isEmpty();
    }

    @Test
    void pointsThatAreKnownFromBeforeAreNotRun() {
        StudyConfig config = knowing(learning("x in 1..9"), 3, 6);
        assertThat(Sentences.few(config, 7))
                .hasValue("Space has 9 points, 3 of them known from before, 7 trials asked: the search ends when the"
                        + " others have run.");
        assertThat(Sentences.few(config, 6)).isEmpty();
        assertThat(Size.planned(config, Budget.trials(20))).isEqualTo(6);
        StudyConfig deaf = knowing(random("x in 1..9"), 3, 6);
        assertThat(Size.planned(deaf, Budget.trials(20))).isEqualTo(9);
        assertThat(Sentences.few(deaf, 20))
                .hasValueSatisfying(s -> assertThat(s).contains("9 points, 20 trials"));
    }

    @Test
    void moreJobsThanCanHaveWorkAreToldSo() {
        assertThat(Sentences.idle(random("x in 1..9"), 99)).isEmpty();
        assertThat(Sentences.idle(learning("x in 1..9"), 1)).isEmpty();
        assertThat(Sentences.idle(learning("x in 1..9"), 4))
                .hasValue("At most 1 of 4 jobs has work, as proposals wait for results. Maybe --batch 4, which changes"
                        + " what is tried.");
        assertThat(Sentences.idle(learning("x in 1..9").withBatch(4), 4)).isEmpty();
        StudyConfig generations = config("x ~ uniform(0, 1); y ~ uniform(0, 1)", new CmaSampler().withPopulation(6));
        assertThat(Sentences.idle(generations, 6)).isEmpty();
        assertThat(Sentences.idle(generations, 7))
                .hasValue("At most 6 of 7 jobs have work, as proposals wait for results.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x in 1..9                                  | 9",
                "x in 1..9; y in {a, b} if x > 7            | 11",
                "x in 1..9; require x > 4                   | 5",
                "x in 1..500; y in 1..500; require x > 250  | 250000",
                "x ~ uniform(0, 1)                          | ",
                "w[70] in {0, 1}                            | 9223372036854775807"
            })
    void aSpaceHasAsManyPointsAsItsGrid(String text, Long points) {
        SearchSpace space = SpaceText.parse(text.replace("; ", "\n"));
        assertThat(Size.of(space).stream().boxed().toList()).isEqualTo(points == null ? List.of() : List.of(points));
    }

    @Test
    void aSearchThatRepeatsPointsGoesOnWhenAllHaveRun() {
        StudyConfig breeding = config("x in 1..9", new GeneticSampler());
        assertThat(Sentences.few(breeding, 20))
                .hasValue(
                        "Space has 9 points, 20 trials asked: each point runs once, and lends its score to trials that"
                                + " repeat it.");
        assertThat(Size.planned(breeding, Budget.trials(20))).isEqualTo(20);
        assertThat(Size.known(knowing(breeding, 3, 6))).isZero();
    }

    @Test
    void theSmallerOfPointsAndTrialsIsPlanned() {
        StudyConfig few = random("x in 1..9");
        StudyConfig many = random("x ~ uniform(0, 1)");
        assertThat(Size.planned(few, Budget.trials(20))).isEqualTo(9);
        assertThat(Size.planned(few, Budget.trials(8))).isEqualTo(8);
        assertThat(Size.planned(few, Budget.unlimited())).isEqualTo(9);
        assertThat(Size.planned(many, Budget.trials(20))).isEqualTo(20);
        assertThat(Size.planned(many, Budget.unlimited())).isZero();
    }
}
