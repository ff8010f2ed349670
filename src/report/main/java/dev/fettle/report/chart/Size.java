package dev.fettle.report.chart;

/**
 * The room for one chart, in CSS pixels. Immutable, for any thread.
 *
 * @param width which the chart has exactly
 * @param height which it has at most
 */
public record Size(int width, int height) {
    /** A plot alone. */
    public static final Size PAGE = new Size(640, 340);

    /** One panel of the two of a report's figure. */
    public static final Size PANEL = new Size(430, 290);

    /** The only panel of a report's figure. */
    public static final Size WIDE = new Size(PAGE.width, PANEL.height);

    /** One of many charts, three in a row. */
    public static final Size SMALL = new Size(286, 250);

    /** As high as so many pixels, but not higher than this. */
    public Size high(int pixels) {
        return new Size(width, Math.min(height, pixels));
    }
}
