package dev.fettle.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which points others beat. A point beats another if it is nowhere worse and somewhere better; NaN is neither. Pure functions,
 * for any thread.
 *
 * <pre>{@code
 * double[][] losses = {{1, 4}, {2, 2}, {3, 3}, {4, 1}};
 * List<int[]> fronts = Dominance.fronts(losses);  // {0, 1, 3}, {2}
 * }</pre>
 */
public final class Dominance {
    /** On a straight line sums of shares differ by that much at most. */
    private static final double ROUNDING = 1e-12;

    private Dominance() {}

    /** Whether losses {@code a[m]} beat {@code b[m]}. */
    public static boolean dominates(double[] a, double[] b) {
        boolean better = false;
        for (int g = 0; g < a.length; g++) {
            if (!(a[g] <= b[g])) {
                return false;
            }
            better |= a[g] < b[g];
        }
        return better;
    }

    /** The points of {@code losses[n][m]} that no other beats, rising; equal ones are all among them. */
    public static int[] front(double[][] losses) {
        return IntStream.range(0, losses.length)
                .filter(i -> Arrays.stream(losses).noneMatch(other -> dominates(other, losses[i])))
                .toArray();
    }

    /**
     * The points in layers: those that no other beats, those that only the first layer beats, and so on (fast non-dominated
     * sort; Deb et al., 2002, section III A). Takes time of m·n² and memory of n².
     *
     * @param losses {@code [n][m]}
     * @return layers of indices, each rising; together 0 … n − 1
     */
    public static List<int[]> fronts(double[][] losses) {
        int n = losses.length;
        int[] beaten = new int[n];
        List<List<Integer>> beats = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            beats.add(new ArrayList<>());
            for (int j = 0; j < n; j++) {
                if (dominates(losses[i], losses[j])) {
                    beats.get(i).add(j);
                } else if (dominates(losses[j], losses[i])) {
                    beaten[i]++;
                }
            }
        }
        List<int[]> fronts = new ArrayList<>();
        int[] front = IntStream.range(0, n).filter(i -> beaten[i] == 0).toArray();
        while (front.length > 0) {
            fronts.add(front);
            front = IntStream.of(front)
                    .flatMap(i -> beats.get(i).stream().mapToInt(j -> j))
                    .filter(j -> --beaten[j] == 0)
                    .sorted()
                    .toArray();
        }
        return fronts;
    }

    /**
     * How lonely each point is among the others: the sum over the losses of the distance of its two neighbours, in shares of
     * the whole range; infinite at both ends (crowding distance; Deb et al., 2002, section III B). Of equal losses the lower
     * index comes first; a loss that all share says nothing.
     *
     * @param losses {@code [n][m]}
     * @return {@code [n]}
     */
    public static double[] crowding(double[][] losses) {
        double[] lonely = new double[losses.length];
        int goals = losses.length == 0 ? 0 : losses[0].length;
        for (int goal = 0; goal < goals; goal++) {
            int g = goal;
            int[] order = IntStream.range(0, losses.length)
                    .boxed()
                    .sorted((i, j) -> Double.compare(losses[i][g], losses[j][g]))
                    .mapToInt(i -> i)
                    .toArray();
            int last = order.length - 1;
            double range = losses[order[last]][g] - losses[order[0]][g];
            if (range > 0) {
                lonely[order[0]] = Double.POSITIVE_INFINITY;
                lonely[order[last]] = Double.POSITIVE_INFINITY;
                for (int k = 1; k < last; k++) {
                    lonely[order[k]] += (losses[order[k + 1]][g] - losses[order[k - 1]][g]) / range;
                }
            }
        }
        return lonely;
    }

    /**
     * The point of a front where giving a little of one loss up gains the least of the others: the one farthest below the plane
     * through the ends, each loss in shares of its range (Das, 1999). Of equals the lowest index; a loss that all share says
     * nothing. Empty if no point lies below the lowest of those that are best by a loss, as on a straight line.
     *
     * @param front {@code [n][m]} points that do not beat each other
     */
    public static OptionalInt knee(double[][] front) {
        double[] sums = new double[front.length];
        boolean[] ends = new boolean[front.length];
        int goals = front.length == 0 ? 0 : front[0].length;
        for (int g = 0; g < goals; g++) {
            int goal = g;
            double least = Arrays.stream(front).mapToDouble(p -> p[goal]).min().orElseThrow();
            double most = Arrays.stream(front).mapToDouble(p -> p[goal]).max().orElseThrow();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += most > least ? (front[i][g] - least) / (most - least) : 0;
                ends[i] |= most > least && front[i][g] == least;
            }
        }
        double lowest = IntStream.range(0, front.length)
                .filter(i -> ends[i])
                .mapToDouble(i -> sums[i])
                .min()
                .orElse(0);
        return IntStream.range(0, front.length)
                .filter(i -> !ends[i] && sums[i] < lowest - ROUNDING)
                .boxed()
                .min(Comparator.comparingDouble(i -> sums[i]))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
