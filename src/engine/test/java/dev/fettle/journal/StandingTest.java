package dev.fettle.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.store.Presence;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingTest {
    private final MemoryJournal journal = new MemoryJournal();

    private void append(Event event) throws Exception {
        journal.append(journal.read(0).size(), List.of(event));
    }

    private void begin(String writer) throws Exception {
        append(new Event.Began(Instant.EPOCH, writer, Budget.unlimited(), "1", Map.of()));
    }

    private void stop(int run, Ending ending) throws Exception {
        append(new Event.Stopped(Instant.EPOCH, run, ending));
    }

    @Test
    void itFollowsTheRuns() throws Exception {
        assertThat(Standing.of(journal)).isEqualTo(Standing.EMPTY);
        append(new Event.Opened(Instant.EPOCH, Map.of(), null, Map.of()));
        assertThat(Standing.of(journal)).isEqualTo(Standing.OVER);
        Presence alive = journal.enter();
        begin(alive.writer());
        assertThat(Standing.of(journal)).isEqualTo(Standing.UNDER_WAY);
        begin("dead");
        assertThat(Standing.of(journal)).isEqualTo(Standing.UNDER_WAY);
        alive.close();
        assertThat(Standing.of(journal)).isEqualTo(Standing.CUT);
        stop(1, Ending.TRIALS);
        assertThat(Standing.of(journal)).isEqualTo(Standing.CUT);
        stop(2, Ending.INTERRUPTED);
        assertThat(Standing.of(journal)).isEqualTo(Standing.STOPPED);
        begin("another");
        stop(3, Ending.TRIALS);
        assertThat(Standing.of(journal)).isEqualTo(Standing.OVER);
    }
}
