package dev.fettle.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.pruner.Verdict;
import dev.fettle.random.Seed;
import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The fold over the events: what is asked, what is told, what a journal brings back. */
public class StudyTest {
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    public static StudyConfig config(int points) {
        return StudyConfig.of(
                        "s", SearchSpace.of(Whole.between("x", 1, points)), Goal.maximize("score"), new GridSampler())
                .withFingerprints(Map.of("objective", "x"));
    }

    private static Point x(int value) {
        return Point.of(Map.of("x", value));
    }

    private static Study study(StudyConfig config) {
        return Study.open(config, new MemoryJournal(), CLOCK);
    }

    private static Optional<Trial.Running> ask(Lease lease) {
        return lease.ask(() -> true);
    }

    private static void tell(Lease lease, int number, double score) {
        lease.tell(number, 1, Score.of(score));
    }

    private static List<Integer> numbers(Lease lease) {
        List<Integer> asked = new ArrayList<>();
        for (var t = ask(lease); t.isPresent(); t = ask(lease)) {
            asked.add(t.get().point().whole("x"));
            lease.tell(
                    t.get().number(),
                    t.get().attempt(),
                    Score.of(t.get().point().whole("x")));
        }
        return asked;
    }

    @Test
    void resultsEnterInTheOrderOfTheNumbers() {
        Study study = study(config(6));
        Lease lease = study.begin(Budget.unlimited());
        ask(lease);
        ask(lease);
        tell(lease, 2, 2);
        assertThat(study.history().size()).isZero();
        assertThat(study.trials().trials()).extracting(Trial::number).containsExactly(2);
        tell(lease, 1, 1);
        assertThat(study.history().trials()).extracting(Trial::number).containsExactly(1, 2);
    }

    @Test
    void refusesANumberItHasHeard() {
        Lease lease = study(config(6)).begin(Budget.unlimited());
        ask(lease);
        tell(lease, 1, 1);
        assertThatThrownBy(() -> tell(lease, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Trial (1) must be running. Maybe it was told before.");
        assertThatThrownBy(() -> lease.fail(9, 1, Failure.thrown("X", ""))).hasMessageContaining("Trial (9)");
    }

    @Test
    void aReleasedTrialIsAskedForAgainUnderItsNumber() {
        Lease lease = study(config(6)).begin(Budget.unlimited());
        ask(lease);
        ask(lease);
        lease.release(1, 1);
        Trial.Running again = ask(lease).orElseThrow();
        assertThat(again.number()).isEqualTo(1);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.point()).isEqualTo(x(1));
        assertThatThrownBy(() -> tell(lease, 1, 1)).hasMessageContaining("Trial (1) must be running");
    }

    @Test
    void triesComeFirstAndAreNotProposedAgain() {
        Study study = study(config(6).trying(x(2), "default").trying(x(5), "try"));
        assertThat(numbers(study.begin(Budget.unlimited()))).containsExactly(2, 5, 1, 3, 4, 6);
        assertThat(study.history().trials())
                .extracting(t -> t.proposal().origin())
                .startsWith("default", "try", "grid");
    }

    @Test
    void aPointTriedTwiceIsPaidForOnce() {
        Study study = study(config(6).trying(x(2), "try").trying(x(2), "try"));
        assertThat(numbers(study.begin(Budget.unlimited()))).containsExactly(2, 1, 3, 4, 5, 6);
        assertThat(study.history().trials().get(1))
                .isInstanceOfSatisfying(
                        Trial.Completed.class, c -> assertThat(c.source()).isEqualTo(1));
    }

    @Test
    void aRepeatWaitsForTheTrialWhosePointItShares() {
        Study study = study(config(6).trying(x(1), "try").trying(x(1), "try"));
        Lease lease = study.begin(Budget.unlimited());
        ask(lease);
        assertThat(ask(lease).orElseThrow().number()).isEqualTo(3);
        tell(lease, 3, 0);
        assertThat(study.history().size()).isZero();
        lease.fail(1, 1, Failure.thrown("Boom", ""));
        assertThat(study.history().trials().get(1))
                .isInstanceOfSatisfying(
                        Trial.Failed.class, f -> assertThat(f.source()).isEqualTo(1));
        assertThat(study.history().size()).isEqualTo(3);
    }

    @Test
    void aSamplerThatOnlyRepeatsItselfIsExhausted() {
        StudyConfig config = config(6).withSampler(new RandomSampler(true));
        Journal journal = new MemoryJournal();
        Study study = Study.open(config, journal, CLOCK);
        assertThat(numbers(study.begin(Budget.unlimited()))).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        Study again = Study.open(config, journal, CLOCK);
        assertThat(ask(again.begin(Budget.unlimited()))).isEmpty();
        assertThat(again.trials().trials()).isEqualTo(study.trials().trials());
    }

    @Test
    void whatIsSkippedIsSkippedInAReplayToo() throws Exception {
        StudyConfig config = config(40)
                .withSampler(new RandomSampler(true))
                .withSeed(7)
                .trying(x(9), "try")
                .trying(x(3), "try");
        MemoryJournal whole = new MemoryJournal();
        Study study = Study.open(config, whole, CLOCK);
        numbers(study.begin(Budget.unlimited()));
        assertThat(study.trials().trials()).extracting(Trial::point).hasSize(40).doesNotHaveDuplicates();
        List<Event> events = whole.read(0);
        for (int kill = 0; kill <= events.size(); kill++) {
            MemoryJournal torn = new MemoryJournal();
            torn.append(0, events.subList(0, kill));
            Study again = Study.open(config, torn, CLOCK);
            numbers(again.begin(Budget.unlimited()));
            assertThat(again.trials().trials())
                    .extracting(Trial::point)
                    .isEqualTo(
                            study.trials().trials().stream().map(Trial::point).toList());
        }
    }

    @Test
    void howeverMuchWasSkippedTheReplayGoesOnAsTheOriginal() throws Exception {
        int most = Proposals.SKIPS / 8;
        StudyConfig config = config(100_000).withSampler(new Stutter());
        MemoryJournal journal = new MemoryJournal();
        List<Point> original = points(Study.open(config, journal, CLOCK), most + 5);
        MemoryJournal torn = new MemoryJournal();
        torn.append(0, journal.read(0).subList(0, 2 + 2 * most));
        assertThat(points(Study.open(config, torn, CLOCK), most + 5)).isEqualTo(original);
    }

    private static List<Point> points(Study study, int trials) {
        numbers(study.begin(Budget.trials(trials)));
        return study.trials().trials().stream().map(Trial::point).toList();
    }

    /** Nine of ten proposals repeat the first one; does not listen. */
    private record Stutter() implements Sampler {
        @Override
        public Search start(Question question, Seed seed) {
            return new At(0);
        }

        private record At(int made) implements Search {
            @Override
            public Pace pace() {
                return new Pace.Free();
            }

            @Override
            public Step propose(int count, BooleanSupplier goOn) {
                int value = made % 10 == 0 ? 1 + made / 10 : 1;
                return new Step(List.of(Proposal.of(x(value), "stutter")), new At(made + 1));
            }

            @Override
            public Search tell(Told told) {
                return this;
            }
        }
    }

    @Test
    void rejectsAPointOutsideTheSpace() {
        assertThatThrownBy(() -> config(6).trying(x(7), "try")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCameInBehindTheDecidingTrialIsDropped() {
        Study study = study(config(6));
        Lease lease = study.begin(Budget.unlimited().withUntil(2.0));
        ask(lease);
        ask(lease);
        ask(lease);
        tell(lease, 3, 9);
        tell(lease, 2, 5);
        tell(lease, 1, 0);
        assertThat(study.ending()).contains(Ending.UNTIL);
        assertThat(study.trials().trials()).extracting(Trial::number).containsExactly(1, 2);
        study.begin(Budget.trials(3));
        assertThat(study.trials().trials()).extracting(Trial::number).containsExactly(1, 2, 3);
    }

    @Test
    void openingReadsAndWritesNothing() throws Exception {
        Journal journal = new MemoryJournal();
        Study study = Study.open(config(6), journal, CLOCK);
        assertThat(journal.read(0)).isEmpty();
        numbers(study.begin(Budget.trials(4).withPatience(3)));
        List<Event> events = journal.read(0);
        Study again = Study.open(config(6), journal, CLOCK);
        assertThat(journal.read(0)).isEqualTo(events);
        assertThat(again.trials().trials()).isEqualTo(study.trials().trials());
        assertThat(again.ending()).isEqualTo(study.ending());
    }

    @Test
    void aStudyOpenedFourTimesIsTheStudy() {
        StudyConfig config = config(40).trying(x(25), "default").trying(x(39), "try");
        Journal journal = new MemoryJournal();
        for (int i = 0; i < 4; i++) {
            numbers(Study.open(config, journal, CLOCK).begin(Budget.trials(7)));
        }
        assertThat(Study.open(config, journal, CLOCK).trials().trials())
                .extracting(t -> t.point().whole("x"))
                .containsExactly(25, 39, 1, 2, 3, 4, 5);
    }

    @Test
    void aJournalIsReplayedToTheSameStudy() throws Exception {
        StudyConfig config = config(6).trying(x(4), "try");
        Journal journal = new MemoryJournal();
        Study study = Study.open(config, journal, CLOCK);
        Lease lease = study.begin(Budget.unlimited());
        ask(lease);
        ask(lease);
        ask(lease);
        tell(lease, 2, 0.25);
        lease.fail(1, 1, Failure.thrown("Boom", "x = 4"));
        lease.stop(Ending.INTERRUPTED);
        Study again = Study.open(config, journal, CLOCK);
        assertThat(again.trials().trials()).isEqualTo(study.trials().trials());
        assertThat(ask(again.begin(Budget.unlimited())).orElseThrow())
                .extracting(Trial::number, Trial::attempt)
                .containsExactly(3, 2);
        assertThat(journal.read(0)).first().isInstanceOf(Event.Opened.class);
    }

    @Test
    void aJournalWithAnotherQuestionIsRefusedWithAllDifferences() {
        Journal journal = new MemoryJournal();
        Study.open(config(6), journal, CLOCK).begin(Budget.unlimited());
        StudyConfig other = StudyConfig.of(
                        "s", SearchSpace.of(Whole.between("x", 1, 7)), Goal.minimize("score"), new GridSampler())
                .withFingerprints(Map.of("objective", "y"));
        assertThatThrownBy(() -> Study.open(other, journal, CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("int(1, 6) there")
                .hasMessageContaining("maximize score there, minimize score here")
                .hasMessageContaining("objective: x there, y here");
    }

    @Test
    void aJournalWithOtherTriesIsRefused() {
        Journal journal = new MemoryJournal();
        Study.open(config(6).trying(x(1), "try"), journal, CLOCK).begin(Budget.unlimited());
        assertThatThrownBy(() -> Study.open(config(6).trying(x(2), "try"), journal, CLOCK))
                .hasMessageContaining("tries: x = 1 there, x = 2 here");
    }

    @Test
    void aFinishedStudyOpenedAgainHasNothingToDo() {
        Journal journal = new MemoryJournal();
        numbers(Study.open(config(6), journal, CLOCK).begin(Budget.trials(1)));
        Study again = Study.open(config(6), journal, CLOCK);
        assertThat(again.ending()).contains(Ending.TRIALS);
        assertThat(ask(again.begin(Budget.trials(1)))).isEmpty();
        assertThat(ask(again.begin(Budget.trials(2))).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void reportsStayWithTheirTrial() {
        Study study = study(config(6));
        Lease lease = study.begin(Budget.unlimited());
        ask(lease);
        assertThat(lease.report(1, 1, new Report(1, 0.5))).isEqualTo(new Verdict.GoOn());
        assertThat(lease.report(99, 1, new Report(1, 0.5))).isInstanceOf(Verdict.Stop.class);
        tell(lease, 1, 1);
        assertThat(study.history().trials().get(0).reports()).isEqualTo(List.of(new Report(1, 0.5)));
    }

    @Test
    void aJournalIsReplayedUnderTheBudgetOfThen() {
        MemoryJournal journal = new MemoryJournal();
        Study first = Study.open(config(20), journal, CLOCK);
        numbers(first.begin(Budget.trials(10)));
        Study again = Study.open(config(20), journal, CLOCK);
        again.begin(Budget.trials(4));
        assertThat(again.trials().trials()).isEqualTo(first.trials().trials());
        assertThat(again.ending()).contains(Ending.TRIALS);
    }

    @Test
    void aRepeatThatEndsTheStudyStartsNothing() {
        StudyConfig config = config(6);
        for (int i = 0; i < 4; i++) {
            config = config.trying(x(3), "try");
        }
        Study study = study(config);
        Lease lease = study.begin(Budget.unlimited().withPatience(2));
        ask(lease);
        tell(lease, 1, 1);
        assertThat(ask(lease)).isEmpty();
        assertThat(study.ending()).contains(Ending.PATIENCE);
        assertThat(study.running()).isEmpty();
    }

    @Test
    void patienceCountsAnewInAStudyThatGoesOnInSpiteOfIt() {
        Budget two = Budget.unlimited().withPatience(2);
        MemoryJournal journal = new MemoryJournal();
        Study study = Study.open(config(9), journal, CLOCK);
        Lease lease = study.begin(two);
        for (int n = 1; n <= 3; n++) {
            ask(lease);
            tell(lease, n, 1);
        }
        assertThat(study.ending()).contains(Ending.PATIENCE);
        lease = study.begin(two);
        assertThat(study.ending()).isEmpty();
        ask(lease);
        tell(lease, 4, 1);
        assertThat(study.ending()).isEmpty();
        Study again = Study.open(config(9), journal, CLOCK);
        lease = again.begin(two);
        ask(lease);
        tell(lease, 5, 1);
        assertThat(again.ending()).contains(Ending.PATIENCE);
    }

    @Test
    void patienceCountsOnBehindAnEndThatNoTrialDecided() {
        Study study = study(config(9));
        Lease lease = study.begin(Budget.trials(2).withPatience(4));
        for (int n = 1; n <= 5; n++) {
            if (n == 3) {
                assertThat(study.ending()).contains(Ending.TRIALS);
                lease = study.begin(Budget.unlimited().withPatience(4));
            }
            if (n == 4) {
                lease.stop(Ending.INTERRUPTED);
                lease = study.begin(Budget.unlimited().withPatience(4));
            }
            ask(lease);
            tell(lease, n, 1);
        }
        assertThat(study.ending()).contains(Ending.PATIENCE);
    }
}
