package dev.fettle.report.chart;

import java.awt.Color;
import java.util.List;

/** The colours of an order, pale for its beginning and deep for its end; few, so that each is told from the next. */
final class Shades {
    private static final List<Color> ALL = List.of(
            new Color(0x9ECAE1), new Color(0x6BAED6), new Color(0x4292C6), new Color(0x2171B5), new Color(0x08306B));

    static final int COUNT = ALL.size();

    private Shades() {}

    /** @param share in [0, 1] */
    static int index(double share) {
        return Math.min(COUNT - 1, (int) (share * COUNT));
    }

    /** @param index from 0 to below {@link #COUNT} */
    static Color color(int index) {
        return ALL.get(index);
    }
}
