package dev.fettle.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.pruner.Verdict;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a proposal knows depends on its number alone. */
class PaceTest {
    private static final SearchSpace SPACE = SearchSpace.of(Real.uniform("x", 0, 1), Whole.between("k", 1, 5));

    private static StudyConfig config(Sampler sampler) {
        return StudyConfig.of("s", SPACE, Goal.minimize("loss"), sampler)
                .trying(SPACE.decode(new double[] {0.5, 0.5}), "try");
    }

    private static double loss(Trial trial) {
        return Math.abs(trial.point().real("x") - 0.3) + trial.point().whole("k");
    }

    /** Keeps {@code jobs} trials in the air, and lands the youngest or the oldest. */
    private static List<String> run(StudyConfig config, Journal journal, int jobs, boolean youngest, int trials) {
        Study study = Study.open(config, journal, StudyTest.CLOCK);
        Lease lease = study.begin(Budget.trials(trials));
        Flights.run(
                lease,
                jobs,
                air -> youngest ? air.size() - 1 : 0,
                trial -> lease.tell(trial.number(), trial.attempt(), Score.of(loss(trial))));
        return study.history().trials().stream()
                .map(t -> t.number() + " " + t.proposal())
                .toList();
    }

    @Test
    void theProposalsDoNotDependOnTheJobs() {
        for (Pace pace : List.of(new Pace.Window(1), new Pace.Window(4), new Pace.Generation(5))) {
            StudyConfig config = config(new Toys.Climber(pace));
            List<String> one = run(config, new MemoryJournal(), 1, false, 30);
            assertThat(one).hasSize(30);
            for (int jobs : new int[] {2, 3, 8}) {
                assertThat(run(config, new MemoryJournal(), jobs, true, 30)).isEqualTo(one);
                assertThat(run(config, new MemoryJournal(), jobs, false, 30)).isEqualTo(one);
            }
        }
    }

    @Test
    void aWindowKnowsAllUpToItsLag() {
        List<String> rows = run(config(new Toys.Climber(new Pace.Window(4))), new MemoryJournal(), 1, false, 9);
        assertThat(rows.subList(1, 9)).allSatisfy(row -> {
            int number = Integer.parseInt(row.substring(0, row.indexOf(' ')));
            assertThat(row).endsWith("origin=told " + Math.max(0, number - 4) + "]");
        });
    }

    @Test
    void aGenerationKnowsAllBeforeIt() {
        List<String> rows = run(config(new Toys.Climber(new Pace.Generation(3))), new MemoryJournal(), 1, false, 10);
        assertThat(rows)
                .extracting(r -> r.replaceAll(".*origin=|]$", ""))
                .containsExactly(
                        "try", "told 1", "told 1", "told 1", "told 4", "told 4", "told 4", "told 7", "told 7",
                        "told 7");
    }

    @Test
    void theBatchOfAStudyWidensTheWindow() {
        StudyConfig config = config(new Toys.Climber(new Pace.Window(1))).withBatch(3);
        assertThat(run(config, new MemoryJournal(), 1, false, 6))
                .extracting(r -> r.replaceAll(".*origin=|]$", ""))
                .containsExactly("try", "told 0", "told 0", "told 1", "told 2", "told 3");
    }

    /** Four points first: three tries are under way, so that the model speaks at the fifth number whatever the batch. */
    @Test
    void aModelKnowsThatPointsOfTheUserAreUnderWay() {
        StudyConfig config = config(new TpeSampler().withInit(4)).withBatch(8);
        for (double x : new double[] {0.3, 0.6}) {
            config = config.trying(SPACE.decode(new double[] {x, 0.1}), "try");
        }
        assertThat(run(config, new MemoryJournal(), 8, false, 12))
                .extracting(r -> r.replaceAll(".*origin=|]$", ""))
                .startsWith("try", "try", "try", "init", "tpe", "tpe", "tpe", "tpe", "tpe");
    }

    @Test
    void howManyCanRunAtOnceIsKnownBefore() {
        assertThat(config(new Toys.Climber(new Pace.Window(2))).ahead()).isEqualTo(2);
        assertThat(config(new Toys.Climber(new Pace.Window(2))).withBatch(5).ahead())
                .isEqualTo(5);
        assertThat(config(new Toys.Climber(new Pace.Generation(7))).withBatch(9).ahead())
                .isEqualTo(7);
        StudyConfig free = config(new RandomSampler());
        assertThat(free.ahead()).isEqualTo(Integer.MAX_VALUE);
        assertThat(free.withPruner((trial, told) -> new Verdict.GoOn())
                        .withBatch(3)
                        .ahead())
                .isEqualTo(3);
    }

    @Test
    void thePointsOfTheUserWaitForNothing() {
        StudyConfig config = config(new Toys.Climber(new Pace.Window(1)));
        for (double x : new double[] {0.1, 0.2, 0.3}) {
            config = config.trying(SPACE.decode(new double[] {x, 0.1}), "try");
        }
        Lease lease = Study.open(config, new MemoryJournal(), StudyTest.CLOCK).begin(Budget.unlimited());
        for (int n = 1; n <= 4; n++) {
            assertThat(lease.ask(() -> true)).isPresent();
        }
        assertThat(lease.ask(() -> true)).isEmpty();
    }

    @Test
    void aWindowWaitsForWhatItMustKnow() {
        Study study = Study.open(config(new Toys.Climber(new Pace.Window(3))), new MemoryJournal(), StudyTest.CLOCK);
        Lease lease = study.begin(Budget.unlimited());
        for (int n = 1; n <= 3; n++) {
            assertThat(lease.ask(() -> true)).isPresent();
        }
        assertThat(lease.ask(() -> true)).isEmpty();
        lease.tell(2, 1, Score.of(2));
        assertThat(lease.ask(() -> true)).isEmpty();
        lease.tell(1, 1, Score.of(1));
        assertThat(lease.ask(() -> true).orElseThrow().number()).isEqualTo(4);
        assertThat(lease.ask(() -> true).orElseThrow().number()).isEqualTo(5);
        assertThat(lease.ask(() -> true)).isEmpty();
    }

    @Test
    void aStudyKilledAnywhereIsTheStudyThatWouldHaveBeen() throws Exception {
        for (Pace pace : List.of(new Pace.Window(1), new Pace.Window(4), new Pace.Generation(5))) {
            StudyConfig config = config(new Toys.Climber(pace));
            MemoryJournal whole = new MemoryJournal();
            List<String> original = run(config, whole, 3, true, 24);
            List<Event> events = whole.read(0);
            for (int kill = 0; kill <= events.size(); kill++) {
                MemoryJournal torn = new MemoryJournal();
                torn.append(0, events.subList(0, kill));
                assertThat(run(config, torn, 2, false, 24))
                        .as("%s cut at %s", pace, kill)
                        .isEqualTo(original);
            }
        }
    }

    @Test
    void aReplayDoesNotThinkAgain() throws Exception {
        List<Integer> thoughts = new ArrayList<>();
        StudyConfig config = config(new Toys.Climber(new Pace.Window(1), goOn -> thoughts.add(1)));
        MemoryJournal journal = new MemoryJournal();
        run(config, journal, 1, false, 50);
        int before = thoughts.size();
        Study.open(config, journal, StudyTest.CLOCK);
        assertThat(thoughts).hasSize(before).hasSize(49);
    }

    @Test
    void theWordsForAnOriginAreNoPartOfTheQuestion() throws Exception {
        StudyConfig config = config(new Toys.Climber(new Pace.Window(2)));
        MemoryJournal whole = new MemoryJournal();
        List<String> original = run(config, whole, 1, false, 9);
        MemoryJournal worded = new MemoryJournal();
        for (Event event : whole.read(0)) {
            Event other = event instanceof Event.Asked a
                    ? new Event.Asked(
                            a.at(),
                            a.run(),
                            a.number(),
                            a.attempt(),
                            Proposal.of(a.proposal().point(), "as of old"),
                            a.told())
                    : event;
            worded.append(worded.read(0).size(), List.of(other));
        }
        assertThat(run(config, worded, 1, false, 15))
                .extracting(r -> r.replaceAll(", origin=.*", ""))
                .startsWith(original.stream()
                        .map(r -> r.replaceAll(", origin=.*", ""))
                        .toArray(String[]::new));
    }

    @Test
    void twoThousandProposalsOfTenMillisecondsAreReadInASecond() {
        MemoryJournal journal = new MemoryJournal();
        run(config(new Toys.Climber(new Pace.Window(1))), journal, 1, false, 2000);
        StudyConfig slow = config(new Toys.Climber(
                new Pace.Window(1), goOn -> java.util.concurrent.locks.LockSupport.parkNanos(10_000_000)));
        long start = System.nanoTime();
        Study study = Study.open(slow, journal, StudyTest.CLOCK);
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(1);
        assertThat(study.history().size()).isEqualTo(2000);
    }

    private static Study stuck(Pace pace) {
        Study study = Study.open(config(new Toys.Stuck(pace)), new MemoryJournal(), StudyTest.CLOCK);
        Lease lease = study.begin(Budget.unlimited());
        for (Optional<Trial.Running> t = lease.ask(() -> true); t.isPresent(); t = lease.ask(() -> true)) {
            lease.tell(t.get().number(), 1, Score.of(1));
        }
        lease.stop(Ending.EXHAUSTED);
        return study;
    }

    @Test
    void aSamplerThatIsStuckIsExhaustedSoon() {
        Study study = stuck(new Pace.Window(1));
        assertThat(study.history().evaluated()).hasSize(2);
        assertThat(study.history().size()).isEqualTo(2 + Proposals.REPEATS);
        assertThat(study.ending()).contains(Ending.EXHAUSTED);
    }

    @Test
    void aLargeGenerationMayRepeatItselfTwice() {
        assertThat(stuck(new Pace.Generation(80)).history().size()).isEqualTo(2 + 160);
        assertThat(stuck(new Pace.Generation(3)).history().size()).isEqualTo(2 + Proposals.REPEATS);
    }
}
