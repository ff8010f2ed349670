package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static final Rectangle2D BOX = new Rectangle2D.Double(40, 10, 20, 10);

    /** {@code M0 0L10 10}, in whole numbers. */
    private static String line(double fromX, double fromY, double toX, double toY, Rectangle2D... boxes) {
        Path2D path = new Path2D.Double();
        path.moveTo(fromX, fromY);
        Gaps.line(path, toX, toY, List.of(boxes));
        StringBuilder text = new StringBuilder();
        double[] c = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            text.append(i.currentSegment(c) == PathIterator.SEG_MOVETO ? "M" : "L");
            text.append(Math.round(c[0])).append(' ').append(Math.round(c[1]));
        }
        return text.toString();
    }

    @Test
    void aLineBesideABoxIsWhole() {
        assertThat(line(0, 0, 30, 40, BOX)).isEqualTo("M0 0L30 40");
        assertThat(line(0, 10, 100, 10, BOX)).isEqualTo("M0 10L100 10");
        assertThat(line(50, 30, 50, 40, BOX)).isEqualTo("M50 30L50 40");
    }

    @Test
    void aLineStopsAtABoxAndGoesOnBehindIt() {
        assertThat(line(50, 0, 50, 40, BOX)).isEqualTo("M50 0L50 10M50 20L50 40");
        assertThat(line(0, 15, 100, 15, BOX)).isEqualTo("M0 15L40 15M60 15L100 15");
        assertThat(line(30, 0, 70, 40, BOX)).isEqualTo("M30 0L40 10M50 20L70 40");
    }

    @Test
    void gapsAreInTheOrderOfTheWay() {
        Rectangle2D before = new Rectangle2D.Double(10, 10, 10, 10);
        String there = "M0 15L10 15M20 15L40 15M60 15L100 15";
        assertThat(line(0, 15, 100, 15, BOX, before)).isEqualTo(there);
        assertThat(line(0, 15, 100, 15, before, BOX)).isEqualTo(there);
        assertThat(line(100, 15, 0, 15, before, BOX)).isEqualTo("M100 15L60 15M40 15L20 15M10 15L0 15");
    }
}
