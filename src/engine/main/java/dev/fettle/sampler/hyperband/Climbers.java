package dev.fettle.sampler.hyperband;

import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may go on from the rungs of a ladder: in each the best of those that have ended, an eta-th of all that have. An immutable value over
 * one memory that only grows: one more takes the logarithm of their number. For any thread.
 */
final class Climbers {
    private final List<Integer> resources;
    private final int eta;
    private final Memory memory;
    private final int steps;

    private Climbers(List<Integer> resources, int eta, Memory memory, int steps) {
        this.resources = resources;
        this.eta = eta;
        this.memory = memory;
        this.steps = steps;
    }

    /** Nobody yet. */
    static Climbers none(List<Integer> resources, int eta) {
        return new Climbers(resources, eta, new Memory(resources, eta), 0);
    }

    /** With one that was proposed. */
    Climbers made(Proposal.Key key) {
        return plus(new Step(key, null));
    }

    /** With the end of a trial; of a point that has ended with as much before nothing new is learnt. */
    Climbers plus(Told told) {
        return plus(new Step(told.trial().proposal().key(), told));
    }

    private Climbers plus(Step step) {
        return new Climbers(resources, eta, memory.plus(steps, step), steps + 1);
    }

    /** Who goes on from the highest rung that somebody may leave (Algorithm 2, line 14 on); null for nobody. */
    @Nullable
    Proposal next() {
        return memory.at(steps).promotion();
    }

    /** What was proposed, in its order. */
    List<Proposal.Key> asked() {
        return memory.at(steps).asked();
    }

    /** @param end null for what was proposed */
    private record Step(Proposal.Key key, @Nullable Told end) {}

    /** One of a rung. Adding 0 makes −0 and 0 equal; of equals the first told is better. */
    private record Climber(double loss, int told, Told.Scored end) implements Comparable<Climber> {
        @Override
        public int compareTo(Climber other) {
            int byLoss = Double.compare(loss, other.loss);
            return byLoss == 0 ? Integer.compare(told, other.told) : byLoss;
        }
    }

    /** Those of one rung. */
    private static final class Level {
        final Set<Point> ended = new HashSet<>();
        final Map<Point, Climber> scored = new HashMap<>();
        final NavigableSet<Climber> best = new TreeSet<>();
        final NavigableSet<Climber> rest = new TreeSet<>();
        /** The best that have not gone on. */
        final NavigableSet<Climber> waiting = new TreeSet<>();
    }

    /** What happened, and what came of it. All access is synchronized. */
    private static final class Memory {
        private final List<Integer> resources;
        private final int eta;
        private final List<Step> steps = new ArrayList<>();
        private final Set<Proposal.Key> asked = new LinkedHashSet<>();
        private final List<Level> rungs = new ArrayList<>();

        Memory(List<Integer> resources, int eta) {
            this.resources = resources;
            this.eta = eta;
            resources.forEach(r -> rungs.add(new Level()));
        }

        /** A memory whose first steps are those of this one, with one more behind them. */
        synchronized Memory plus(int size, Step step) {
            Memory memory = at(size);
            memory.add(step);
            return memory;
        }

        /** One with the first steps of this one alone. */
        synchronized Memory at(int size) {
            if (steps.size() == size) {
                return this;
            }
            Memory memory = new Memory(resources, eta);
            steps.subList(0, size).forEach(memory::add);
            return memory;
        }

        synchronized void add(Step step) {
            steps.add(step);
            int rung = resources.indexOf(step.key().resource());
            Told end = step.end();
            if (end == null) {
                asked.add(step.key());
                if (rung > 0) {
                    Level below = rungs.get(rung - 1);
                    Climber gone = below.scored.get(step.key().point());
                    if (gone != null) {
                        below.waiting.remove(gone);
                    }
                }
            } else if (rung >= 0 && rung < rungs.size() - 1) {
                end(rung, step.key().point(), end);
            }
        }

        private void end(int k, Point point, Told end) {
            Level rung = rungs.get(k);
            if (!rung.ended.add(point)) {
                return;
            }
            if (end instanceof Told.Scored scored) {
                Climber climber = new Climber(scored.losses()[0] + 0.0, steps.size(), scored);
                rung.scored.put(point, climber);
                rung.rest.add(climber);
            }
            // One comes in, and then there may be room for one more.
            if (!rung.best.isEmpty()
                    && !rung.rest.isEmpty()
                    && rung.rest.first().compareTo(rung.best.last()) < 0) {
                enter(k, rung);
                Climber out = rung.best.last();
                rung.best.remove(out);
                rung.waiting.remove(out);
                rung.rest.add(out);
            }
            if (rung.best.size() < rung.ended.size() / eta && !rung.rest.isEmpty()) {
                enter(k, rung);
            }
        }

        private void enter(int k, Level rung) {
            Climber in = rung.rest.first();
            rung.rest.remove(in);
            rung.best.add(in);
            if (!asked.contains(new Proposal.Key(in.end().trial().point(), resources.get(k + 1)))) {
                rung.waiting.add(in);
            }
        }

        synchronized @Nullable Proposal promotion() {
            for (int k = resources.size() - 2; k >= 0; k--) {
                NavigableSet<Climber> waiting = rungs.get(k).waiting;
                if (!waiting.isEmpty()) {
                    Told.Scored best = waiting.first().end();
                    Point point = best.trial().point();
                    return new Proposal(
                            point, resources.get(k + 1), best.trial().number(), "rung " + (k + 2));
                }
            }
            return null;
        }

        synchronized List<Proposal.Key> asked() {
            return List.copyOf(asked);
        }
    }
}
