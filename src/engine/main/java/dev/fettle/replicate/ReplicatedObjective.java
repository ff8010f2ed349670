package dev.fettle.replicate;

import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An objective whose resource is how many evaluations a score is the mean of. Each of them has random numbers of its own, the same
 * ones at every point, so that points compare. What a point scored before is not evaluated again here; elsewhere, sent or stored, it
 * is, and scores the same. The first evaluation is what the objective does by itself, and it alone may report. For any thread.
 *
 * <pre>{@code
 * Objective objective = ReplicatedObjective.of(Objective.of(p -> p.real("x")));
 * }</pre>
 */
public final class ReplicatedObjective implements Objective {
    private static final long serialVersionUID = 1;

    private final Again again;
    private final transient Map<Point, List<Score>> known = new ConcurrentHashMap<>();

    private ReplicatedObjective(Again again) {
        this.again = again;
    }

    /** What evaluates a point for another time. Immutable, for any thread. */
    @FunctionalInterface
    public interface Again extends Serializable {
        /**
         * The objective of one evaluation.
         *
         * @param time from 0, which is the objective as it stands
         */
        Objective at(int time);
    }

    /** One whose random numbers are those of the probe. */
    public static ReplicatedObjective of(Objective objective) {
        return new ReplicatedObjective(time -> objective);
    }

    /** One that has another part in each evaluation, as other splits of the rows. */
    public static ReplicatedObjective of(Again again) {
        return new ReplicatedObjective(again);
    }

    @Override
    public Score evaluate(Point point, Probe probe) throws Exception {
        int times = Math.max(1, probe.resource());
        // One that is tried anew reports anew.
        List<Score> scores = new ArrayList<>(times == 1 ? List.of() : known.getOrDefault(point, List.of()));
        for (int time = scores.size(); time < times; time++) {
            scores.add(again.at(time).evaluate(point, new Part(probe, time, times == 1)));
        }
        known.merge(point, List.copyOf(scores), (a, b) -> a.size() > b.size() ? a : b);
        return Replicates.together(scores.subList(0, times));
    }

    /** @param alone whether there is no other, so that its reports are those of the trial */
    private record Part(Probe probe, int time, boolean alone) implements Probe {
        @Override
        public boolean report(int step, double score) {
            return alone ? probe.report(step, score) : !Thread.currentThread().isInterrupted();
        }

        @Override
        public int resource() {
            return Proposal.ALL;
        }

        @Override
        public long seed() {
            return time == 0
                    ? probe.seed()
                    : new Seed(probe.seed()).child("replicate").child(time).value();
        }

        @Override
        public int number() {
            return probe.number();
        }
    }

    private Object readResolve() {
        return new ReplicatedObjective(again);
    }
}
