package dev.fettle.study;

import static dev.fettle.study.StudyTest.CLOCK;
import static dev.fettle.study.StudyTest.ask;
import static dev.fettle.study.StudyTest.config;
import static dev.fettle.study.StudyTest.numbers;
import static dev.fettle.study.StudyTest.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
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
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What a journal brings back. */
class ReplayTest {
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
        lease.tell(2, 1, Score.of(0.25));
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
    void ofLongTextsTheLinesThatDifferAreShown() {
        assertThat(refused("a\nb\nc", "a\nx\nc")).contains("objective: b there, x here");
        assertThat(refused("a\nb", "a\nb\nc\nd")).contains("objective: none there, c\nd here");
        assertThat(refused("a\nb", "b\na")).contains("objective: a\nb there, b\na here");
        assertThat(refused("a", "a\na")).contains("objective: a there, a\na here");
    }

    private static String refused(String before, String now) {
        Journal journal = new MemoryJournal();
        StudyConfig config = config(6);
        Study.open(config.withFingerprints(Map.of("objective", before)), journal, CLOCK)
                .begin(Budget.unlimited());
        StudyConfig other = config.withFingerprints(Map.of("objective", now));
        return String.valueOf(assertThrows(DifferentStudyException.class, () -> Study.open(other, journal, CLOCK))
                .getMessage());
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
    void aJournalWithOtherResourcesIsRefused() {
        Journal journal = new MemoryJournal();
        Study.open(config(6).withMostResource(9), journal, CLOCK).begin(Budget.unlimited());
        assertThatThrownBy(() -> Study.open(config(6).withMostResource(27), journal, CLOCK))
                .hasMessageContaining("resource: 9 there, 27 here");
    }

    @Test
    void aJournalIsOpenedOnceAndSaysByWhichVersion() throws Exception {
        Journal journal = new MemoryJournal();
        for (int i = 0; i < 3; i++) {
            Study study = Study.open(config(6), journal, CLOCK);
            study.begin(Budget.trials(1));
            study.begin(Budget.trials(1));
        }
        assertThat(journal.read(0)).filteredOn(Event.Opened.class::isInstance).hasSize(1);
        assertThat(journal.read(0))
                .filteredOn(Event.Began.class::isInstance)
                .hasSize(6)
                .allSatisfy(e -> assertThat(((Event.Began) e).version()).isNotBlank());
    }

    @Test
    void aJournalThatLacksALineIsRefused() throws Exception {
        MemoryJournal whole = new MemoryJournal();
        numbers(Study.open(config(6), whole, CLOCK).begin(Budget.trials(3)));
        List<Event> events = new ArrayList<>(whole.read(0));
        events.removeIf(e -> e instanceof Event.Asked a && a.number() == 2);
        MemoryJournal torn = new MemoryJournal();
        torn.append(0, events);
        assertThatThrownBy(() -> Study.open(config(6), torn, CLOCK))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Trial (2) of the journal must be running. Maybe lines are missing.");
        events.removeIf(e -> e instanceof Event.Told t && t.number() == 2);
        MemoryJournal gap = new MemoryJournal();
        gap.append(0, events);
        assertThatThrownBy(() -> Study.open(config(6), gap, CLOCK))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Trial (3) of the journal must be number 2. Maybe lines are missing.");
    }

    @Test
    void aJournalWithoutItsOpeningIsRefused() throws Exception {
        MemoryJournal torn = new MemoryJournal();
        torn.append(0, List.of(new Event.Began(CLOCK.instant(), "w", Budget.unlimited(), "1", Map.of())));
        assertThatThrownBy(() -> Study.open(config(6), torn, CLOCK))
                .hasMessage("Journal of study s must begin with its opening.");
    }
}
