package dev.fettle.report.ink;

import dev.fettle.report.text.Part;
import java.awt.AWTError;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Draws the figure of a report, which must come without it if need be. Stateless, for any thread.
 *
 * <pre>{@code
 * Part<Picture> figure = Drawing.of(() -> Plots.found().figure(report, List.of()), Format.SVG);
 * String html = figure.match(Picture::dataUri, sentence -> sentence);
 * }</pre>
 */
public final class Drawing {
    /** What a Java without fonts is told. */
    public static final String NO_FONTS = "No figure: this Java finds no fonts. Maybe  apt-get install fontconfig"
            + " fonts-dejavu-core  and restart the kernel.";

    /** As many bytes may the figure have, so that there is room for the words. */
    private static final int ROOM = 25_500;

    /** Classes that could not be loaded for want of fonts; XChart and we hold fonts in constants. */
    private static final Pattern FONTS =
            Pattern.compile("(?i)font|freetype|\\bawt\\b|initialize class (org\\.knowm|dev\\.fettle)");

    private Drawing() {}

    /**
     * The picture of a plot; or why there is none, one sentence with what to do if anything can be done. Nothing is thrown, no
     * error either.
     *
     * @param plot made here; throws IllegalArgumentException with a sentence where there is nothing to show
     * @param format a PNG of more than 25 500 bytes is drawn anew, less sharply
     */
    public static Part<Picture> of(Supplier<Plot> plot, Format format) {
        return Part.of(() -> Picture.of(plot.get(), format, ROOM), thrown -> why("The figure", thrown));
    }

    /**
     * The sentence in place of what could not be drawn. A Java without fonts throws errors of many kinds when it draws its
     * first letter.
     *
     * @param subject as it begins a sentence
     */
    public static String why(String subject, Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (fromFonts(t)) {
                return NO_FONTS;
            }
        }
        return Part.failed(subject, thrown);
    }

    private static boolean fromFonts(Throwable thrown) {
        if (thrown instanceof InternalError || thrown instanceof AWTError) {
            return true;
        }
        if (thrown instanceof NoClassDefFoundError || thrown instanceof UnsatisfiedLinkError) {
            return FONTS.matcher(Objects.requireNonNullElse(thrown.getMessage(), ""))
                    .find();
        }
        StackTraceElement[] stack = thrown.getStackTrace();
        return stack.length > 0 && stack[0].getClassName().matches("sun\\.(font|awt)\\..*");
    }
}
