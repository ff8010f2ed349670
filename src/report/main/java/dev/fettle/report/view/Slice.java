package dev.fettle.report.view;

import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.Real;
import dev.fettle.space.Scalar;
import dev.fettle.space.Scale;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The score against one parameter. Trials in which it is inactive, those that were stopped, and repeats are left out.
 *
 * @param numeric whether the values are numbers in their order; else the parameter chooses among values
 * @param log whether equal ratios are equally far apart
 */
public record Slice(Goal goal, String parameter, boolean numeric, boolean log, List<Spot> spots) {
    public Slice {
        spots = List.copyOf(spots);
    }

    /** One trial; its score is NaN if it failed. */
    public record Spot(int number, Object value, double score) {
        public boolean failed() {
            return Double.isNaN(score);
        }
    }

    /**
     * The slice of a history.
     *
     * @throws IllegalArgumentException unless the space has the parameter
     */
    public static Slice of(History history, SearchSpace space, String name) {
        Scalar parameter = Known.scalar(space, name);
        List<Spot> spots = new ArrayList<>();
        for (Trial.Finished t : history.trials()) {
            Object value = t.point().find(name);
            if (value != null && t instanceof Trial.Completed c && c.source() == c.number()) {
                spots.add(new Spot(t.number(), value, c.score().value()));
            } else if (value != null && t instanceof Trial.Failed f && f.source() == f.number()) {
                spots.add(new Spot(t.number(), value, Double.NaN));
            }
        }
        boolean log = (parameter instanceof Real r && r.scale() == Scale.LOG)
                || (parameter instanceof Whole w && w.scale() == Scale.LOG)
                || (parameter instanceof Normal n && n.scale() == Scale.LOG);
        return new Slice(history.goal(), name, !(parameter instanceof Choice), log, spots);
    }

    /** The best of those that were scored, of equals the first. */
    public Optional<Spot> best() {
        return spots.stream().filter(s -> !s.failed()).min(Comparator.comparingDouble(s -> goal.loss(s.score())));
    }
}
