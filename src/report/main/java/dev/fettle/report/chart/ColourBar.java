package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Tick;
import dev.fettle.report.ink.Look;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;

/** The colours of numbers, and the bar on the right of a chart that says which is which. */
final class ColourBar {
    /** Of van der Walt and Smith (2015): as light as the number is large, to all eyes and in grey. */
    private static final Color[] VIRIDIS = {
        new Color(0x440154),
        new Color(0x472D7B),
        new Color(0x3B528B),
        new Color(0x2C728E),
        new Color(0x21918C),
        new Color(0x28AE80),
        new Color(0x5EC962),
        new Color(0xADDC30),
        new Color(0xFDE725)
    };

    /** What it needs on the right of a chart, in CSS pixels. */
    static final int ROOM = 92;

    /** Upon colours up to {@link #LIT}. */
    static final Color LIGHT = new Color(0xF7F7F7);

    /** Upon the others. */
    static final Color DARK = new Color(0x1A1A1A);

    /** From this share of the bar on, dark letters have more contrast. */
    static final double LIT = 0.55;

    private static final int WIDTH = 12;

    private ColourBar() {}

    /** All colours, for the lowest number first; a copy. */
    static Color[] colours() {
        return VIRIDIS.clone();
    }

    /** @param share of the bar, in [0, 1] */
    static Color colour(double share) {
        double at = Math.min(share, 1 - 1e-9) * (VIRIDIS.length - 1);
        int i = (int) at;
        Color a = VIRIDIS[i];
        Color b = VIRIDIS[i + 1];
        double part = at - i;
        return new Color(
                mixed(a.getRed(), b.getRed(), part),
                mixed(a.getGreen(), b.getGreen(), part),
                mixed(a.getBlue(), b.getBlue(), part));
    }

    private static int mixed(int a, int b, double part) {
        return (int) (a + part * (b - a));
    }

    /**
     * Draws the bar.
     *
     * @param area of the chart, whose upper left corner is the origin
     * @param shades so many are told apart
     */
    static void paint(Graphics2D g, Rectangle area, NumberAxis numbers, int shades) {
        double h = area.getHeight() / shades;
        double x = area.getWidth() + 14;
        for (int i = 0; i < shades; i++) {
            g.setColor(colour((i + 0.5) / shades));
            g.fill(new Rectangle2D.Double(x, area.getHeight() - (i + 1) * h, WIDTH, h + (i > 0 ? 0.5 : 0)));
        }
        g.setColor(Look.MUTED);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        double low = numbers.place(numbers.low());
        double high = numbers.place(numbers.high());
        for (Tick t : numbers.ticks(Math.max(2, area.height / 50))) {
            double share = high > low ? (t.place() - low) / (high - low) : 0.5;
            Look.write(g, t.label(), x + WIDTH + 6, area.getHeight() * (1 - share), 0);
        }
    }
}
