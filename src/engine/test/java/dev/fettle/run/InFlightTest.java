package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyTest;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One step after the other on one thread: who asks waits in a queue, and time is a number. */
class InFlightTest {
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final Hand hand = new Hand(2);
    private final Deque<Runnable> askers = new ArrayDeque<>();
    private final Disk disk = new Disk();
    private final InstantSource clock = () -> Instant.ofEpochSecond(this.seconds);
    private final Study study = Study.open(StudyTest.config(9), disk, clock);
    private long seconds;
    private int wakeUps;

    private InFlight begin(Lease lease, @Nullable Duration trialTime) {
        InFlight inFlight = new InFlight(
                hand, askers::add, clock, lease, (point, probe) -> Score.of(0), trialTime, () -> wakeUps++);
        inFlight.fill();
        return inFlight;
    }

    private void ask() {
        while (!askers.isEmpty()) {
            askers.remove().run();
        }
    }

    @Test
    void noMoreAreUnderWayThanThereArePlaces() {
        begin(study.begin(Budget.unlimited()), null);
        askers.remove().run();
        assertThat(askers).as("one more is asked for").hasSize(1);
        hand.land(1);
        assertThat(hand.underWay).containsOnlyKeys(2);
        assertThat(askers).as("the place is promised").hasSize(1);
        ask();
        assertThat(hand.underWay).containsOnlyKeys(2, 3);
        assertThat(wakeUps).as("nothing for the runner to do").isZero();
    }

    @Test
    void theRunnerIsWokenAfterTheEnd() {
        InFlight inFlight = begin(study.begin(Budget.trials(2)), null);
        ask();
        hand.land(2);
        assertThat(wakeUps).isZero();
        hand.land(1);
        assertThat(wakeUps).isPositive();
        assertThat(inFlight.isEmpty()).isTrue();
    }

    @Test
    void theRunnerLooksWhenTheFirstIsDue() {
        Lease lease = study.begin(Budget.unlimited().withTime(Duration.ofSeconds(40)));
        InFlight inFlight = begin(lease, HALF_A_MINUTE);
        assertThat(inFlight.earliest()).isEqualTo(Instant.ofEpochSecond(40));
        askers.remove().run();
        assertThat(wakeUps).as("the trial is due before that").isEqualTo(1);
        hand.begin(1);
        assertThat(inFlight.earliest()).isEqualTo(Instant.ofEpochSecond(30));
        seconds = 5;
        ask();
        hand.begin(2);
        assertThat(wakeUps).as("the second is due later").isEqualTo(1);
        assertThat(inFlight.earliest()).isEqualTo(Instant.ofEpochSecond(30));
    }

    @Test
    void behindALateTrialTheRunnerLooksAgain() {
        InFlight inFlight = begin(study.begin(Budget.unlimited()), HALF_A_MINUTE);
        ask();
        hand.begin(1);
        seconds = 30;
        inFlight.look();
        assertThat(hand.interrupted).containsExactly(1);
        assertThat(inFlight.earliest()).isEqualTo(Instant.ofEpochSecond(35));
        int before = wakeUps;
        hand.land(1);
        assertThat(wakeUps).isEqualTo(before + 1);
        assertThat(study.trials().trials()).singleElement().isInstanceOfSatisfying(Trial.Failed.class, f -> assertThat(
                        f.failure())
                .isEqualTo(Failure.timedOut(HALF_A_MINUTE)));
    }

    @Test
    void thePlaceOfAnAbandonedTrialIsFilledAndItsReturnIsNotHeard() {
        InFlight inFlight = begin(study.begin(Budget.unlimited()), HALF_A_MINUTE);
        ask();
        hand.begin(1);
        seconds = 30;
        inFlight.look();
        seconds = 34;
        inFlight.look();
        assertThat(inFlight.abandoned()).isEmpty();
        seconds = 35;
        inFlight.look();
        assertThat(inFlight.abandoned()).containsExactly("trial 1 on hand");
        assertThat(inFlight.stubborn()).isEmpty();
        ask();
        assertThat(hand.underWay).containsOnlyKeys(1, 2, 3);
        hand.land(1);
        assertThat(study.trials().trials()).singleElement().isInstanceOf(Trial.Failed.class);
    }

    @Test
    void whatDoesNotObeyTheEndIsStubbornAndAskedForAgain() {
        Lease lease = study.begin(Budget.unlimited());
        InFlight inFlight = begin(lease, null);
        ask();
        inFlight.interrupt();
        inFlight.clear();
        assertThat(hand.interrupted).containsExactly(1, 2);
        assertThat(inFlight.stubborn()).containsExactly("trial 1 on hand", "trial 2 on hand");
        assertThat(inFlight.abandoned()).isEmpty();
        assertThat(inFlight.isEmpty()).isTrue();
        assertThat(lease.ask(() -> true).orElseThrow())
                .extracting(Trial::number, Trial::attempt)
                .containsExactly(1, 2);
    }

    @Test
    void behindTheEndNothingBeginsAndNothingIsHeard() {
        Lease lease = study.begin(Budget.unlimited());
        InFlight inFlight = begin(lease, null);
        askers.remove().run();
        inFlight.close();
        assertThat(hand.interrupted).containsExactly(1);
        ask();
        assertThat(hand.underWay).containsOnlyKeys(1);
        hand.land(1);
        assertThat(study.trials().trials()).isEmpty();
        assertThat(lease.ask(() -> true).orElseThrow())
                .extracting(Trial::number, Trial::attempt)
                .as("the second was not asked for")
                .containsExactly(2, 1);
    }

    @Test
    void aJournalThatFailsWhenATrialLandsEndsTheRun() {
        InFlight inFlight = begin(study.begin(Budget.unlimited()), null);
        ask();
        disk.full = true;
        hand.land(1);
        assertThat(wakeUps).isEqualTo(1);
        assertThat(hand.underWay).as("nothing more begins").containsOnlyKeys(2);
        assertThatThrownBy(inFlight::look).isInstanceOf(UncheckedIOException.class);
    }
}
