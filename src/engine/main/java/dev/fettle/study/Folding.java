package dev.fettle.study;

import dev.fettle.journal.Event;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state of a study as its log unfolds. Confined to its study. */
final class Folding implements Log.Fold {
    private final StudyConfig config;
    private State state;
    private @Nullable Lease last;

    Folding(StudyConfig config) {
        this.config = config;
        this.state = new State(config);
    }

    State state() {
        return state;
    }

    /** The last run of this study object; null before the first. */
    @Nullable
    Lease last() {
        return last;
    }

    void begun(Lease lease) {
        last = lease;
    }

    @Override
    public void apply(Event event) {
        state.apply(event);
    }

    @Override
    public void reset() {
        state = new State(config);
    }

    @Override
    public boolean fits(Event event) {
        Lease lease = Objects.requireNonNull(last);
        boolean fits = state.fits(event, lease.run());
        if (!fits && event instanceof Event.Asked asked) {
            lease.undo(asked.number(), asked.attempt());
        }
        return fits;
    }
}
