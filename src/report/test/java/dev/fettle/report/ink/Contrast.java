package dev.fettle.report.ink;

import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How light colours are, and how well one is seen upon another. Stateless, for any thread. */
public final class Contrast {
    private Contrast() {}

    /**
     * The contrast ratio of WCAG 2.2: from 1, for equal colours, to 21.
     *
     * <p>W3C (2023), Web Content Accessibility Guidelines 2.2, definitions of relative luminance and contrast ratio.
     */
    public static double of(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** L* of CIE 1976: from 0, black, to 100, white; equal steps look equally large. */
    public static double lightness(Color color) {
        double y = luminance(color);
        return y > 216 / 24389.0 ? 116 * Math.cbrt(y) - 16 : y * 24389 / 27;
    }

    /** Whether each colour is lighter than the one before it, or each is darker. */
    public static boolean monotone(List<Color> colours) {
        double way = lightness(colours.get(colours.size() - 1)) - lightness(colours.get(0));
        for (int i = 1; i < colours.size(); i++) {
            if (!((lightness(colours.get(i)) - lightness(colours.get(i - 1))) * Math.signum(way) > 0)) {
                return false;
            }
        }
        return true;
    }

    /** What is seen where a paint of this opacity lies upon a ground. */
    static Color over(Color ground, Color paint, double opacity) {
        ToDoubleFunction<ToDoubleFunction<Color>> mixed =
                part -> opacity * part.applyAsDouble(paint) + (1 - opacity) * part.applyAsDouble(ground);
        return new Color(
                (int) Math.round(mixed.applyAsDouble(Color::getRed)),
                (int) Math.round(mixed.applyAsDouble(Color::getGreen)),
                (int) Math.round(mixed.applyAsDouble(Color::getBlue)));
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(int value) {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
