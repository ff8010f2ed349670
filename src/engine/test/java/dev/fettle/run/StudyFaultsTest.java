package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class StudyFaultsTest {
    private final Path folder;

    StudyFaultsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"s.db", "s.journal"})
    @EnabledOnOs(OS.LINUX)
    void whoWasSuspendedTooLongIsNotHeard(String name) throws Exception {
        assertThat(StudyFaults.suspended(folder.resolve(name))).contains("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s.db", "s.journal"})
    void whoDiesBetweenTheFindingAndTheRetryLeavesOneRetry(String name) throws Exception {
        assertThat(StudyFaults.buried(folder.resolve(name))).contains("exactly one");
    }

    /** Left out where there is no libfaketime. */
    @Test
    void aClockThatIsWrongOrGoesBackMakesNoDifference() throws Exception {
        assertThat(StudyFaults.clocks(folder)).contains("no false");
    }

    @Test
    void whoDiesIsFoundDeadWhateverItsClock() throws Exception {
        assertThat(StudyFaults.deadClocks(folder)).contains("at once");
    }

    /** Left out on a JDK that cannot deny it. */
    @Test
    void whoMayLoadNothingNativeKeepsItsStudyInText() throws Exception {
        assertThat(StudyFaults.denied(folder)).contains("one line");
    }

    /** Two runs on one journal: a clock that is two hours behind, and one that goes back by an hour at each look. */
    @Test
    void noClockDecidesAnything() throws Exception {
        Journal journal = new MemoryJournal();
        AtomicLong steps = new AtomicLong();
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        InstantSource back = () -> begin.minus(Duration.ofHours(steps.incrementAndGet()));
        InstantSource behind = () -> begin.minus(Duration.ofHours(2));
        Study one = ByHand.study(journal, back);
        Study other = ByHand.study(journal, behind);
        try (Lease first = ByHand.lease(one);
                Lease second = ByHand.lease(other)) {
            ByHand.tell(first, first.ask(() -> true).orElseThrow(), 1);
            ByHand.tell(second, second.ask(() -> true).orElseThrow(), 1);
            first.look();
            second.look();
            ByHand.finish(first);
        }
        assertThat(ByHand.table(ByHand.study(journal, behind))).isEqualTo(ByHand.alone());
        assertThat(ByHand.told(journal)).isEqualTo(ByHand.TRIALS);
        assertThat(journal.read(0)).noneMatch(e -> e instanceof Event.Asked asked && asked.attempt() > 1);
    }
}
