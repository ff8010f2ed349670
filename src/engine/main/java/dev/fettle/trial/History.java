package dev.fettle.trial;

import dev.fettle.pareto.Dominance;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The finished trials, ordered by number: an immutable view over one append-only list, so that {@link #plus} takes
 * constant time. One thread may append at a time; a history that was published safely may be read by any thread.
 *
 * <pre>{@code
 * History history = History.empty(Goal.minimize("loss")).plus(trial);
 * double loss = history.best().orElseThrow().score().value();
 * }</pre>
 */
public final class History {
    private final List<Goal> goals;
    private final List<Trial.Finished> shared;
    private final int size;
    private final int completed;
    private final int failed;
    private final @Nullable Improvement best;

    /** A trial that was better than all before; they are chained so that a new one takes constant time. */
    private record Improvement(
            Trial.Completed trial, @Nullable Improvement before) {}

    private History(
            List<Goal> goals,
            List<Trial.Finished> shared,
            int size,
            int completed,
            int failed,
            @Nullable Improvement best) {
        this.goals = goals;
        this.shared = shared;
        this.size = size;
        this.completed = completed;
        this.failed = failed;
        this.best = best;
    }

    /** Without trials, for one goal. */
    public static History empty(Goal goal) {
        return empty(List.of(goal));
    }

    /** Without trials; at least one goal, in the order of the values of a {@link Score}. */
    public static History empty(List<Goal> goals) {
        if (goals.isEmpty()) {
            throw new IllegalArgumentException("Goals () must be at least one.");
        }
        return new History(List.copyOf(goals), new ArrayList<>(), 0, 0, 0, null);
    }

    /** At least one, in the order of the values of a {@link Score}. */
    public List<Goal> goals() {
        return goals;
    }

    /** The first goal, which decides where one number must. */
    public Goal goal() {
        return goals.get(0);
    }

    /** How many trials there are, however they ended. */
    public int size() {
        return size;
    }

    /** All trials by number; a view in constant time that cannot be changed. */
    public List<Trial.Finished> trials() {
        return new View(shared, size);
    }

    /**
     * What was known when only the first so many trials were told; takes time of their number.
     *
     * @param told at least 0 and at most {@link #size}
     */
    public History first(int told) {
        Objects.checkIndex(told, size + 1);
        if (told == size) {
            return this;
        }
        Improvement then = best;
        int last = told == 0 ? 0 : trials().get(told - 1).number();
        while (then != null && then.trial().number() > last) {
            then = then.before();
        }
        int scored = 0;
        int lost = 0;
        for (Trial.Finished trial : new View(shared, told)) {
            scored += trial instanceof Trial.Completed ? 1 : 0;
            lost += trial instanceof Trial.Failed ? 1 : 0;
        }
        return new History(goals, shared, told, scored, lost, then);
    }

    /** The trials with as much resource as the best, whose scores compare; all if none is scored. */
    public History full() {
        int most = best().map(b -> b.proposal().resource()).orElse(Proposal.ALL);
        if (best == null || trials().stream().allMatch(t -> t.proposal().resource() == most)) {
            return this;
        }
        History full = empty(goals);
        for (Trial.Finished trial : trials()) {
            full = trial.proposal().resource() == most ? full.plus(trial) : full;
        }
        return full;
    }

    /** The scored ones, by number. */
    public Stream<Trial.Completed> completed() {
        return trials().stream().filter(Trial.Completed.class::isInstance).map(Trial.Completed.class::cast);
    }

    /** The scored ones that were evaluated, by number: not those that share the result of an earlier trial. */
    public List<Trial.Completed> evaluated() {
        return completed().filter(t -> t.source() == t.number()).toList();
    }

    /** The failed ones, by number, repeats too: {@link Trial.Failed#failure} says why. */
    public List<Trial.Failed> failures() {
        return trials().stream()
                .filter(Trial.Failed.class::isInstance)
                .map(Trial.Failed.class::cast)
                .toList();
    }

    /** Trials that were scored, repeats too. */
    public int completedCount() {
        return completed;
    }

    /** Trials that failed, repeats too. */
    public int failedCount() {
        return failed;
    }

    /** Trials that ended early. */
    public int prunedCount() {
        return size - completed - failed;
    }

    /**
     * The best score by the first goal, among the trials with the most resource: what a point scores with little of it is a
     * guess. Of equals the lowest number.
     */
    public Optional<Trial.Completed> best() {
        return Optional.ofNullable(best).map(Improvement::trial);
    }

    /**
     * The evaluated trials with the most resource that no other of them beats: none is at least as good by every goal and
     * better by one. Of trials with equal values all are in it, by number. With one goal these are the ties for the best. Takes
     * time of n times the front.
     */
    public List<Trial.Completed> front() {
        List<Trial.Completed> front = new ArrayList<>();
        List<double[]> best = new ArrayList<>();
        int most = best().map(t -> t.proposal().amount()).orElse(0);
        for (Trial.Completed trial : evaluated()) {
            if (trial.proposal().amount() < most) {
                continue;
            }
            double[] losses = losses(trial);
            if (best.stream().noneMatch(b -> Dominance.dominates(b, losses))) {
                for (int i = best.size() - 1; i >= 0; i--) {
                    if (Dominance.dominates(losses, best.get(i))) {
                        best.remove(i);
                        front.remove(i);
                    }
                }
                best.add(losses);
                front.add(trial);
            }
        }
        return front;
    }

    /** Which of a {@link #front} gives up the least of one goal for the others, if one does; see {@link Dominance#knee}. */
    public Optional<Trial.Completed> knee(List<Trial.Completed> front) {
        return Dominance.knee(front.stream().map(this::losses).toArray(double[][]::new)).stream()
                .mapToObj(front::get)
                .findFirst();
    }

    /** {@code [goals]} what it scored as losses, to be minimised. */
    public double[] losses(Trial.Completed trial) {
        double[] losses = new double[goals.size()];
        Arrays.setAll(losses, g -> goals.get(g).loss(trial.score().values().get(g)));
        return losses;
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

    /** The trial of a number, if it is finished; takes time of the size. */
    public Optional<Trial.Finished> trial(int number) {
        return trials().stream().filter(t -> t.number() == number).findFirst();
    }

    /**
     * This history with one trial more.
     *
     * @throws IllegalArgumentException unless its number is higher than all before, and it has a value for each goal
     */
    public History plus(Trial.Finished trial) {
        synchronized (shared) {
            if (size > 0 && trial.number() <= shared.get(size - 1).number()) {
                throw new IllegalArgumentException("Trial (" + trial.number() + ") must come behind trial "
                        + shared.get(size - 1).number() + ".");
            }
            Improvement now = best;
            if (trial instanceof Trial.Completed c) {
                now = improved(c);
            }
            List<Trial.Finished> list = shared;
            // A shorter view of the same trials grows along them.
            if (shared.size() == size || shared.get(size) != trial) {
                list = shared.size() == size ? shared : new ArrayList<>(shared.subList(0, size));
                list.add(trial);
            }
            return new History(
                    goals,
                    list,
                    size + 1,
                    trial instanceof Trial.Completed ? completed + 1 : completed,
                    trial instanceof Trial.Failed ? failed + 1 : failed,
                    now);
        }
    }

    /**
     * Compares two trials of this history: below 0 if the first is better, above 0 if the second is, else 0. More resource is
     * better than less; with as much of it, a better score by the first goal.
     */
    public int compare(Trial.Completed a, Trial.Completed b) {
        int resource = Integer.compare(b.proposal().amount(), a.proposal().amount());
        return resource == 0 ? Double.compare(loss(a), loss(b)) : resource;
    }

    private double loss(Trial.Completed trial) {
        // Adding 0 makes −0 and 0 equal.
        return goal().loss(trial.score().value()) + 0.0;
    }

    private @Nullable Improvement improved(Trial.Completed trial) {
        Score score = trial.score();
        if (score.values().size() != goals.size()) {
            throw new IllegalArgumentException("Score of trial " + trial.number() + " (" + score.values()
                    + ") must have a value for each goal: "
                    + goals.stream().map(Goal::name).collect(Collectors.joining(", ")) + ".");
        }
        boolean better = best == null || compare(trial, best.trial()) < 0;
        return better ? new Improvement(trial, best) : best;
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
