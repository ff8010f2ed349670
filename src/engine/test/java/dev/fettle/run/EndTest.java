package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.Event;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.study.Study;
import dev.fettle.study.StudyTest;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How a run ends that is alone on its thread. Ten seconds pass between two looks at the clock. */
class EndTest {
    private final AtomicLong seconds = new AtomicLong();
    private final InstantSource clock = () -> Instant.ofEpochSecond(seconds.getAndAdd(10));
    private final Runner runner = new Runner(Runnable::run, clock);
    private final Hand hand = new Hand(2);
    private final MemoryJournal journal = new MemoryJournal();
    private final Study study = Study.open(StudyTest.config(9), journal, StudyTest.CLOCK);

    private Ending run(Budget budget) {
        return runner.run(study.begin(budget), (point, probe) -> Score.of(0), hand, null);
    }

    @Test
    void whatDoesNotObeyIsNamedAndGivenBack() throws Exception {
        runner.stop(Ending.INTERRUPTED);
        assertThat(run(Budget.unlimited())).isEqualTo(Ending.INTERRUPTED);
        assertThat(hand.interrupted).containsExactly(1, 2);
        assertThat(runner.stubborn()).containsExactly("trial 1 on hand", "trial 2 on hand");
        assertThat(runner.abandoned()).isEmpty();
        assertThat(journal.read(0)).filteredOn(Event.Released.class::isInstance).hasSize(2);
        hand.land(1);
        assertThat(study.trials().trials()).isEmpty();
        assertThat(study.running()).extracting(Trial::number).containsExactly(1, 2);
    }

    @Test
    void aStopIsHeardWhileTimeIsLeft() {
        runner.stop(Ending.INTERRUPTED);
        assertThat(run(Budget.unlimited().withTime(Duration.ofHours(9)))).isEqualTo(Ending.INTERRUPTED);
    }

    @Test
    void anInterruptOfItsThreadEndsARunAndIsConsumed() {
        Thread running = Thread.currentThread();
        AtomicBoolean over = new AtomicBoolean();
        Thread impatient = new Thread(() -> {
            while (running.getState() != Thread.State.TIMED_WAITING && !over.get()) {
                Thread.onSpinWait();
            }
            if (!over.get()) {
                running.interrupt();
            }
        });
        impatient.start();
        assertThat(run(Budget.unlimited())).isEqualTo(Ending.INTERRUPTED);
        over.set(true);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whenTimeIsUpAtOnceNothingBegins() {
        assertThat(run(Budget.unlimited().withTime(Duration.ofSeconds(5)))).isEqualTo(Ending.TIME);
        assertThat(hand.underWay).isEmpty();
    }
}
