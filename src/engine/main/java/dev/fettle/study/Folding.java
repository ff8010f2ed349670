package dev.fettle.study;

import dev.fettle.journal.Event;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

    /** The writers of the runs, other than one, that trials are under way in. */
    Map<Integer, String> others(Lease lease) {
        Map<Integer, String> others = new TreeMap<>();
        for (int run : state.open().byRun().keySet()) {
            if (run != lease.run()) {
                others.put(run, state.writer(run));
            }
        }
        return others;
    }

    /** What the runs of other processes have under way. */
    Map<String, Integer> elsewhere() {
        Map<String, Integer> elsewhere = new TreeMap<>();
        state.open().byRun().forEach((run, trials) -> {
            if (last == null || last.run() != run) {
                elsewhere.merge(state.where(run), trials, Integer::sum);
            }
        });
        return elsewhere;
    }

    void begun(Lease lease) {
        last = lease;
        end(lease);
    }

    @Override
    public void apply(Event event) {
        state.apply(event);
        if (last != null && last.run() <= state.begun()) {
            end(last);
        }
    }

    private void end(Lease lease) {
        lease.end(state.ending(lease.run()).orElse(null));
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
