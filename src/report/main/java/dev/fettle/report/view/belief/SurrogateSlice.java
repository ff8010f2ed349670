package dev.fettle.report.view.belief;

import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Known;
import dev.fettle.report.view.Slice;
import dev.fettle.sampler.bayes.Surrogate;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model believes of the score along one parameter, all others held at a trial: the best of those in which the
 * parameter is active. Another value of a choice may make parameters active; they are at their defaults then. Immutable, for
 * any thread.
 *
 * <pre>{@code
 * SurrogateSlice slice = report.insights().along("alpha");
 * SurrogateSlice.Belief peak = slice.best();
 * }</pre>
 *
 * @param trials all those with the parameter, at their own other values
 * @param held the trial that gives the others
 * @param points whether every value of the parameter has a belief, and they are few; else these are a sample
 * @param beliefs in the order of the parameter, at least one; of points that break a constraint there are none
 * @param next the value of the parameter in the trial that promises most; empty where it is inactive in it, or there is none
 */
public record SurrogateSlice(
        Slice trials, Trial.Completed held, boolean points, List<Belief> beliefs, Optional<Object> next) {
    /** So many values tell a curve. */
    private static final int SAMPLE = 60;

    public SurrogateSlice {
        beliefs = List.copyOf(beliefs);
    }

    /**
     * The belief at one value, in units of the score; all finite.
     *
     * @param mean its middle
     * @param low the lower end of a band that holds the score, noise aside, with 95 %
     * @param high its upper end
     */
    public record Belief(Object value, double mean, double low, double high) {
        /** The value as it stands on an axis. */
        public String label() {
            return Wording.label(value);
        }

        private boolean isFinite() {
            return Double.isFinite(mean) && Double.isFinite(low) && Double.isFinite(high);
        }
    }

    /**
     * The slice of a model.
     *
     * @param surrogate of the trials of the history
     * @param next where the next trial would promise most; null if nowhere
     * @param name of a scalar parameter, or of an element of an array, {@code w[0]}
     * @throws IllegalArgumentException unless the space has it, it is active in a scored trial, and the beliefs are finite
     */
    public static SurrogateSlice of(
            Surrogate surrogate, @Nullable Point next, History history, SearchSpace space, String name) {
        Slice trials = Slice.of(history, space, name);
        Scalar parameter = Known.scalar(space, name);
        Trial.Completed held = history.completed()
                .filter(t -> t.point().find(name) != null)
                .min(history::compare)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Plot (surrogate) must have a scored trial with " + name + " to show."));
        double[] place = space.encode(Point.of(space.complete(held.point())));
        int at = space.scalars().indexOf(parameter);
        List<Belief> beliefs = new ArrayList<>();
        List<Object> tried = trials.spots().stream().map(Slice.Spot::value).toList();
        Object value = Objects.requireNonNull(held.point().find(name));
        for (double u : Sample.places(parameter, tried, value, SAMPLE)) {
            place[at] = u;
            Point point = space.decode(place);
            if (space.allows(point)) {
                Surrogate.Belief b = surrogate.at(point);
                beliefs.add(new Belief(Objects.requireNonNull(point.find(name)), b.mean(), b.low(), b.high()));
            }
        }
        if (beliefs.isEmpty() || !beliefs.stream().allMatch(Belief::isFinite)) {
            throw new IllegalArgumentException(
                    "Plot (surrogate) must have beliefs that are numbers to show; scores from"
                            + " so far apart cannot be modelled.");
        }
        return new SurrogateSlice(
                trials,
                held,
                Sample.few(parameter),
                beliefs,
                Optional.ofNullable(next).map(p -> p.find(name)));
    }

    /** The best mean by the goal, of equals the first. */
    public Belief best() {
        Belief best = beliefs.get(0);
        for (Belief b : beliefs) {
            best = trials.goal().better(b.mean(), best.mean()) ? b : best;
        }
        return best;
    }
}
