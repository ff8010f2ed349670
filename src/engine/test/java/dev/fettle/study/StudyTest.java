package dev.fettle.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.random.Seed;
import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

public class StudyTest {
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    public static StudyConfig config(int points) {
        return new StudyConfig(
                "s",
                SearchSpace.of(Whole.between("x", 1, points)),
                List.of(Goal.maximize("score")),
                new GridSampler(),
                new Seed(42),
                1,
                Map.of("objective", "x"));
    }

    static Study open(Journal journal, Budget budget) {
        return Study.open(config(6), budget, journal, CLOCK);
    }

    @Test
    void resultsEnterInTheOrderOfTheNumbers() {
        Study study = open(new MemoryJournal(), Budget.unlimited());
        study.ask();
        study.ask();
        study.tell(2, Score.of(2));
        assertThat(study.history().size()).isZero();
        assertThat(study.trials().trials()).extracting(Trial::number).containsExactly(2);
        study.tell(1, Score.of(1));
        assertThat(study.history().trials()).extracting(Trial::number).containsExactly(1, 2);
    }

    @Test
    void refusesANumberItHasHeard() {
        Study study = open(new MemoryJournal(), Budget.unlimited());
        study.ask();
        study.tell(1, Score.of(1));
        assertThatThrownBy(() -> study.tell(1, Score.of(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Trial (1) must be running. Maybe it was told before.");
        assertThatThrownBy(() -> study.fail(9, Failure.thrown("X", ""))).hasMessageContaining("Trial (9)");
    }

    @Test
    void aReleasedTrialIsAskedForAgainUnderItsNumber() {
        Study study = open(new MemoryJournal(), Budget.unlimited());
        study.ask();
        study.ask();
        study.release(1);
        Trial.Running again = study.ask().orElseThrow();
        assertThat(again.number()).isEqualTo(1);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.point()).isEqualTo(Point.of(Map.of("x", 1)));
    }

    private static List<Integer> numbers(Study study) {
        List<Integer> asked = new ArrayList<>();
        for (var t = study.ask(); t.isPresent(); t = study.ask()) {
            asked.add(t.get().point().whole("x"));
            study.tell(t.get().number(), Score.of(t.get().point().whole("x")));
        }
        return asked;
    }

    @Test
    void enqueuedPointsComeFirstAndAreNotProposedAgain() {
        Study study = open(new MemoryJournal(), Budget.unlimited());
        study.enqueue(Point.of(Map.of("x", 2)), "default");
        study.enqueue(Point.of(Map.of("x", 5)));
        assertThat(numbers(study)).containsExactly(2, 5, 1, 3, 4, 6);
        assertThat(study.history().trials())
                .extracting(t -> t.proposal().origin())
                .startsWith("default", "try", "grid");
    }

    @Test
    void aPointEnqueuedTwiceIsPaidForOnce() {
        Study study = open(new MemoryJournal(), Budget.unlimited());
        study.enqueue(Point.of(Map.of("x", 2)));
        study.enqueue(Point.of(Map.of("x", 2)));
        assertThat(numbers(study)).containsExactly(2, 1, 3, 4, 5, 6);
        assertThat(study.history().trials().get(1))
                .isInstanceOfSatisfying(
                        Trial.Completed.class, c -> assertThat(c.source()).isEqualTo(1));
    }

    @Test
    void aRepeatWaitsForTheTrialWhosePointItShares() {
        Study study = open(new MemoryJournal(), Budget.unlimited());
        study.enqueue(Point.of(Map.of("x", 1)));
        study.enqueue(Point.of(Map.of("x", 1)));
        study.ask();
        assertThat(study.ask().orElseThrow().number()).isEqualTo(3);
        study.tell(3, Score.of(0));
        assertThat(study.history().size()).isZero();
        study.fail(1, Failure.thrown("Boom", ""));
        assertThat(study.history().trials().get(1))
                .isInstanceOfSatisfying(
                        Trial.Failed.class, f -> assertThat(f.source()).isEqualTo(1));
        assertThat(study.history().size()).isEqualTo(3);
    }

    @Test
    void aSamplerThatOnlyRepeatsItselfIsExhausted() {
        StudyConfig config = new StudyConfig(
                "s",
                SearchSpace.of(Whole.between("x", 1, 6)),
                List.of(Goal.maximize("score")),
                new RandomSampler(true),
                new Seed(42),
                1,
                Map.of());
        Journal journal = new MemoryJournal();
        Study study = Study.open(config, Budget.unlimited(), journal, CLOCK);
        List<Integer> asked = numbers(study);
        assertThat(asked).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        Study again = Study.open(config, Budget.unlimited(), journal, CLOCK);
        assertThat(again.ask()).isEmpty();
        assertThat(again.trials().trials()).isEqualTo(study.trials().trials());
    }

    @Test
    void whatIsSkippedIsSkippedInAReplayToo() throws Exception {
        StudyConfig config = new StudyConfig(
                "s",
                SearchSpace.of(Whole.between("x", 1, 40)),
                List.of(Goal.maximize("score")),
                new RandomSampler(true),
                new Seed(7),
                1,
                Map.of());
        MemoryJournal whole = new MemoryJournal();
        Study study = Study.open(config, Budget.unlimited(), whole, CLOCK);
        study.enqueue(Point.of(Map.of("x", 9)));
        study.ask();
        study.ask();
        study.enqueue(Point.of(Map.of("x", 3)));
        study.tell(1, Score.of(9));
        study.tell(2, Score.of(1));
        List<Event> begun = whole.read();
        numbers(study);
        assertThat(study.trials().trials()).extracting(Trial::point).hasSize(40).doesNotHaveDuplicates();
        for (int kill = begun.size() - 2; kill <= whole.read().size(); kill++) {
            MemoryJournal torn = new MemoryJournal();
            whole.read().subList(0, kill).forEach(torn::append);
            Study again = Study.open(config, Budget.unlimited(), torn, CLOCK);
            numbers(again);
            assertThat(again.trials().trials())
                    .extracting(Trial::point)
                    .isEqualTo(
                            study.trials().trials().stream().map(Trial::point).toList());
        }
    }

    @Test
    void rejectsAPointOutsideTheSpace() {
        Study study = open(new MemoryJournal(), Budget.unlimited());
        assertThatThrownBy(() -> study.enqueue(Point.of(Map.of("x", 7)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCameInBehindTheDecidingTrialIsDropped() {
        Study study = open(new MemoryJournal(), new Budget(Budget.ALL, null, 2.0, Budget.ALL));
        study.ask();
        study.ask();
        study.ask();
        study.tell(3, Score.of(9));
        study.tell(2, Score.of(5));
        study.tell(1, Score.of(0));
        assertThat(study.ending()).contains(Ending.UNTIL);
        assertThat(study.trials().trials()).extracting(Trial::number).containsExactly(1, 2);
        study.extend(Budget.trials(3));
        assertThat(study.trials().trials()).extracting(Trial::number).containsExactly(1, 2, 3);
    }

    @Test
    void aJournalIsReplayedToTheSameStudy() throws Exception {
        Journal journal = new MemoryJournal();
        Study study = open(journal, Budget.unlimited());
        study.enqueue(Point.of(Map.of("x", 4)));
        study.ask();
        study.ask();
        study.ask();
        study.tell(2, Score.of(0.25));
        study.fail(1, Failure.thrown("Boom", "x = 4"));
        study.stop(Ending.INTERRUPTED);
        Study again = open(journal, Budget.unlimited());
        assertThat(again.trials().trials()).isEqualTo(study.trials().trials());
        assertThat(again.ask().orElseThrow())
                .extracting(Trial::number, Trial::attempt)
                .containsExactly(3, 2);
        assertThat(journal.read()).first().isInstanceOf(Event.Opened.class);
    }

    @Test
    void aJournalWithAnotherQuestionIsRefusedWithAllDifferences() {
        Journal journal = new MemoryJournal();
        Study.open(config(6), Budget.unlimited(), journal, CLOCK);
        StudyConfig other = new StudyConfig(
                "s",
                SearchSpace.of(Whole.between("x", 1, 7)),
                List.of(Goal.minimize("score")),
                new GridSampler(),
                new Seed(42),
                1,
                Map.of("objective", "y"));
        assertThatThrownBy(() -> Study.open(other, Budget.unlimited(), journal, CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("int(1, 6) there")
                .hasMessageContaining("maximize score there, minimize score here")
                .hasMessageContaining("objective: x there, y here");
    }

    @Test
    void aFinishedStudyOpenedAgainHasNothingToDo() {
        Journal journal = new MemoryJournal();
        Study study = open(journal, Budget.trials(1));
        study.ask();
        study.tell(1, Score.of(1));
        Study again = open(journal, Budget.trials(1));
        assertThat(again.ending()).contains(Ending.TRIALS);
        assertThat(again.ask()).isEmpty();
        assertThat(open(journal, Budget.trials(2)).ask().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void reportsStayWithTheirTrial() {
        Study study = open(new MemoryJournal(), Budget.unlimited());
        study.ask();
        study.report(1, new dev.fettle.trial.Report(1, 0.5));
        study.report(99, new dev.fettle.trial.Report(1, 0.5));
        study.tell(1, Score.of(1));
        assertThat(study.history().trials().get(0).reports()).isEqualTo(List.of(new dev.fettle.trial.Report(1, 0.5)));
    }

    /** Learns: proposes one point behind each told trial, the number of trials told. */
    private record Learner() implements Sampler {
        @Override
        public Search start(SearchSpace space, Seed seed, Budget budget) {
            return new Told(0);
        }

        @Override
        public int lag() {
            return 1;
        }

        private record Told(int trials) implements Search {
            @Override
            public Step propose(int count) {
                return new Step(List.of(Proposal.of(Point.of(Map.of("x", trials + 1)), "learnt")), this);
            }

            @Override
            public Search tell(Trial.Finished trial, double loss) {
                return new Told(trials + 1);
            }
        }
    }

    @Test
    void aJournalIsReplayedUnderTheBudgetOfThen() {
        StudyConfig config = new StudyConfig(
                "s",
                SearchSpace.of(Whole.between("x", 1, 99)),
                List.of(Goal.maximize("score")),
                new Learner(),
                new Seed(42),
                1,
                Map.of());
        MemoryJournal journal = new MemoryJournal();
        Study first = Study.open(config, Budget.trials(10), journal, CLOCK);
        for (int n = 1; n <= 10; n++) {
            first.ask();
            first.tell(n, Score.of(n));
        }
        Study again = Study.open(config, Budget.trials(4), journal, CLOCK);
        assertThat(again.trials().trials()).isEqualTo(first.trials().trials());
        assertThat(again.ending()).contains(Ending.TRIALS);
    }

    @Test
    void aRepeatThatEndsTheStudyStartsNothing() {
        Study study = open(new MemoryJournal(), new Budget(Budget.ALL, null, null, 2));
        for (int i = 0; i < 4; i++) {
            study.enqueue(Point.of(Map.of("x", 3)));
        }
        study.ask();
        study.tell(1, Score.of(1));
        assertThat(study.ask()).isEmpty();
        assertThat(study.ending()).contains(Ending.PATIENCE);
        assertThat(study.open()).isEmpty();
    }

    @Test
    void patienceCountsAnewInAStudyThatGoesOnInSpiteOfIt() {
        MemoryJournal journal = new MemoryJournal();
        Study study = open(journal, new Budget(Budget.ALL, null, null, 2));
        for (int n = 1; n <= 3; n++) {
            study.ask();
            study.tell(n, Score.of(1));
        }
        assertThat(study.ending()).contains(Ending.PATIENCE);
        study.extend(new Budget(Budget.ALL, null, null, 2));
        assertThat(study.ending()).isEmpty();
        study.ask();
        study.tell(4, Score.of(1));
        assertThat(study.ending()).isEmpty();
        Study again = open(journal, new Budget(Budget.ALL, null, null, 2));
        again.ask();
        again.tell(5, Score.of(1));
        assertThat(again.ending()).contains(Ending.PATIENCE);
    }
}
