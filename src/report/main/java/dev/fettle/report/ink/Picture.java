package dev.fettle.report.ink;

import dev.fettle.report.text.Wording;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An image file. The same plot gives the same bytes on the same machine. For any thread, but see {@link Plot} for the drawing.
 *
 * <pre>{@code
 * Picture picture = Picture.of(Plots.found().draw(report, List.of("history")), Format.PNG);
 * Files.write(Path.of("history.png"), picture.bytes());
 * }</pre>
 *
 * @param mime {@code image/svg+xml} or {@code image/png}
 * @param bytes of the file; nobody may write into them
 * @param width in CSS pixels; a PNG has twice as many, or fewer where the caller has little room
 * @param height likewise
 * @param alt one or two sentences that carry the numbers
 */
public record Picture(String mime, byte[] bytes, int width, int height, String alt) {
    /** A category may be a whole text. */
    private static final int LONGEST = 2000;

    public Picture {
        alt = Wording.line(alt, LONGEST);
    }

    /** Draws a plot. A Java without fonts throws errors of many kinds here; {@link Drawing#of} tells them in a sentence. */
    public static Picture of(Plot plot, Format format) {
        return of(plot, format, Integer.MAX_VALUE);
    }

    /**
     * Draws a plot, less sharply if it would not leave room for other things.
     *
     * @param room as many bytes a PNG may have to be twice as sharp as the screen; no bound for the one that is less sharp, nor
     *     for an SVG
     */
    public static Picture of(Plot plot, Format format, int room) {
        return switch (format) {
            case SVG -> new Picture("image/svg+xml", Ink.svg(plot), plot.width(), plot.height(), plot.alt());
            case PNG -> {
                byte[] bytes = Ink.png(plot, 2);
                for (double scale = 1.5; scale >= 1 && bytes.length > room; scale -= 0.5) {
                    bytes = Ink.png(plot, scale);
                }
                yield new Picture("image/png", bytes, plot.width(), plot.height(), plot.alt());
            }
        };
    }

    /** For the {@code src} of an image; nothing in it needs escaping inside double quotes. */
    public String dataUri() {
        return "data:" + mime + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Picture p
                && mime.equals(p.mime)
                && Arrays.equals(bytes, p.bytes)
                && width == p.width
                && height == p.height
                && alt.equals(p.alt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mime, Arrays.hashCode(bytes), width, height, alt);
    }

    @Override
    public String toString() {
        return "Picture[" + mime + ", " + bytes.length + " bytes: " + alt + "]";
    }
}
