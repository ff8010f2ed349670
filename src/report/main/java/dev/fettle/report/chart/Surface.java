package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.view.belief.SurrogatePlane;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model believes over a plane as bands of colour, as contour lines divide it: between the values of a continuum it is
 * interpolated; where there is no belief it is hatched.
 */
final class Surface implements Sheet.Layer {
    private static final int BANDS = 12;

    /** A continuum is drawn in so many steps. */
    private static final int STEPS = 64;

    /** Neighbours overlap by so many CSS pixels, else the ground shines through. */
    private static final double OVERLAP = 0.4;

    private final SurrogatePlane plane;
    private final NumberAxis colours;
    private final Along across;
    private final Along up;

    /** @param colours on which the means stand */
    Surface(SurrogatePlane plane, NumberAxis colours, PlaneSide across, PlaneSide up) {
        this.plane = plane;
        this.colours = colours;
        this.across = Along.of(across);
        this.up = Along.of(up);
    }

    /**
     * The cells along a side.
     *
     * @param edges as shares of the side, one more than there are cells, rising
     * @param left the value before each cell's middle, {@code right} the one behind, by number
     * @param part how far the middle lies from the one to the other, in [0, 1]
     */
    private record Along(double[] edges, int[] left, int[] right, double[] part) {
        static Along of(PlaneSide side) {
            double[] at = side.places();
            if (side.words()) {
                int[] same = IntStream.range(0, at.length).toArray();
                double[] edges = IntStream.rangeClosed(0, at.length)
                        .mapToDouble(i -> side.side().share(i - 0.5))
                        .toArray();
                return new Along(edges, same, same, new double[at.length]);
            }
            double low = at[0];
            double step = (at[at.length - 1] - low) / STEPS;
            int[] left = new int[STEPS];
            double[] part = new double[STEPS];
            for (int i = 0; i < STEPS; i++) {
                double middle = low + (i + 0.5) * step;
                int found = Arrays.binarySearch(at, middle);
                left[i] = Math.max(0, Math.min(at.length - 2, found < 0 ? -found - 2 : found));
                part[i] = (middle - at[left[i]]) / (at[left[i] + 1] - at[left[i]]);
            }
            double[] edges = IntStream.rangeClosed(0, STEPS)
                    .mapToDouble(i -> side.side().share(low + i * step))
                    .toArray();
            return new Along(edges, left, IntStream.of(left).map(i -> i + 1).toArray(), part);
        }

        int cells() {
            return left.length;
        }
    }

    @Override
    public void paint(Graphics2D g, Rectangle area) {
        Path2D[] bands = new Path2D[BANDS];
        Arrays.setAll(bands, i -> new Path2D.Double());
        List<Rectangle2D> empty = new ArrayList<>();
        for (int row = 0; row < up.cells(); row++) {
            int from = 0;
            for (int column = 1; column <= across.cells(); column++) {
                int band = band(row, from);
                if (column == across.cells() || band(row, column) != band) {
                    if (band >= 0) {
                        bands[band].append(run(area, row, from, column, OVERLAP), false);
                    } else {
                        empty.add(run(area, row, from, column, 0));
                    }
                    from = column;
                }
            }
        }
        Hatch.fill(g, empty);
        for (int i = 0; i < BANDS; i++) {
            if (bands[i].getCurrentPoint() != null) {
                g.setColor(ColourBar.colour((i + 0.5) / BANDS));
                // One outline has fewer corners than all the rows.
                g.fill(new Area(bands[i]));
            }
        }
        ColourBar.paint(g, area, colours, BANDS);
    }

    private Rectangle2D run(Rectangle area, int row, int from, int to, double overlap) {
        double left = area.width * across.edges[from];
        double top = area.height * (1 - up.edges[row + 1]);
        return new Rectangle2D.Double(
                left,
                top,
                area.width * across.edges[to] - left + overlap,
                area.height * (1 - up.edges[row]) - top + overlap);
    }

    /** The number of its band; -1 if there is no belief. */
    private int band(int row, int column) {
        double mean = mix(
                mix(
                        mean(up.left[row], across.left[column]),
                        mean(up.left[row], across.right[column]),
                        across.part[column]),
                mix(
                        mean(up.right[row], across.left[column]),
                        mean(up.right[row], across.right[column]),
                        across.part[column]),
                up.part[row]);
        return Double.isNaN(mean) ? -1 : (int) Math.min(BANDS - 1, BANDS * colours.share(mean));
    }

    private double mean(int row, int column) {
        return plane.means()[row][column];
    }

    private static double mix(double a, double b, double part) {
        return a + part * (b - a);
    }
}
