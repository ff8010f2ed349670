package dev.fettle.report.chart;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lines that stop in front of words and go on behind them, so that the words can be read on any ground. Stateless. */
final class Gaps {
    private Gaps() {}

    /**
     * Goes on with a path, from where it is to another point.
     *
     * @param boxes that do not overlap
     */
    static void line(Path2D path, double x, double y, List<Rectangle2D> boxes) {
        Point2D from = path.getCurrentPoint();
        double dx = x - from.getX();
        double dy = y - from.getY();
        List<double[]> gaps = new ArrayList<>();
        for (Rectangle2D box : boxes) {
            double[] across = within(from.getX(), dx, box.getMinX(), box.getMaxX());
            double[] down = within(from.getY(), dy, box.getMinY(), box.getMaxY());
            double[] both = {Math.max(across[0], down[0]), Math.min(across[1], down[1])};
            if (both[0] < both[1]) {
                gaps.add(both);
            }
        }
        gaps.sort(Comparator.comparingDouble(gap -> gap[0]));
        for (double[] gap : gaps) {
            path.lineTo(from.getX() + gap[0] * dx, from.getY() + gap[0] * dy);
            path.moveTo(from.getX() + gap[1] * dx, from.getY() + gap[1] * dy);
        }
        path.lineTo(x, y);
    }

    /** The part of the way, in [0, 1], on which a coordinate lies between two ends; the first is the larger if none is. */
    private static double[] within(double from, double way, double low, double high) {
        if (way == 0) {
            return from > low && from < high ? new double[] {0, 1} : new double[] {1, 0};
        }
        double one = (low - from) / way;
        double other = (high - from) / way;
        return new double[] {Math.max(0, Math.min(one, other)), Math.min(1, Math.max(one, other))};
    }
}
