package dev.fettle.report.view;

import dev.fettle.report.text.Wording;
import dev.fettle.sampler.bayes.Surrogate;
import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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

    /** More values than this are no longer told apart, and neighbours are a curve. */
    private static final int APART = 24;

    /** Tails of a bell that are drawn once in so many trials are left out unless one was. */
    private static final double TAIL = 0.01;

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
        for (double u :
                places(parameter, trials, Objects.requireNonNull(held.point().find(name)))) {
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
                trials, held, few(parameter), beliefs, Optional.ofNullable(next).map(p -> p.find(name)));
    }

    private static boolean few(Scalar parameter) {
        return parameter.size().orElse(Long.MAX_VALUE) <= APART;
    }

    /** Places on the unit interval, rising, no two with the same value; that of the held trial is among them. */
    private static double[] places(Scalar parameter, Slice trials, Object held) {
        OptionalLong size = parameter.size();
        if (size.orElse(Long.MAX_VALUE) <= SAMPLE || parameter instanceof Choice) {
            // A choice of more values than anybody reads.
            long n = Math.min(size.orElseThrow(), 1000);
            return IntStream.range(0, (int) n)
                    .mapToDouble(i -> parameter.encode(parameter.value(i)))
                    .toArray();
        }
        double[] tried = trials.spots().stream()
                .mapToDouble(s -> parameter.encode(s.value()))
                .toArray();
        double tail = parameter instanceof Normal ? TAIL : 0;
        double low = Math.min(tail, DoubleStream.of(tried).min().orElse(1));
        double high = Math.max(1 - tail, DoubleStream.of(tried).max().orElse(0));
        List<Double> places = new ArrayList<>();
        Object last = null;
        double[] all = DoubleStream.concat(
                        IntStream.range(0, SAMPLE).mapToDouble(i -> low + (high - low) * i / (SAMPLE - 1)),
                        DoubleStream.of(parameter.encode(held)))
                .sorted()
                .toArray();
        for (double u : all) {
            Object value = parameter.decode(u);
            if (!value.equals(last)) {
                places.add(u);
                last = value;
            }
        }
        return places.stream().mapToDouble(u -> u).toArray();
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
