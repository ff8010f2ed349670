package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.Event;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.pruner.Pruner;
import dev.fettle.pruner.Verdict;
import dev.fettle.random.Seed;
import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.space.Point;
import dev.fettle.study.Study;
import dev.fettle.study.StudyTest;
import dev.fettle.study.Toys;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    private Study run(int points, Budget budget, int jobs, Objective objective) {
        Study study = Study.open(StudyTest.config(points), new MemoryJournal(), StudyTest.CLOCK);
        new Runner(executor, InstantSource.system()).run(study.begin(budget), objective, Limits.jobs(jobs));
        return study;
    }

    /** Takes a time of its own, fails at every seventh point, and depends on the point and the seed alone. */
    private static Score bumpy(Point point, Probe probe) {
        int x = point.whole("x");
        double spin = 0;
        for (int i = 0; i < new Seed(x).random().nextInt(20_000); i++) {
            spin += i;
        }
        if (x % 7 == 0 || spin < 0) {
            throw new IllegalStateException("x must not be " + x);
        }
        return Score.of(new Seed(probe.seed()).child(x).random().nextDouble());
    }

    @ParameterizedTest(name = "jobs {0}")
    @ValueSource(ints = {2, 8})
    void theTableDoesNotDependOnTheJobs(int jobs) {
        for (Sampler sampler : List.of(
                new GridSampler(),
                new RandomSampler(),
                new RandomSampler(true),
                new Toys.Climber(new Pace.Window(6)),
                new Toys.Climber(new Pace.Generation(6)))) {
            for (Budget budget : List.of(
                    Budget.trials(150),
                    Budget.trials(33),
                    new Budget(Budget.ALL, null, 0.97, Budget.ALL),
                    new Budget(Budget.ALL, null, null, 9),
                    new Budget(Budget.ALL, null, null, Budget.ALL, Budget.OnError.STOP))) {
                Study one = run(sampler, budget, 1);
                Study many = run(sampler, budget, jobs);
                assertThat(many.trials().trials()).isEqualTo(one.trials().trials());
                assertThat(many.ending()).isEqualTo(one.ending());
            }
        }
    }

    private Study run(Sampler sampler, Budget budget, int jobs) {
        Study study = Study.open(StudyTest.config(200).withSampler(sampler), new MemoryJournal(), StudyTest.CLOCK);
        new Runner(executor, InstantSource.system()).run(study.begin(budget), RunnerTest::bumpy, Limits.jobs(jobs));
        return study;
    }

    @ParameterizedTest(name = "jobs {0}")
    @ValueSource(ints = {2, 8})
    void whatIsPrunedDoesNotDependOnTheJobs(int jobs) {
        Study one = pruned(1);
        assertThat(one.trials().prunedCount()).isBetween(20, 190);
        assertThat(pruned(jobs).trials().trials()).isEqualTo(one.trials().trials());
    }

    private Study pruned(int jobs) {
        Pruner median = (trial, told) -> told.size() > 0
                        && 2
                                        * told.completed()
                                                .filter(t -> t.score().value()
                                                        > trial.reports().get(0).score())
                                                .count()
                                > told.completedCount()
                ? new Verdict.Stop("in the worse half")
                : new Verdict.GoOn();
        Study study = Study.open(
                StudyTest.config(200)
                        .withSampler(new RandomSampler())
                        .withPruner(median)
                        .withBatch(8),
                new MemoryJournal(),
                StudyTest.CLOCK);
        Objective reporting = (point, probe) -> {
            Score score = bumpy(point, probe);
            if (!probe.report(1, score.value())) {
                throw new IllegalStateException("What comes behind a stop is not looked at.");
            }
            return score;
        };
        new Runner(executor, InstantSource.system())
                .run(study.begin(Budget.unlimited().withOnError(Budget.OnError.IGNORE)), reporting, Limits.jobs(jobs));
        return study;
    }

    @Test
    void theFirstFailureEndsARunThatIsToStopOnError() {
        Budget budget = new Budget(Budget.ALL, null, null, Budget.ALL, Budget.OnError.STOP);
        Study study = run(100, budget, 8, RunnerTest::bumpy);
        assertThat(study.ending()).contains(Ending.FAILED);
        assertThat(study.trials().trials()).hasSize(7).last().isInstanceOf(Trial.Failed.class);
        new Runner(executor, InstantSource.system())
                .run(study.begin(Budget.unlimited()), RunnerTest::bumpy, Limits.jobs(8));
        assertThat(study.trials().trials()).hasSize(100);
    }

    @Test
    void aStudyKilledAnywhereGoesOnAsIfNothingHadHappened() throws Exception {
        MemoryJournal whole = new MemoryJournal();
        Study original = Study.open(StudyTest.config(40), whole, StudyTest.CLOCK);
        new Runner(executor, InstantSource.system())
                .run(original.begin(Budget.unlimited()), RunnerTest::bumpy, Limits.jobs(4));
        List<Event> events = whole.read(0);
        for (int kill = 1; kill < events.size(); kill += 3) {
            MemoryJournal torn = new MemoryJournal();
            torn.append(0, events.subList(0, kill));
            Study study = Study.open(StudyTest.config(40), torn, StudyTest.CLOCK);
            new Runner(executor, InstantSource.system())
                    .run(study.begin(Budget.unlimited()), RunnerTest::bumpy, Limits.jobs(3));
            assertThat(table(study)).isEqualTo(table(original));
        }
    }

    private static List<String> table(Study study) {
        List<String> rows = new ArrayList<>();
        for (Trial.Finished t : study.trials().trials()) {
            String end = t instanceof Trial.Completed c
                    ? Double.toHexString(c.score().value())
                    : ((Trial.Failed) t).failure().toString();
            rows.add(t.number() + " " + t.point() + " " + end);
        }
        return rows;
    }

    @Test
    void oneFailingTrialNeverEndsARunButFiveAtTheStartDo() {
        AtomicInteger calls = new AtomicInteger();
        Study study = run(100, Budget.unlimited(), 1, (point, probe) -> {
            calls.incrementAndGet();
            throw new StackOverflowError();
        });
        assertThat(study.ending()).contains(Ending.FAILING);
        assertThat(calls).hasValue(5);
        assertThat(study.trials().trials()).hasSize(5);
    }

    @Test
    void aStopInterruptsWhatRunsAndKeepsWhatIsDone() throws Exception {
        CountDownLatch third = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Study study = Study.open(StudyTest.config(9), new MemoryJournal(), StudyTest.CLOCK);
        Runner runner = new Runner(executor, InstantSource.system());
        var ending = executor.submit(() -> runner.run(
                study.begin(Budget.unlimited()),
                (point, probe) -> {
                    if (point.whole("x") >= 3) {
                        third.countDown();
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            interrupted.set(true);
                            throw e;
                        }
                    }
                    return Score.of(1);
                },
                Limits.jobs(1)));
        third.await();
        runner.stop(Ending.INTERRUPTED);
        assertThat(ending.get()).isEqualTo(Ending.INTERRUPTED);
        assertThat(interrupted).isTrue();
        assertThat(study.trials().trials()).extracting(Trial::number).containsExactly(1, 2);
        assertThat(runner.stubborn()).isEmpty();
        assertThat(study.running()).extracting(Trial::number).containsExactly(3);
    }

    @Test
    void timeEndsARun() {
        CountDownLatch never = new CountDownLatch(1);
        Budget budget = new Budget(Budget.ALL, Duration.ofMillis(20), null, Budget.ALL);
        Study study = run(9, budget, 2, (point, probe) -> {
            never.await();
            return Score.of(1);
        });
        assertThat(study.ending()).contains(Ending.TIME);
        assertThat(study.trials().trials()).isEmpty();
    }

    @Test
    void anInterruptDoesNotReachTheNextTaskOfTheThread() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        CountDownLatch started = new CountDownLatch(1);
        Study study = Study.open(StudyTest.config(9), new MemoryJournal(), StudyTest.CLOCK);
        Runner runner = new Runner(one, InstantSource.system());
        var ending = executor.submit(() -> runner.run(
                study.begin(Budget.unlimited()),
                (point, probe) -> {
                    started.countDown();
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return Score.of(1);
                },
                Limits.jobs(1)));
        started.await();
        runner.stop(Ending.INTERRUPTED);
        ending.get();
        assertThat(one.submit(Thread::interrupted).get()).isFalse();
        one.shutdownNow();
    }

    @Test
    void everyTrialHasTheSameSeed() {
        List<Long> seeds = new java.util.concurrent.CopyOnWriteArrayList<>();
        run(9, Budget.unlimited(), 3, (point, probe) -> {
            seeds.add(probe.seed());
            return Score.of(1);
        });
        assertThat(seeds).hasSize(9).containsOnly(seeds.get(0));
    }
}
