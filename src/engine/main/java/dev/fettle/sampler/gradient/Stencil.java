package dev.fettle.sampler.gradient;

import dev.fettle.sampler.population.Outcome;
import dev.fettle.space.Point;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places that are tried together. Nobody may write into the arrays, so it is for any thread.
 *
 * @param places {@code [points][coordinates]} where the points are
 */
record Stencil(Coordinates coordinates, List<double[]> places, List<Point> points) {
    /** A second difference sums four noises. */
    private static final double CERTAIN = 12;

    Stencil {
        places = List.copyOf(places);
        points = List.copyOf(points);
    }

    /** What is not allowed is replaced by the centre. */
    private static Stencil of(Coordinates coordinates, double[] centre, List<double[]> wanted) {
        List<double[]> places = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (double[] z : wanted) {
            Point point = coordinates.point(coordinates.allows(z) ? z : centre);
            points.add(point);
            places.add(coordinates.place(point));
        }
        return new Stencil(coordinates, places, points);
    }

    /** One place. */
    static Stencil centre(Coordinates coordinates, double[] centre) {
        return of(coordinates, centre, List.of(centre));
    }

    /** A centre and, along each coordinate, one place below and one above it; cut off at the bounds. */
    static Stencil cross(Coordinates coordinates, double[] centre, double share) {
        List<double[]> wanted = new ArrayList<>(List.of(centre));
        for (int i = 0; i < centre.length; i++) {
            double arm = share * coordinates.width(i);
            for (double by : new double[] {-arm, arm}) {
                double[] z = centre.clone();
                z[i] += by;
                wanted.add(z);
            }
        }
        return of(coordinates, centre, wanted);
    }

    /** The middle of {@link Noise#VALUES} places in a row: the centre, or as near to it as the bounds let it. */
    static Stencil middle(Coordinates coordinates, double[] centre) {
        return of(coordinates, centre, line(coordinates, centre).subList(0, 1));
    }

    /** The others of that row, from end to end. */
    static Stencil around(Coordinates coordinates, double[] centre) {
        return of(coordinates, centre, line(coordinates, centre).subList(1, Noise.VALUES));
    }

    private static List<double[]> line(Coordinates coordinates, double[] centre) {
        List<double[]> wanted = new ArrayList<>();
        int half = Noise.VALUES / 2;
        for (int n = 0; n < Noise.VALUES; n++) {
            int k = n == 0 ? 0 : n <= half ? n - half - 1 : n - half;
            double[] z = new double[centre.length];
            for (int i = 0; i < z.length; i++) {
                double by = Noise.SPACING * coordinates.width(i);
                double low = coordinates.low(i) + half * by;
                double high = coordinates.high(i) - half * by;
                z[i] = Math.min(Math.max(low, high), Math.max(low, centre[i])) + k * by;
            }
            wanted.add(z);
        }
        return wanted;
    }

    /** The same with another point in a place. */
    Stencil with(int index, Point point) {
        List<Point> others = new ArrayList<>(points);
        List<double[]> at = new ArrayList<>(places);
        others.set(index, point);
        at.set(index, coordinates.place(point));
        return new Stencil(coordinates, at, others);
    }

    boolean hasArms() {
        return points.size() > 1;
    }

    /**
     * The gradient by the arms of a {@link #cross}: where both have a score their difference, where one has that to the centre,
     * else 0.
     *
     * @param ends by their place; those behind the last are unknown
     */
    double[] slopes(List<Outcome> ends) {
        double[] slopes = new double[coordinates.count()];
        for (int i = 0; i < slopes.length; i++) {
            int low = isScored(ends, 1 + 2 * i) ? 1 + 2 * i : 0;
            int high = isScored(ends, 2 + 2 * i) ? 2 + 2 * i : 0;
            double apart = places.get(high)[i] - places.get(low)[i];
            slopes[i] = apart == 0 ? 0 : (ends.get(high).loss() - ends.get(low).loss()) / apart;
        }
        return slopes;
    }

    /**
     * The second derivatives by the arms of a {@link #cross}, NaN where an arm has no score and where the noise may make a third
     * of it.
     *
     * @param noise of a loss
     */
    double[] bends(List<Outcome> ends, double noise) {
        double[] bends = new double[coordinates.count()];
        for (int i = 0; i < bends.length; i++) {
            double low = places.get(0)[i] - places.get(1 + 2 * i)[i];
            double high = places.get(2 + 2 * i)[i] - places.get(0)[i];
            boolean whole = isScored(ends, 1 + 2 * i) && isScored(ends, 2 + 2 * i) && low > 0 && high > 0;
            double bend = whole ? bend(ends, i, low, high) : Double.NaN;
            bends[i] = Math.abs(bend) > CERTAIN * noise / (low * high) ? bend : Double.NaN;
        }
        return bends;
    }

    /**
     * How much the loss jumps between the centre and the arms of a {@link #cross}: by how much what it changes to one side,
     * beyond the mean of the gradients at both ends, differs from the same to the other side; the most of all coordinates. Next
     * to nothing for a smooth loss, be its gradient right or wrong by a factor; much across the kinks of a net. 0 where ends
     * bring no gradient.
     */
    double jump(List<Outcome> ends) {
        double jump = 0;
        for (int i = 0; i < coordinates.count(); i++) {
            jump = Math.max(jump, Math.abs(beyond(ends, i, 1 + 2 * i, 0) - beyond(ends, i, 0, 2 + 2 * i)));
        }
        return jump;
    }

    /** What the loss changes between two places along a coordinate, beyond the mean of the gradients there. */
    private double beyond(List<Outcome> ends, int i, int from, int to) {
        double[] before = gradient(ends, from);
        double[] after = gradient(ends, to);
        return before == null || after == null
                ? 0
                : ends.get(to).loss()
                        - ends.get(from).loss()
                        - (before[i] + after[i]) / 2 * (places.get(to)[i] - places.get(from)[i]);
    }

    private double @Nullable [] gradient(List<Outcome> ends, int index) {
        double[] all = isScored(ends, index) ? ends.get(index).gradient() : null;
        return all == null ? null : coordinates.own(all);
    }

    private static double bend(List<Outcome> ends, int i, double low, double high) {
        double centre = ends.get(0).loss();
        double below = (centre - ends.get(1 + 2 * i).loss()) / low;
        double above = (ends.get(2 + 2 * i).loss() - centre) / high;
        return 2 * (above - below) / (low + high);
    }

    private static boolean isScored(List<Outcome> ends, int index) {
        return index < ends.size() && ends.get(index).grade() == 0;
    }
}
