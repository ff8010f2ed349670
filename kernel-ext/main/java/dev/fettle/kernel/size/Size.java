package dev.fettle.kernel.size;

import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many points a space has. */
public final class Size {
    /** Testing the constraints at more points than this would take longer than the first frame may. */
    private static final long COUNTED = 200_000;

    private static final int DRAWS = 10_000;

    private Size() {}

    /** How many trials a budget and the points of a space, unless they are repeated, allow; 0 if neither is bounded. */
    public static long planned(StudyConfig config, Budget budget) {
        OptionalLong left = config.repeats() ? OptionalLong.empty() : left(config);
        long most = Math.min(left.orElse(Long.MAX_VALUE), budget.trials());
        return most == Budget.ALL ? 0 : most;
    }

    /** The number of points that may still be run, as {@link #of} counts them. */
    public static OptionalLong left(StudyConfig config) {
        OptionalLong points = of(config.space());
        // None left would read as a number that nobody knows.
        return points.isEmpty() ? points : OptionalLong.of(Math.max(1, points.getAsLong() - known(config)));
    }

    /** How many points a search that listens knows from an earlier study, and so never runs. */
    public static long known(StudyConfig config) {
        Set<Point> tried = config.tries().stream().map(Proposal::point).collect(Collectors.toSet());
        return config.earlier().isEmpty() || !config.listens() || config.repeats()
                ? 0
                : config.earlier().stream()
                        .map(Trial::point)
                        .distinct()
                        .filter(point -> !tried.contains(point))
                        .count();
    }

    /** Whether {@link #of} is an upper bound, of which constraints may leave as little as nothing. */
    public static boolean isBound(SearchSpace space) {
        return !space.constraints().isEmpty() && of(space).orElse(0) > COUNTED;
    }

    /** About how many points there are: where many, the share of those that satisfy the constraints among some by chance. */
    public static double about(SearchSpace space) {
        double points = of(space).orElse(0);
        if (!isBound(space)) {
            return points;
        }
        RandomGenerator random = new Seed(1).child("size").random();
        long allowed = IntStream.range(0, DRAWS)
                .mapToObj(i -> space.decode(random.doubles(space.dimensions()).toArray()))
                .filter(space::allows)
                .count();
        return points * allowed / DRAWS;
    }

    /** The number of points; an upper bound if there are constraints and many points; empty if infinitely many. */
    public static OptionalLong of(SearchSpace space) {
        if (space.size().isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            Grid grid = new Grid(space);
            return OptionalLong.of(grid.count(COUNTED).orElse(grid.size()));
        } catch (IllegalArgumentException e) {
            // More points than there are numbers for.
            return space.size();
        }
    }
}
