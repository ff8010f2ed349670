package dev.fettle.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much a set of points beats: the volume of all losses that lie between one of them and a reference point (Zitzler and
 * Thiele, 1998). Exact; two losses by a sweep, more by the exclusive volumes of each point (WFG; While, Bradstreet and Barone,
 * 2012), whose time grows quickly with the number of losses. Pure functions, for any thread.
 *
 * <pre>{@code
 * double staircase = Hypervolume.of(new double[][] {{1, 2}, {2, 1}}, new double[] {3, 3});  // 3
 * }</pre>
 */
public final class Hypervolume {
    private Hypervolume() {}

    /**
     * The volume, at least 0; a point that is not better than the reference in all losses adds nothing.
     *
     * @param points {@code [n][m]} finite losses, in any order, also such that others beat
     * @param reference {@code [m]}, at least one loss
     */
    public static double of(double[][] points, double[] reference) {
        double[][] inside =
                Arrays.stream(points).filter(p -> isInside(p, reference)).toArray(double[][]::new);
        return volume(best(inside), reference);
    }

    /** How much a point {@code [m]} beats that none of the others does, at least 0. */
    public static double added(double[] point, double[][] others, double[] reference) {
        return isInside(point, reference) ? exclusive(point, Arrays.asList(others), reference) : 0;
    }

    private static boolean isInside(double[] point, double[] reference) {
        for (int g = 0; g < reference.length; g++) {
            if (!(point[g] < reference[g])) {
                return false;
            }
        }
        return true;
    }

    /** Those that no other beats, each once, in the order of their first loss, of equals of the next. */
    private static double[][] best(double[][] points) {
        double[][] sorted = points.clone();
        Arrays.sort(sorted, Arrays::compare);
        List<double[]> best = new ArrayList<>();
        for (double[] point : sorted) {
            // Who beats a point stands before it; of two losses the last one kept has the least of the second.
            List<double[]> rivals =
                    point.length == 2 && !best.isEmpty() ? best.subList(best.size() - 1, best.size()) : best;
            if (rivals.stream().noneMatch(r -> Arrays.equals(r, point) || Dominance.dominates(r, point))) {
                best.add(point);
            }
        }
        return best.toArray(double[][]::new);
    }

    private static double volume(double[][] front, double[] reference) {
        if (reference.length == 1) {
            return front.length == 0 ? 0 : reference[0] - front[0][0];
        }
        if (reference.length == 2) {
            return area(front, reference);
        }
        double sum = 0;
        for (int i = 0; i < front.length; i++) {
            sum += exclusive(front[i], Arrays.asList(front).subList(i + 1, front.length), reference);
        }
        return sum;
    }

    /** Of points whose first loss rises while the second falls. */
    private static double area(double[][] front, double[] reference) {
        double sum = 0;
        double above = reference[1];
        for (double[] point : front) {
            sum += (reference[0] - point[0]) * (above - point[1]);
            above = point[1];
        }
        return sum;
    }

    /** What a point beats and none of the others does: its box without that of the worse of it and each of them. */
    private static double exclusive(double[] point, List<double[]> others, double[] reference) {
        double box = 1;
        for (int g = 0; g < reference.length; g++) {
            box *= reference[g] - point[g];
        }
        double[][] limited = others.stream().map(other -> worse(point, other)).toArray(double[][]::new);
        return Math.max(0, box - of(limited, reference));
    }

    private static double[] worse(double[] a, double[] b) {
        double[] worse = new double[a.length];
        Arrays.setAll(worse, g -> Math.max(a[g], b[g]));
        return worse;
    }
}
