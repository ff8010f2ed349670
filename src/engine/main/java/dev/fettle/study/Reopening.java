package dev.fettle.study;

import dev.fettle.journal.Event;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a study of the events of a journal, and says at the end whether they were its own. For one thread. */
final class Reopening implements Consumer<Event> {
    private final StudyConfig config;
    private final Log log;
    private Event.@Nullable Opened opened;
    private Event.@Nullable Began last;
    /** Why an event does not fit: as a rule because the study is another one, which is said then. */
    private @Nullable RuntimeException misfit;

    Reopening(StudyConfig config, Log log) {
        this.config = config;
        this.log = log;
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Opened o && log.isEmpty()) {
            opened = o;
        } else if (event instanceof Event.Began b) {
            last = b;
        }
        if (misfit == null) {
            try {
                replay(event);
            } catch (RuntimeException e) {
                misfit = e;
            }
        }
    }

    private void replay(Event event) {
        if (opened == null) {
            throw new IllegalArgumentException("Journal of study " + config.name() + " must begin with its opening.");
        }
        log.replay(event);
    }

    /**
     * There are no more events.
     *
     * @param anyway as for {@link Replay#check}
     * @throws IOException if the events are those of no study
     */
    void end(boolean anyway) throws IOException {
        if (opened != null) {
            Replay.check(config, opened, last, anyway);
        }
        if (misfit != null) {
            throw new IOException(misfit.getMessage(), misfit);
        }
    }
}
