package dev.fettle.report.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** How long words are, and as much of them as there is room for. Lengths are in CSS pixels. Stateless, for any thread. */
final class Fit {
    /** No picture has room for so many code points. */
    private static final int MOST = 400;

    private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

    private Fit() {}

    static int width(String text, Font font) {
        return (int) Math.ceil(font.getStringBounds(text, PLAIN).getWidth());
    }

    /** The text, without so much of its middle that it fits; its ends say most, as in {@code units_1}. */
    static String within(String text, Font font, double room) {
        int length = text.codePointCount(0, text.length());
        int kept = Math.min(length, MOST);
        String shown = ends(text, length, kept);
        while (kept > 1 && width(shown, font) > room) {
            kept--;
            shown = ends(text, length, kept);
        }
        return shown;
    }

    private static String ends(String text, int length, int kept) {
        if (kept == length) {
            return text;
        }
        int start = (kept + 1) / 2;
        return text.substring(0, text.offsetByCodePoints(0, start)) + "…"
                + text.substring(text.offsetByCodePoints(text.length(), start - kept));
    }

    /** The middle of a word of this length that is as near to the one asked for as the ends of the room allow. */
    static double middle(double asked, double width, double from, double to) {
        return Math.max(from + width / 2, Math.min(to - width / 2, asked));
    }
}
