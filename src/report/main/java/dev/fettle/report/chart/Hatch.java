package dev.fettle.report.chart;

import dev.fettle.report.ink.Look;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.knowm.xchart.style.markers.Marker;

/** Slanting lines where a chart has no number: blank ground might be a colour of its own. Stateless. */
final class Hatch {
    /** From one line to the next along a side, in CSS pixels. */
    private static final int APART = 9;

    /** Ends that are nearer than this are one line, which makes files small. */
    private static final double NEAR = 0.7;

    private Hatch() {}

    /** In the key of a chart. */
    static Marker marker() {
        return new Marker() {
            @Override
            public void paint(Graphics2D g, double x, double y, int size) {
                g.setStroke(new BasicStroke(1));
                Path2D lines = new Path2D.Double();
                for (double d = -3; d <= 3; d += 3) {
                    lines.moveTo(x + Math.max(-5, d - 5), y + Math.min(5, d + 5));
                    lines.lineTo(x + Math.min(5, d + 5), y + Math.max(-5, d - 5));
                }
                g.draw(lines);
            }
        };
    }

    /** Draws lines through rectangles that do not overlap; they go on from one into its neighbour. */
    static void fill(Graphics2D g, List<Rectangle2D> rectangles) {
        SortedMap<Integer, List<double[]>> pieces = new TreeMap<>();
        for (Rectangle2D r : rectangles) {
            int first = (int) Math.floor((r.getMinX() + r.getMinY()) / APART) + 1;
            for (int line = first; line * APART < r.getMaxX() + r.getMaxY(); line++) {
                double left = Math.max(r.getMinX(), line * APART - r.getMaxY());
                double right = Math.min(r.getMaxX(), line * APART - r.getMinY());
                pieces.computeIfAbsent(line, none -> new ArrayList<>()).add(new double[] {left, right});
            }
        }
        Path2D lines = new Path2D.Double();
        pieces.forEach((line, parts) -> joined(parts).forEach(part -> {
            lines.moveTo(part[0], line * APART - part[0]);
            lines.lineTo(part[1], line * APART - part[1]);
        }));
        if (lines.getCurrentPoint() != null) {
            g.setColor(Look.half(Look.PRUNED));
            g.setStroke(new BasicStroke(1));
            g.draw(lines);
        }
    }

    private static List<double[]> joined(List<double[]> parts) {
        List<double[]> joined = new ArrayList<>();
        parts.sort(Comparator.comparingDouble(part -> part[0]));
        for (double[] part : parts) {
            double[] last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && part[0] - last[1] < NEAR) {
                last[1] = Math.max(last[1], part[1]);
            } else {
                joined.add(part);
            }
        }
        return joined;
    }
}
