package dev.fettle.report.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An image file. The same plot gives the same bytes on the same machine.
 *
 * @param mime {@code image/svg+xml} or {@code image/png}
 * @param width in CSS pixels; a PNG has twice as many
 * @param alt one or two sentences that carry the numbers
 */
public record Picture(String mime, byte[] bytes, int width, int height, String alt) {
    /** Draws a plot. */
    public static Picture of(Plot plot, Format format) {
        return switch (format) {
            case SVG -> new Picture("image/svg+xml", svg(plot), plot.width(), plot.height(), plot.alt());
            case PNG -> new Picture("image/png", png(plot), plot.width(), plot.height(), plot.alt());
        };
    }

    /** For the {@code src} of an image; nothing in it needs escaping inside double quotes. */
    public String dataUri() {
        return "data:" + mime + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] svg(Plot plot) {
        SvgCanvas canvas = new SvgCanvas(plot.width(), plot.height(), new Lettering(plot.words()));
        plot.paint(canvas);
        return canvas.document().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] png(Plot plot) {
        BufferedImage image = new BufferedImage(2 * plot.width(), 2 * plot.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(2, 2);
        plot.paint(g);
        g.dispose();
        return compressed(Palette.reduce(image));
    }

    private static byte[] compressed(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam best = writer.getDefaultWriteParam();
        best.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        best.setCompressionQuality(0);
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), best);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
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
