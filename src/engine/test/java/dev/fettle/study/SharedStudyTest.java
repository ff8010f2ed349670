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
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.store.Conflict;
import dev.fettle.store.Presence;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Outcome;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several runs on one journal. */
class SharedStudyTest {
    private static Study study(Journal journal) {
        return Study.open(StudyTest.config(9), journal, StudyTest.CLOCK);
    }

    private static int number(Lease lease) {
        return lease.ask(() -> true).orElseThrow().number();
    }

    @Test
    void twoStudiesOnOneJournalShareItsTrials() throws Exception {
        Journal journal = new MemoryJournal();
        Study one = study(journal);
        Study other = study(journal);
        Lease first = one.begin(Budget.unlimited());
        assertThat(number(first)).isEqualTo(1);
        first.tell(1, 1, Score.of(1));
        // This one has seen none of that.
        Lease second = other.begin(Budget.unlimited());
        assertThat(number(second)).isEqualTo(2);
        assertThat(number(first)).isEqualTo(3);
        assertThat(first.isAlive() && second.isAlive()).isTrue();
        second.tell(2, 1, Score.of(2));
        first.tell(3, 1, Score.of(3));
        assertThat(one.history().trials()).extracting(Trial::number).containsExactly(1, 2, 3);
        second.look();
        assertThat(other.history().trials()).isEqualTo(one.history().trials());
        assertThat(study(journal).history().trials()).isEqualTo(one.history().trials());
    }

    @Test
    void nobodyIsHeardOfTheTrialOfAnother() {
        Journal journal = new MemoryJournal();
        Lease first = study(journal).begin(Budget.unlimited());
        Study other = study(journal);
        Lease second = other.begin(Budget.unlimited());
        number(first);
        second.look();
        assertThatThrownBy(() -> second.tell(1, 1, Score.of(1))).hasMessageContaining("Trial (1) must be running.");
        assertThat(second.report(1, 1, new Report(1, 1))).isInstanceOf(Verdict.Stop.class);
        first.tell(1, 1, Score.of(2));
        second.look();
        assertThat(other.running()).isEmpty();
    }

    @Test
    void eachSaysHowManyTrialsTheOthersHaveUnderWay() {
        Journal journal = new MemoryJournal();
        Study one = study(journal);
        Lease first = one.begin(Budget.unlimited());
        number(first);
        number(first);
        Study other = study(journal);
        Lease second = other.begin(Budget.unlimited());
        number(second);
        first.look();
        String here = "process " + ProcessHandle.current().pid();
        assertThat(other.elsewhere().keySet()).singleElement().asString().startsWith(here);
        assertThat(other.elsewhere().values()).containsExactly(2);
        assertThat(one.elsewhere().values()).containsExactly(1);
        first.stop(Ending.INTERRUPTED);
        first.close();
        second.look();
        assertThat(other.elsewhere()).isEmpty();
    }

    /** Another tells what was waited for, a moment after this one had asked in vain. */
    @Test
    void aStudyOfWhichAnotherHasToldMoreIsNotExhausted() {
        Journal journal = new MemoryJournal();
        StudyConfig config = StudyTest.config(9).withSampler(new Toys.Climber(new Pace.Window(1)));
        Lease first = Study.open(config, journal, StudyTest.CLOCK).begin(Budget.unlimited());
        Lease second = Study.open(config, journal, StudyTest.CLOCK).begin(Budget.unlimited());
        number(first);
        assertThat(second.ask(() -> true)).isEmpty();
        second.exhaust();
        assertThat(second.ending()).isEmpty();
        first.tell(1, 1, Score.of(1));
        second.look();
        second.exhaust();
        assertThat(second.ending()).isEmpty();
        assertThat(second.ask(() -> true)).isPresent();
    }

    @Test
    void aRunThatEndsLeavesItsTrialsToTheOthers() {
        Journal journal = new MemoryJournal();
        Lease first = study(journal).begin(Budget.unlimited());
        Study other = study(journal);
        Lease second = other.begin(Budget.unlimited());
        number(first);
        number(first);
        second.look();
        assertThat(other.running()).hasSize(2);
        first.stop(Ending.INTERRUPTED);
        first.release(1, 1);
        first.close();
        // Number 2 was not released: its run was given up.
        second.look();
        assertThat(second.ask(() -> true).orElseThrow())
                .extracting(Trial::number, Trial::attempt)
                .containsExactly(1, 2);
        assertThat(second.ask(() -> true).orElseThrow())
                .extracting(Trial::number, Trial::attempt)
                .containsExactly(2, 2);
        assertThat(second.ending()).isEmpty();
        assertThat(first.ending()).contains(Ending.INTERRUPTED);
    }

    /** One turn is enough for telling and asking, where each waits for its own. */
    @Test
    void inACrowdAnEndAndTheNextTrialAreOneAppend() {
        Appends journal = new Appends(new MemoryJournal(), new ArrayList<>());
        Lease first = study(journal).begin(Budget.unlimited());
        Study other = study(journal);
        Lease second = other.begin(Budget.unlimited());
        Outcome outcome = second.outcome(Score.of(1));
        number(second);
        // Nobody has written behind its back yet.
        assertThat(second.exchange(1, 1, outcome)).isEmpty();
        number(second);
        number(second);
        number(first);
        // In its turn it hears of the other.
        second.tell(2, 1, Score.of(2));
        number(first);
        journal.sizes().clear();
        assertThat(second.exchange(3, 1, outcome))
                .get()
                .extracting(Trial::number)
                .isEqualTo(6);
        assertThat(journal.sizes()).containsExactly(2);
        assertThat(other.running()).extracting(Trial::number).containsExactly(4, 5, 6);
    }

    @Test
    void whoTellsWhatIsNotRunningLeavesNoTrialBehind() {
        Journal journal = new MemoryJournal();
        Lease first = study(journal).begin(Budget.unlimited());
        Study other = study(journal);
        Lease second = other.begin(Budget.unlimited());
        number(second);
        number(first);
        second.tell(1, 1, Score.of(1));
        number(first);
        assertThatThrownBy(() -> second.exchange(1, 1, second.outcome(Score.of(2))))
                .hasMessageContaining("Trial (1) must be running.");
        assertThat(second.ask(() -> true).orElseThrow())
                .extracting(Trial::number, Trial::attempt)
                .containsExactly(4, 2);
    }

    /** A journal that remembers how many events it kept at once. */
    private record Appends(Journal journal, List<Integer> sizes) implements Journal {
        @Override
        public List<Event> read(long from) throws IOException {
            return journal.read(from);
        }

        @Override
        public long append(long expected, List<Event> events) throws IOException, Conflict {
            long size = journal.append(expected, events);
            sizes.add(events.size());
            return size;
        }

        @Override
        public Presence enter() throws IOException {
            return journal.enter();
        }
    }

    @Test
    void ofTwoStudiesOnOneJournalBothPlanAsTheFirstToBegin() {
        Journal journal = new MemoryJournal();
        Study one = Study.open(planned(4), journal, StudyTest.CLOCK);
        Study other = Study.open(planned(8), journal, StudyTest.CLOCK);
        int number = 0;
        for (Study study : List.of(one, other, Study.open(planned(2), journal, StudyTest.CLOCK))) {
            Lease lease = study.begin(Budget.unlimited());
            assertThat(lease.ask(() -> true).orElseThrow().point().whole("x")).isEqualTo(4 + number);
            lease.tell(++number, 1, Score.of(1));
        }
    }

    /** The points are the numbers from that of the trials that the sampler plans with. */
    private static StudyConfig planned(int trials) {
        return StudyTest.config(9).withSampler(new Planner()).withTrials(trials);
    }

    private record Planner() implements Sampler {
        @Override
        public Search start(Question question, Seed seed) {
            SearchSpace space =
                    SearchSpace.of(Whole.between("x", question.trials().orElseThrow(), 9));
            return new GridSampler().start(Question.of(space, question.goals().get(0)), seed);
        }
    }
}
