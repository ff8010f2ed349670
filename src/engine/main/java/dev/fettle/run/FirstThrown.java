package dev.fettle.run;

import dev.fettle.space.Point;
import dev.fettle.trial.History;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An objective that keeps what it has thrown in the trial of the lowest number: a history has the words alone, and whoever looks
 * for a bug wants the exception itself. Safe for any thread.
 */
final class FirstThrown implements Objective {
    private static final long serialVersionUID = 1;

    private final Objective objective;
    private final transient SortedMap<Integer, Throwable> thrown = new TreeMap<>();

    FirstThrown(Objective objective) {
        this.objective = objective;
    }

    @Override
    public Score evaluate(Point point, Probe probe) throws Exception {
        try {
            return objective.evaluate(point, probe);
        } catch (Throwable e) {
            keep(probe.number(), e);
            throw e;
        }
    }

    private synchronized void keep(int number, Throwable e) {
        thrown.put(number, e);
        if (thrown.size() > 1) {
            // The first, and not the earliest: it must not depend on the jobs.
            thrown.remove(thrown.lastKey());
        }
    }

    /** Hands the history on, if it has a score or nothing has failed. */
    synchronized History check(History history) {
        if (history.completedCount() > 0 || history.failedCount() == 0) {
            return history;
        }
        Trial.Failed first = history.failures().get(0);
        @Nullable Throwable cause = thrown.get(first.source());
        throw new NothingScoredException(
                history, cause == null ? first.failure().exception() : cause);
    }
}
