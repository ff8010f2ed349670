package dev.fettle.evaluation;

import dev.fettle.learner.Learner;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.trial.Report;
import java.io.Serializable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where trainings stood at their ends, so that one with more resource goes on instead of beginning again. It makes a study
 * faster and nothing else: without it all scores are the same. Those that have waited longest make room for others. For
 * any thread; elsewhere, sent or stored, it begins empty.
 */
public final class Standings implements Serializable {
    private static final long serialVersionUID = 1;

    private final long room;
    private final transient Map<Key, Entry> kept = new LinkedHashMap<>();
    private transient long bytes;
    private transient long reused;

    /** Room for so many bytes, at least 0. */
    public Standings(long room) {
        this.room = room;
    }

    /** Which training it was. */
    record Key(Learner learner, Configuration values, long seed, int fold) {}

    /**
     * Where one stood.
     *
     * @param resource that it had
     * @param told what was reported on the way, by its steps
     */
    record Entry(Object standing, long bytes, int resource, List<Report> told) {
        Entry {
            told = List.copyOf(told);
        }
    }

    /** One with less resource, which is kept no more. */
    synchronized Optional<Entry> take(Key key, int more) {
        Entry entry = kept.get(key);
        if (entry == null || entry.resource() >= more) {
            return Optional.empty();
        }
        kept.remove(key);
        bytes -= entry.bytes();
        reused += entry.resource();
        return Optional.of(entry);
    }

    synchronized void keep(Key key, Entry entry) {
        Entry before = kept.remove(key);
        bytes -= before == null ? 0 : before.bytes();
        kept.put(key, entry);
        bytes += entry.bytes();
        for (Iterator<Entry> oldest = kept.values().iterator(); bytes > room; ) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** Lets every training begin anew from now on. */
    public synchronized void clear() {
        kept.clear();
        bytes = 0;
    }

    /** How much resource trainings did not use again, over all folds. */
    public synchronized long reused() {
        return reused;
    }

    /** How many bytes they need, about. */
    synchronized long bytes() {
        return bytes;
    }

    private Object writeReplace() {
        return new Empty(room);
    }

    private record Empty(long room) implements Serializable {
        private static final long serialVersionUID = 1;

        private Object readResolve() {
            return new Standings(room);
        }
    }
}
