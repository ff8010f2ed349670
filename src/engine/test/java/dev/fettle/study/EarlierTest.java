package dev.fettle.study;

import static dev.fettle.study.StudyTest.config;
import static dev.fettle.study.StudyTest.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.sampler.GridSampler;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an earlier study has to say in another space. */
class EarlierTest {
    private static final SearchSpace SPACE = SearchSpace.of(Whole.between("x", 4, 40));

    private static Trial.Running running(int number, int x, int resource) {
        return new Trial.Running(number, 1, new Proposal(x(x), resource, null, "old"), List.of(), Instant.EPOCH);
    }

    private static Trial.Completed scored(int number, int x, double score) {
        return (Trial.Completed) running(number, x, Proposal.ALL).complete(Score.of(score), Duration.ZERO);
    }

    private static History history(Trial.Finished... trials) {
        History history = History.empty(Goal.maximize("score"));
        for (Trial.Finished trial : trials) {
            history = history.plus(trial);
        }
        return history;
    }

    @Test
    void resultsStandInTheOrderOfTheNumbersAndPointsFromBestToWorst() {
        Earlier earlier = Earlier.of(
                history(scored(1, 9, 1), scored(2, 3, 2), scored(3, 7, 5), scored(5, 2, 7), scored(6, 8, 5)), SPACE);
        assertThat(earlier.results()).extracting(Trial::number).containsExactly(1, 3, 6);
        assertThat(earlier.best()).containsExactly(x(7), x(8), x(9));
        assertThat(earlier.unfit()).containsExactly(x(2), x(3));
        assertThat(earlier.reason(SPACE)).contains("x = 2 lies outside int(4, 40)");
        assertThat(Earlier.of(history(scored(1, 9, 1)), SPACE).reason(SPACE)).isEmpty();
    }

    @Test
    void onlyTrialsThatWereEvaluatedAndScoredCount() {
        Trial.Completed shared = new Trial.Completed(
                4, 1, Proposal.of(x(9), "old"), List.of(), Instant.EPOCH, Duration.ZERO, Score.of(1), 1);
        Earlier earlier = Earlier.of(
                history(
                        scored(1, 9, 1),
                        running(2, 8, 0).fail(Failure.thrown("Boom", ""), Duration.ZERO),
                        running(3, 7, 0).prune("late", Duration.ZERO),
                        shared),
                SPACE);
        assertThat(earlier.results()).extracting(Trial::number).containsExactly(1);
        assertThat(earlier.best()).containsExactly(x(9));
        assertThat(earlier.unfit()).isEmpty();
    }

    @Test
    void whatWasScoredWithLessResourceIsNoResult() {
        Trial.Finished little = running(1, 9, 1).complete(Score.of(9), Duration.ZERO);
        Trial.Finished much = running(2, 8, 3).complete(Score.of(1), Duration.ZERO);
        assertThat(Earlier.of(history(little, much), SPACE).best()).containsExactly(x(8));
    }

    @Test
    void aPointThatTwoOldOnesBecomeIsTriedOnceAndHasNoResultAsNobodyKnowsTheRest() {
        SearchSpace wide = SearchSpace.of(Whole.between("x", 1, 9), Whole.between("k", 1, 9));
        List<Trial.Finished> trials = IntStream.of(3, 4)
                .<Trial.Finished>mapToObj(k -> new Trial.Running(
                                k,
                                1,
                                Proposal.of(wide.canonical(java.util.Map.of("x", 5, "k", k)), "old"),
                                List.of(),
                                Instant.EPOCH)
                        .complete(Score.of(k).withGradient(List.of(1.0, 2.0)), Duration.ZERO))
                .toList();
        Earlier earlier = Earlier.of(history(trials.toArray(Trial.Finished[]::new)), SPACE);
        assertThat(earlier.best()).containsExactly(x(5));
        assertThat(earlier.results()).isEmpty();
        assertThat(earlier.hitch()).contains("k is no parameter here");
    }

    @Test
    void whatIsNewRanWithItsDefaultAndWithoutOneNobodyKnowsWithWhat() {
        Trial.Completed old = scored(1, 9, 2);
        Trial.Completed sloped = new Trial.Completed(
                1,
                1,
                old.proposal(),
                List.of(),
                old.started(),
                old.took(),
                Score.of(2).withGradient(List.of(1.0)),
                1);
        Earlier said = Earlier.of(history(sloped), SpaceText.parse("x in 4..40\nk in 1..9 default 3"));
        assertThat(said.results()).singleElement().satisfies(t -> {
            assertThat(t.point().whole("k")).isEqualTo(3);
            assertThat(t.score().gradient()).as("it belongs to one coordinate").isEmpty();
        });
        assertThat(said.hitch()).isEmpty();
        Earlier open = Earlier.of(history(sloped), SpaceText.parse("x in 4..40\nk in 1..9"));
        assertThat(open.results()).isEmpty();
        assertThat(open.best()).hasSize(1);
        assertThat(open.hitch()).contains("k has no default here");
        Earlier asleep = Earlier.of(history(sloped), SpaceText.parse("x in 4..40\nk in 1..9 if x > 20"));
        assertThat(asleep.results()).hasSize(1);
    }

    @Test
    void aSpaceThatSharesNoParameterIsAnother() {
        Earlier earlier = Earlier.of(history(scored(1, 9, 2)), SpaceText.parse("z ~ uniform(0, 1)"));
        assertThat(earlier.best()).isEmpty();
        assertThat(earlier.unfit()).containsExactly(x(9));
        assertThat(earlier.reason(SpaceText.parse("z ~ uniform(0, 1)"))).contains("no parameter of it is one here");
    }

    @Test
    void theTenBestAreTriedBehindThePointsOfTheUserAndAllAreKnown() {
        Trial.Finished[] many =
                IntStream.rangeClosed(1, 12).mapToObj(n -> scored(n, 40 - n, n)).toArray(Trial.Finished[]::new);
        StudyConfig before = config(40).trying(x(1), "try").withEarlier(List.of(scored(1, 2, 3)));
        StudyConfig all = Earlier.of(history(many), before.space()).into(before, "from old");
        assertThat(all.tries()).hasSize(11).first().extracting(Proposal::origin).isEqualTo("try");
        assertThat(all.tries().get(1)).isEqualTo(Proposal.of(x(28), "from old"));
        assertThat(all.earlier()).hasSize(13).first().isEqualTo(scored(1, 2, 3));
    }

    @Test
    void resultsForAnotherGoalAreNotKnown() {
        for (Goal goal : List.of(Goal.minimize("score"), Goal.maximize("accuracy"))) {
            History other = History.empty(goal).plus(scored(1, 9, 1));
            StudyConfig config = Earlier.of(other, SPACE).into(config(40), "from old");
            assertThat(config.tries()).hasSize(1);
            assertThat(config.earlier()).isEmpty();
        }
    }

    @Test
    void aResultMustLieInTheSpaceAndHaveAFiniteValueForEachGoal() {
        StudyConfig config = config(6);
        assertThatThrownBy(() -> config.withEarlier(List.of(scored(1, 7, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Value (7) of parameter x");
        SearchSpace half = SpaceText.parse("x in 1..6\nrequire x < 5");
        StudyConfig required = StudyConfig.of("s", half, Goal.maximize("score"), new GridSampler());
        assertThatThrownBy(() -> required.withEarlier(List.of(scored(1, 5, 1))))
                .hasMessage("Earlier result (x = 5) must lie in the space.");
        assertThat(required.withEarlier(List.of(scored(1, 4, 1))).earlier()).hasSize(1);
        Trial.Completed nan = new Trial.Completed(
                1, 1, Proposal.of(x(2), ""), List.of(), Instant.EPOCH, Duration.ZERO, Score.of(Double.NaN), 1);
        assertThatThrownBy(() -> config.withEarlier(List.of(nan)))
                .hasMessage("Earlier result ([NaN] at x = 2) must have a finite value for each of the 1 goals.");
        Trial.Completed two = (Trial.Completed) running(1, 2, 0).complete(Score.of(1, 2), Duration.ZERO);
        assertThatThrownBy(() -> config.withEarlier(List.of(two))).hasMessageContaining("[1.0, 2.0] at x = 2");
    }
}
