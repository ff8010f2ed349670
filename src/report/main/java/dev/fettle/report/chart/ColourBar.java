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

    /** Of marks, with a {@link #DARK} rim. */
    static final Color LIGHT = new Color(0xF7F7F7);

    static final Color DARK = new Color(0x1A1A1A);

    /** Of letters: nearly white and nearly black, as upon the colours in the middle nothing between has the contrast. */
    private static final Color WHITE = new Color(0xFEFEFE);

    private static final Color BLACK = new Color(0x010101);

    /** The relative luminance upon which both have the same contrast, 4.5. */
    private static final double EVEN = 0.179;

    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final int LEAST = 92;
    private static final int APART = 14;
    private static final int WIDTH = 12;
    private static final int GAP = 6;

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

    /** The colour of letters that has more contrast upon that of a share. */
    static Color letters(double share) {
        Color c = colour(share);
        double light = 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
        return light < EVEN ? WHITE : BLACK;
    }

    /** The intensity of a part of sRGB, in [0, 1]. */
    private static double linear(int part) {
        double v = part / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    /**
     * What it needs on the right of a chart, in CSS pixels.
     *
     * @param height of the picture
     */
    static int room(NumberAxis numbers, int height) {
        int longest = 0;
        for (int most = labels(0); most <= labels(height); most++) {
            for (Tick t : numbers.ticks(most)) {
                longest = Math.max(longest, Fit.width(t.label(), LABEL));
            }
        }
        return Math.max(LEAST, APART + WIDTH + 2 * GAP + longest);
    }

    private static int labels(int height) {
        return Math.max(2, height / 50);
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
        double x = area.getWidth() + APART;
        for (int i = 0; i < shades; i++) {
            g.setColor(colour((i + 0.5) / shades));
            g.fill(new Rectangle2D.Double(x, area.getHeight() - (i + 1) * h, WIDTH, h + (i > 0 ? 0.5 : 0)));
        }
        g.setColor(Look.MUTED);
        g.setFont(LABEL);
        double low = numbers.place(numbers.low());
        double high = numbers.place(numbers.high());
        for (Tick t : numbers.ticks(labels(area.height))) {
            double share = high > low ? (t.place() - low) / (high - low) : 0.5;
            Look.write(g, t.label(), x + WIDTH + GAP, area.getHeight() * (1 - share), 0);
        }
    }
}
