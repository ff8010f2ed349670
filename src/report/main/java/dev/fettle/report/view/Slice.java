package dev.fettle.report.view;

import dev.fettle.report.text.Wording;
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
import java.util.List;
import java.util.Optional;

/**
 * The score by the first goal against one parameter. Trials in which it is inactive, pruned ones and repeats are left out.
 * Immutable, for any thread.
 *
 * <pre>{@code
 * Slice slice = Slice.of(history, space, "alpha");
 * Object best = slice.best().orElseThrow().value();
 * }</pre>
 *
 * @param numeric whether the values are numbers in their order; else the parameter is a {@link Choice}, even one of numbers
 * @param log whether equal ratios are equally far apart
 * @param spots in the order of the trials
 * @param winner the number of the best of them, of equals the first; more resource is better than less; 0 if none was scored
 */
public record Slice(Goal goal, String parameter, boolean numeric, boolean log, List<Spot> spots, int winner) {
    public Slice {
        spots = List.copyOf(spots);
    }

    /**
     * One trial.
     *
     * @param number that of the trial, from 1
     * @param value of the parameter
     * @param score finite; NaN if it failed
     */
    public record Spot(int number, Object value, double score) {
        /** The value as it is shown. */
        public String label() {
            return Wording.label(value);
        }

        /** Whether there is no score. */
        public boolean failed() {
            return Double.isNaN(score);
        }
    }

    /**
     * The slice of a history; without spots if no trial has the parameter.
     *
     * @param name of a scalar parameter, or of an element of an array, {@code w[0]}
     * @throws IllegalArgumentException unless the space has it
     */
    public static Slice of(History history, SearchSpace space, String name) {
        Scalar parameter = Known.scalar(space, name);
        List<Spot> spots = new ArrayList<>();
        Trial.Completed winner = null;
        for (Trial.Finished t : history.trials()) {
            Object value = t.point().find(name);
            if (value != null && t instanceof Trial.Completed c && c.source() == c.number()) {
                spots.add(new Spot(t.number(), value, c.score().value()));
                winner = winner == null || history.compare(c, winner) < 0 ? c : winner;
            } else if (value != null && t instanceof Trial.Failed f && f.source() == f.number()) {
                spots.add(new Spot(t.number(), value, Double.NaN));
            }
        }
        return new Slice(
                history.goal(),
                name,
                !(parameter instanceof Choice),
                log(parameter),
                spots,
                winner == null ? 0 : winner.number());
    }

    /** Whether there are more than twelve different numbers, too many to be told apart by name. */
    public boolean continuous() {
        return numeric
                && spots.stream()
                                .map(Spot::value)
                                .distinct()
                                .limit(Levels.FEW + 1L)
                                .count()
                        > Levels.FEW;
    }

    /** Whether equal ratios of a parameter are equally far apart. */
    static boolean log(Scalar parameter) {
        return (parameter instanceof Real r && r.scale() == Scale.LOG)
                || (parameter instanceof Whole w && w.scale() == Scale.LOG)
                || (parameter instanceof Normal n && n.scale() == Scale.LOG);
    }

    /** The best of those that were scored. */
    public Optional<Spot> best() {
        return spots.stream().filter(s -> s.number() == winner).findFirst();
    }
}
