package dev.fettle.pareto;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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
    private static final Comparator<double[]> FROM_THE_WORST =
            Comparator.<double[]>comparingDouble(p -> -p[p.length - 1]).thenComparing(Arrays::compare);

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

    private static boolean isInside(double[] point, double[] reference) {
        for (int g = 0; g < reference.length; g++) {
            if (!(point[g] < reference[g])) {
                return false;
            }
        }
        return true;
    }

    /** Those that no other beats, each once, by their last loss from the worst on: what follows then shrinks the most. */
    private static double[][] best(double[][] points) {
        double[][] front =
                Arrays.stream(Dominance.front(points)).mapToObj(i -> points[i]).toArray(double[][]::new);
        Arrays.sort(front, FROM_THE_WORST);
        return IntStream.range(0, front.length)
                .filter(i -> i == 0 || !Arrays.equals(front[i], front[i - 1]))
                .mapToObj(i -> front[i])
                .toArray(double[][]::new);
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
            sum += exclusive(front, i, reference);
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

    /** What point i beats and none behind it does. */
    private static double exclusive(double[][] front, int i, double[] reference) {
        double box = 1;
        for (int g = 0; g < reference.length; g++) {
            box *= reference[g] - front[i][g];
        }
        double[][] limited = new double[front.length - i - 1][];
        for (int j = 0; j < limited.length; j++) {
            limited[j] = worse(front[i], front[i + 1 + j]);
        }
        return box - volume(best(limited), reference);
    }

    private static double[] worse(double[] a, double[] b) {
        double[] worse = new double[a.length];
        Arrays.setAll(worse, g -> Math.max(a[g], b[g]));
        return worse;
    }
}
