package dev.fettle.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.store.Conflict;
import dev.fettle.store.Presence;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A study that has a durable journal for itself keeps its events a moment after they happened. */
class GroupedStudyTest {
    private final MemoryJournal kept = new MemoryJournal();
    private final Disk disk = new Disk(kept);
    private final Study study = Study.open(StudyTest.config(9), disk, StudyTest.CLOCK);

    /** Slow where it is told to be. */
    private static final class Disk implements Journal {
        private final MemoryJournal kept;
        private volatile CountDownLatch ready = new CountDownLatch(0);
        private volatile boolean full;
        private volatile boolean cut;

        Disk(MemoryJournal kept) {
            this.kept = kept;
        }

        @Override
        public List<Event> read(long from) throws IOException {
            if (cut) {
                throw new IOException("Journal (disk) must be read.");
            }
            return kept.read(from);
        }

        @Override
        public long append(long expected, List<Event> events) throws IOException, Conflict {
            try {
                ready.await();
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
            if (full) {
                throw new IOException("Journal (disk) must keep what is appended. Maybe its disk is full.");
            }
            return kept.append(expected, events);
        }

        @Override
        public Presence enter() {
            return kept.enter();
        }

        @Override
        public boolean outlives() {
            return true;
        }
    }

    private static Trial.Running ask(Lease lease) {
        return lease.ask(() -> true).orElseThrow();
    }

    @Test
    void nobodyWaitsForTheDiskButTheEnd() {
        Lease lease = study.begin(Budget.unlimited());
        int before = kept.read(0).size();
        disk.ready = new CountDownLatch(1);
        ask(lease);
        lease.tell(1, 1, Score.of(1));
        assertThat(study.trials().size()).isEqualTo(1);
        assertThat(kept.read(0)).hasSize(before);
        disk.ready.countDown();
        lease.close();
        assertThat(kept.read(before))
                .extracting(e -> e.getClass().getSimpleName())
                .containsExactly("Asked", "Told", "Stopped");
    }

    @Test
    void whatAnotherHasDoneInThatMomentCounts() {
        Lease first = study.begin(Budget.unlimited());
        disk.ready = new CountDownLatch(1);
        ask(first);
        ask(first);
        first.tell(1, 1, Score.of(1));
        Study other = Study.open(StudyTest.config(9), kept, StudyTest.CLOCK);
        Lease second = other.begin(Budget.unlimited());
        assertThat(ask(second).number()).isEqualTo(1);
        disk.ready.countDown();
        assertThat(first.isSettled()).isFalse();
        // Number 1 is that of the other now; 2 is still this one's.
        assertThat(study.trials().size()).isZero();
        first.tell(1, 1, Score.of(1));
        assertThat(study.trials().size()).isZero();
        first.tell(2, 1, Score.of(2));
        second.tell(1, 1, Score.of(5));
        assertThat(ask(first).number()).isEqualTo(3);
        second.look();
        assertThat(other.history().trials()).isEqualTo(study.history().trials()).hasSize(2);
    }

    /** As it seems to be by its own telling, of which nothing is left. */
    @Test
    void aRunWhoseEndWasUndoneIsNotExhausted() {
        Lease first = study.begin(Budget.trials(2));
        disk.ready = new CountDownLatch(1);
        for (int number = 1; number <= 2; number++) {
            ask(first);
            first.tell(number, 1, Score.of(number));
        }
        Lease second = Study.open(StudyTest.config(9), kept, StudyTest.CLOCK).begin(Budget.trials(2));
        ask(second);
        first.exhaust();
        disk.ready.countDown();
        assertThat(first.isSettled()).isFalse();
        first.exhaust();
        assertThat(first.ending()).isEmpty();
        second.tell(1, 1, Score.of(1));
        first.look();
        assertThat(first.ending()).contains(Ending.TRIALS);
    }

    @Test
    void anEndThatWasUndoneIsNoEnd() {
        Lease first = study.begin(Budget.trials(2));
        disk.ready = new CountDownLatch(1);
        for (int number = 1; number <= 2; number++) {
            ask(first);
            first.tell(number, 1, Score.of(number));
        }
        assertThat(first.ending()).contains(Ending.TRIALS);
        Lease second = Study.open(StudyTest.config(9), kept, StudyTest.CLOCK).begin(Budget.trials(2));
        ask(second);
        ask(second);
        disk.ready.countDown();
        assertThat(first.isSettled()).isFalse();
        second.tell(1, 1, Score.of(1));
        second.tell(2, 1, Score.of(2));
        first.look();
        assertThat(first.isSettled()).isTrue();
        assertThat(study.ending()).contains(Ending.TRIALS);
    }

    @Test
    void aJournalThatCannotBeReadForAMomentLosesNothing() {
        Lease first = study.begin(Budget.unlimited());
        disk.ready = new CountDownLatch(1);
        ask(first);
        first.tell(1, 1, Score.of(1));
        Lease second = Study.open(StudyTest.config(9), kept, StudyTest.CLOCK).begin(Budget.unlimited());
        disk.cut = true;
        disk.ready.countDown();
        assertThat(catchThrowable(first::isSettled)).hasMessageContaining("Journal (disk) must be read.");
        disk.cut = false;
        assertThat(first.isSettled()).isFalse();
        assertThat(study.trials().size()).isEqualTo(1);
        second.look();
        assertThat(ask(second).number()).isEqualTo(2);
    }

    @Test
    void aFullDiskLosesNothingOnceThereIsRoom() throws Exception {
        Lease lease = study.begin(Budget.unlimited());
        CountDownLatch trouble = new CountDownLatch(1);
        lease.onTrouble(trouble::countDown);
        disk.full = true;
        ask(lease);
        lease.tell(1, 1, Score.of(1));
        trouble.await();
        assertThat(catchThrowable(lease::look))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Journal (disk) must keep what is appended.");
        assertThat(study.trials().size()).isEqualTo(1);
        disk.full = false;
        Lease again = study.begin(Budget.unlimited());
        assertThat(Study.open(StudyTest.config(9), kept, StudyTest.CLOCK)
                        .trials()
                        .trials())
                .isEqualTo(study.trials().trials())
                .hasSize(1);
        assertThat(ask(again).number()).isEqualTo(2);
    }
}
