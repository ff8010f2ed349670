package dev.fettle.report.view.belief;

import dev.fettle.report.view.Known;
import dev.fettle.report.view.Slice;
import dev.fettle.sampler.bayes.Surrogate;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model believes of the score over two parameters, all others held at a trial: the best of those in which both are
 * active. Another value of a choice may make parameters active; they are at their defaults then. Immutable, for any thread.
 *
 * <pre>{@code
 * SurrogatePlane plane = report.insights().over("alpha", "rate");
 * SurrogatePlane.Spot best = plane.best();
 * }</pre>
 *
 * @param held the trial that gives the others
 * @param means {@code [down][across]} the middle of what is believed, finite; NaN where a constraint forbids the point or one
 *     of the two is inactive. Nobody may write into it
 * @param spots the scored points with both parameters, the best first, then in the order of their trials
 * @param next the place of the trial that promises most, without a score; empty where it lacks one of the two, or there is none
 */
public record SurrogatePlane(
        Goal goal,
        Side across,
        Side down,
        Trial.Completed held,
        double[][] means,
        List<Spot> spots,
        Optional<Spot> next) {
    /** So many values of a continuum tell a surface. */
    private static final int SAMPLE = 30;

    /** More values of a choice nobody tells apart in a plane. */
    private static final int WORDS = 40;

    public SurrogatePlane {
        spots = List.copyOf(spots);
    }

    /**
     * One of the two parameters.
     *
     * @param words whether its values are told apart one by one: those of a choice, or few numbers
     * @param log whether equal ratios are equally far apart
     * @param values at which the model was asked, in the order of the parameter, at least one
     */
    public record Side(String parameter, boolean words, boolean log, List<Object> values) {
        public Side {
            values = List.copyOf(values);
        }
    }

    /**
     * A point of the plane.
     *
     * @param trial its number; 0 if it was not tried
     * @param score finite; NaN if it was not tried
     */
    public record Spot(int trial, Object across, Object down, double score) {}

    /**
     * The plane of a model.
     *
     * @param surrogate of the trials of the history
     * @param next where the next trial would promise most; null if nowhere
     * @param x a scalar parameter, or an element of an array, {@code w[0]}
     * @param y another one
     * @throws IllegalArgumentException with a sentence, unless the space has both, they differ, are active together in a
     *     scored trial, have at most 40 values if they are choices, and all beliefs are finite
     */
    public static SurrogatePlane of(
            Surrogate surrogate, @Nullable Point next, History history, SearchSpace space, String x, String y) {
        Scalar a = choosable(Known.scalar(space, x));
        Scalar b = choosable(Known.scalar(space, y));
        if (x.equals(y)) {
            throw new IllegalArgumentException("Parameters (" + x + ", " + y + ") must differ.");
        }
        List<Trial.Completed> trials = history.evaluated().stream()
                .filter(t -> t.point().find(x) != null && t.point().find(y) != null)
                .toList();
        Trial.Completed held = trials.stream()
                .min(history::compare)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Plot (contour) must have a scored trial with both " + x + " and " + y + " to show."));
        double[] columns = places(a, trials, held);
        double[] rows = places(b, trials, held);
        double[][] means = means(surrogate, space, held, a, b, columns, rows);
        List<Spot> spots = trials.stream()
                .sorted((t, u) -> Boolean.compare(u == held, t == held))
                .map(t -> spot(t.number(), t.point(), x, y, t.score().value()).orElseThrow())
                .toList();
        return new SurrogatePlane(
                history.goal(),
                side(a, columns, Slice.of(history, space, x).log()),
                side(b, rows, Slice.of(history, space, y).log()),
                held,
                means,
                spots,
                Optional.ofNullable(next).flatMap(p -> spot(0, p, x, y, Double.NaN)));
    }

    private static Scalar choosable(Scalar parameter) {
        if (parameter instanceof Choice && parameter.size().orElse(Long.MAX_VALUE) > WORDS) {
            throw new IllegalArgumentException("Parameter (" + parameter.name() + ") must have at most " + WORDS
                    + " values to stand in plot (contour). Maybe rank, which shows the trials alone.");
        }
        return parameter;
    }

    private static double[] places(Scalar parameter, List<Trial.Completed> trials, Trial.Completed held) {
        List<Object> tried =
                trials.stream().map(t -> value(t.point(), parameter)).toList();
        int most = parameter instanceof Choice ? WORDS : SAMPLE;
        return Sample.places(parameter, tried, value(held.point(), parameter), most);
    }

    private static Object value(Point point, Scalar parameter) {
        return Objects.requireNonNull(point.find(parameter.name()));
    }

    private static double[][] means(
            Surrogate surrogate,
            SearchSpace space,
            Trial.Completed held,
            Scalar a,
            Scalar b,
            double[] columns,
            double[] rows) {
        double[] place = space.encode(Point.of(space.complete(held.point())));
        int i = space.scalars().indexOf(a);
        int j = space.scalars().indexOf(b);
        double[][] means = new double[rows.length][columns.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                place[i] = columns[c];
                place[j] = rows[r];
                Point point = space.decode(place);
                boolean there = point.find(a.name()) != null && point.find(b.name()) != null && space.allows(point);
                means[r][c] = there ? surrogate.at(point).mean() : Double.NaN;
                if (there && !Double.isFinite(means[r][c])) {
                    throw new IllegalArgumentException("Plot (contour) must have beliefs that are numbers to show;"
                            + " scores from so far apart cannot be modelled.");
                }
            }
        }
        return means;
    }

    private static Side side(Scalar parameter, double[] places, boolean log) {
        return new Side(
                parameter.name(),
                parameter instanceof Choice || Sample.few(parameter),
                log,
                Arrays.stream(places).mapToObj(parameter::decode).toList());
    }

    private static Optional<Spot> spot(int trial, Point point, String x, String y, double score) {
        Object a = point.find(x);
        Object b = point.find(y);
        return a == null || b == null ? Optional.empty() : Optional.of(new Spot(trial, a, b, score));
    }

    /** Whether the model was asked everywhere, as every pair of values is in the space. */
    public boolean whole() {
        return Arrays.stream(means).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
    }

    /** Where the model expects the best score, of equals the first; its trial is 0. */
    public Spot best() {
        Spot best = null;
        for (int r = 0; r < means.length; r++) {
            for (int c = 0; c < means[r].length; c++) {
                if (!Double.isNaN(means[r][c]) && (best == null || goal.better(means[r][c], best.score()))) {
                    best = new Spot(0, across.values().get(c), down.values().get(r), means[r][c]);
                }
            }
        }
        return Objects.requireNonNull(best);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SurrogatePlane p
                && goal.equals(p.goal)
                && across.equals(p.across)
                && down.equals(p.down)
                && held.equals(p.held)
                && Arrays.deepEquals(means, p.means)
                && spots.equals(p.spots)
                && next.equals(p.next);
    }

    @Override
    public int hashCode() {
        return Objects.hash(goal, across, down, held, Arrays.deepHashCode(means), spots, next);
    }
}
