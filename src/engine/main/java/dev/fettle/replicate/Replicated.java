package dev.fettle.replicate;

import dev.fettle.space.Point;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.HashMap;
import java.util.Map;

/** What can be said of trials whose points have come again. */
public final class Replicated {
    /** The origin of such a trial's proposal. */
    static final String ORIGIN = "replicate";

    private Replicated() {}

    /** Whether a trial has evaluated its point again. */
    public static boolean is(Trial trial) {
        return trial.proposal().origin().equals(ORIGIN);
    }

    /** Whether the best was chosen among points that have come again. */
    public static boolean is(History history) {
        return history.best().filter(Replicated::is).isPresent();
    }

    /**
     * The last trial of each point, by number: its score is the mean of all evaluations of the point. All trials where none has come
     * again.
     */
    public static History latest(History history) {
        if (!is(history)) {
            return history;
        }
        Map<Point, Integer> most = new HashMap<>();
        history.completed().forEach(t -> most.merge(t.point(), t.proposal().resource(), Math::max));
        History latest = History.empty(history.goals());
        for (Trial.Finished trial : history.trials()) {
            int resource = trial.proposal().resource();
            latest = most.getOrDefault(trial.point(), resource) == resource ? latest.plus(trial) : latest;
        }
        return latest;
    }
}
