package dev.fettle.report.edge;

import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Whether scores rise towards an end of a parameter, or the best lies there by chance.
 *
 * @param trials that were evaluated and have the parameter
 * @param high whether it is the end of the largest value
 */
record Evidence(History history, List<Trial.Completed> trials, Ladder ladder, boolean high) {
    /** So near to the end is near, of the whole range. */
    static final double NEAR = 0.1;

    /** So near it is the end: what lies beyond does not show that scores fall again. */
    private static final double THERE = 0.01;

    /** Of fewer trials nothing can be said, unless they make up a grid. */
    private static final int FEWEST = 10;

    private static final int MANY = 20;
    private static final int BEST = 5;
    private static final double CHANCE = 0.05;
    /** Means of the same fold scores, summed in another order, may differ by so much of their size. */
    private static final double ROUNDING = 1e-12;

    private double distance(Trial.Completed t) {
        double place = ladder.place(value(t));
        return high ? 1 - place : place;
    }

    private Object value(Trial.Completed t) {
        return t.point().value(ladder.parameter().name());
    }

    private double loss(Trial.Completed t) {
        return history.goal().loss(t.score().value());
    }

    /**
     * Whether the best one lies at this end, or near to it, and not by chance.
     *
     * @param looks at how many ends one has looked: where many are, one of them is near to the best by chance
     */
    boolean convinces(Trial.Completed best, int looks) {
        boolean steps = !ladder.rungs().isEmpty();
        if (distance(best) > (steps ? 0 : NEAR)) {
            return false;
        }
        boolean grid = steps && neighbour(best).isPresent();
        return grid ? rises(best) : chance(best) * looks <= CHANCE;
    }

    /** The trial that differs from the best one in the parameter alone, by one value; there is one in a grid. */
    private Optional<Trial.Completed> neighbour(Trial.Completed best) {
        String name = ladder.parameter().name();
        return best.point().has(name)
                ? trials.stream()
                        .filter(t -> t.point().equals(best.point().with(name, rung(1))))
                        .findFirst()
                : Optional.empty();
    }

    /** Counted from the end. */
    private Object rung(int i) {
        List<Object> rungs = ladder.rungs();
        return rungs.get(high ? rungs.size() - 1 - i : i);
    }

    /** Over the last three values the best score rises, and the mean is best at the end: of chance one of six at most. */
    private boolean rises(Trial.Completed best) {
        double[] least = IntStream.range(0, ladder.rungs().size())
                .mapToDouble(i -> of(rung(i)).min().orElse(Double.POSITIVE_INFINITY))
                .toArray();
        double[] mean = IntStream.range(0, ladder.rungs().size())
                .mapToDouble(i -> of(rung(i)).average().orElse(Double.POSITIVE_INFINITY))
                .toArray();
        double tie = loss(best) + ROUNDING * Math.abs(loss(best));
        return Arrays.stream(least).skip(1).allMatch(l -> l > tie)
                && least[1] <= least[2]
                && Arrays.stream(mean).skip(1).allMatch(m -> m >= mean[0]);
    }

    private DoubleStream of(Object rung) {
        return trials.stream().filter(t -> value(t).equals(rung)).mapToDouble(this::loss);
    }

    /**
     * How likely it is that the best few all lie in the part of the trials next to the end in which they do, if the
     * parameter did not matter (a hypergeometric tail); 1 where trials lie beyond the best one, unless that is as good as at the
     * end, or it is one of many equals.
     */
    private double chance(Trial.Completed best) {
        int n = trials.size();
        double[] sorted = trials.stream().mapToDouble(this::loss).sorted().toArray();
        int few = n < MANY ? BEST - 1 : BEST;
        if (n < FEWEST) {
            return 1;
        }
        List<Trial.Completed> top =
                trials.stream().filter(t -> loss(t) <= sorted[few - 1]).toList();
        double nearest = distance(best);
        long beyond = trials.stream().filter(t -> distance(t) < nearest).count();
        boolean inside = nearest > THERE && beyond > 2 + n / 100;
        if (top.size() > 2 * few || inside) {
            return 1;
        }
        double furthest = top.stream().mapToDouble(this::distance).max().orElse(1);
        long within = trials.stream().filter(t -> distance(t) <= furthest).count();
        double chance = 1;
        for (int i = 0; i < top.size(); i++) {
            chance *= (within - i) / (double) (n - i);
        }
        return chance;
    }

    /** The best value that is not at the end, if the error of the best score does not tell it from that. */
    Optional<Object> doubted(Trial.Completed best) {
        Goal goal = history.goal();
        double error = best.score().standardError();
        Optional<Trial.Completed> second =
                trials.stream().filter(t -> !value(t).equals(value(best))).min(history::compare);
        return second.filter(
                        t -> !ladder.rungs().isEmpty() && goal.loss(t.score().value()) <= loss(best) + error)
                .map(this::value);
    }
}
