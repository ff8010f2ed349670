package dev.fettle.trial;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The finished trials, ordered by number: an immutable view over one append-only list, so that {@link #plus} takes
 * constant time. One thread may append at a time; a history that was published safely may be read by any thread.
 */
public final class History {
    private final Goal goal;
    private final List<Trial.Finished> shared;
    private final int size;
    private final int completed;
    private final int failed;
    private final @Nullable Improvement best;

    /** A trial that was better than all before; they are chained so that a new one takes constant time. */
    private record Improvement(
            Trial.Completed trial, @Nullable Improvement before) {}

    private History(
            Goal goal, List<Trial.Finished> shared, int size, int completed, int failed, @Nullable Improvement best) {
        this.goal = goal;
        this.shared = shared;
        this.size = size;
        this.completed = completed;
        this.failed = failed;
        this.best = best;
    }

    public static History empty(Goal goal) {
        return new History(goal, new ArrayList<>(), 0, 0, 0, null);
    }

    public Goal goal() {
        return goal;
    }

    public int size() {
        return size;
    }

    /** All trials by number; a view in constant time that cannot be changed. */
    public List<Trial.Finished> trials() {
        return new View(shared, size);
    }

    /** The scored ones, by number. */
    public Stream<Trial.Completed> completed() {
        return trials().stream().filter(Trial.Completed.class::isInstance).map(Trial.Completed.class::cast);
    }

    /** The scored ones that were evaluated, by number: not those that share the result of an earlier trial with the same point. */
    public List<Trial.Completed> evaluated() {
        return completed().filter(t -> t.source() == t.number()).toList();
    }

    public int completedCount() {
        return completed;
    }

    public int failedCount() {
        return failed;
    }

    /** The best score; of equals the lowest number. */
    public Optional<Trial.Completed> best() {
        return Optional.ofNullable(best).map(Improvement::trial);
    }

    /** The first scored trial and each that was better than all before it, by number; the last is {@link #best}. */
    public List<Trial.Completed> improvements() {
        List<Trial.Completed> all = new ArrayList<>();
        for (Improvement i = best; i != null; i = i.before()) {
            all.add(i.trial());
        }
        Collections.reverse(all);
        return all;
    }

    public Optional<Trial.Finished> trial(int number) {
        return trials().stream().filter(t -> t.number() == number).findFirst();
    }

    /**
     * This history with one trial more.
     *
     * @throws IllegalArgumentException unless its number is higher than all before
     */
    public History plus(Trial.Finished trial) {
        synchronized (shared) {
            if (size > 0 && trial.number() <= shared.get(size - 1).number()) {
                throw new IllegalArgumentException("Trial (" + trial.number() + ") must come behind trial "
                        + shared.get(size - 1).number() + ".");
            }
            List<Trial.Finished> list = shared.size() == size ? shared : new ArrayList<>(shared.subList(0, size));
            list.add(trial);
            if (!(trial instanceof Trial.Completed c)) {
                int failures = trial instanceof Trial.Failed ? failed + 1 : failed;
                return new History(goal, list, size + 1, completed, failures, best);
            }
            boolean better = best == null
                    || goal.better(c.score().value(), best.trial().score().value());
            Improvement now = better ? new Improvement(c, best) : best;
            return new History(goal, list, size + 1, completed + 1, failed, now);
        }
    }

    /** The first elements of a list that only grows. */
    private static final class View extends AbstractList<Trial.Finished> implements RandomAccess {
        private final List<Trial.Finished> shared;
        private final int size;

        View(List<Trial.Finished> shared, int size) {
            this.shared = shared;
            this.size = size;
        }

        @Override
        public Trial.Finished get(int index) {
            Objects.checkIndex(index, size);
            synchronized (shared) {
                return shared.get(index);
            }
        }

        @Override
        public int size() {
            return size;
        }
    }
}
