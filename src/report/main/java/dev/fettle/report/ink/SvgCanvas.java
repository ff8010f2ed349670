package dev.fettle.report.ink;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.apache.batik.ext.awt.g2d.DefaultGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;

/**
 * Writes what is drawn as SVG: circles, paths and, where an outline is that of a known word, text. Clips are ignored, images
 * are not for it. Confined to one drawing.
 */
final class SvgCanvas extends DefaultGraphics2D {
    private static final FontRenderContext PLAIN = new FontRenderContext(null, true, false);

    /** Browsers do not round the widths of letters. */
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final SvgText out;
    private final Lettering lettering;

    SvgCanvas(int width, int height, Lettering lettering) {
        super(false);
        this.gc = new GraphicContext();
        this.out = new SvgText(width, height);
        this.lettering = lettering;
    }

    private SvgCanvas(SvgCanvas other) {
        super(other);
        this.out = other.out;
        this.lettering = other.lettering;
    }

    /** The finished file. */
    String document() {
        return out.document();
    }

    @Override
    public Graphics create() {
        return new SvgCanvas(this);
    }

    @Override
    public void dispose() {
        // The superclass prints a word here.
    }

    @Override
    public void fill(Shape shape) {
        if (getColor().getAlpha() == 0) {
            return;
        }
        Optional<Lettering.Found> word = shape instanceof Rectangle2D || shape instanceof Ellipse2D
                ? Optional.empty()
                : lettering
                        .read(shape, getFont(), getFontRenderContext())
                        .or(() -> lettering.read(shape, getFont(), PLAIN));
        if (word.isPresent()) {
            text(word.get());
        } else if (shape instanceof Ellipse2D e && round(e)) {
            Point2D centre = getTransform().transform(new Point2D.Double(e.getCenterX(), e.getCenterY()), null);
            out.circle(paint("fill"), centre.getX(), centre.getY(), e.getWidth() / 2);
        } else {
            out.path(paint("fill"), getTransform().createTransformedShape(shape));
        }
    }

    @Override
    public void draw(Shape shape) {
        BasicStroke stroke = getStroke() instanceof BasicStroke s ? s : new BasicStroke();
        if (getColor().getAlpha() == 0 || stroke.getLineWidth() == 0) {
            return;
        }
        out.path(paint("stroke") + line(stroke), getTransform().createTransformedShape(shape));
    }

    @Override
    public void drawString(String text, float x, float y) {
        double advance = getFont().getStringBounds(text, EXACT).getWidth();
        AffineTransform at = getTransform();
        int turn = (int) Math.round(Math.toDegrees(Math.atan2(-1 * at.getShearY(), at.getScaleX())));
        text(new Lettering.Found(text, turn, x, y, advance));
    }

    private void text(Lettering.Found word) {
        Point2D at = getTransform().transform(new Point2D.Double(word.x(), word.y()), null);
        Font font = getFont();
        String style = " font-size=\"" + font.getSize() + "\"" + (font.isBold() ? " font-weight=\"bold\"" : "");
        out.word(paint("fill") + style, word.text(), word.turn(), at.getX(), at.getY(), word.advance());
    }

    private boolean round(Ellipse2D e) {
        int kind = getTransform().getType();
        boolean moved = (kind & ~AffineTransform.TYPE_TRANSLATION) == 0;
        return moved && Math.abs(e.getWidth() - e.getHeight()) < 1e-6;
    }

    private String paint(String property) {
        Color c = getColor();
        String hex = "#" + Integer.toHexString(c.getRGB() | 0xff000000).substring(2);
        boolean doubled =
                hex.charAt(1) == hex.charAt(2) && hex.charAt(3) == hex.charAt(4) && hex.charAt(5) == hex.charAt(6);
        String colour = doubled ? "#" + hex.charAt(1) + hex.charAt(3) + hex.charAt(5) : hex;
        String opacity =
                c.getAlpha() == 255 ? "" : " " + property + "-opacity=\"" + SvgText.number(c.getAlpha() / 255.0) + "\"";
        return " " + property + "=\"" + colour + "\"" + opacity;
    }

    private static String line(BasicStroke stroke) {
        float width = stroke.getLineWidth();
        String cap = stroke.getEndCap() == BasicStroke.CAP_ROUND ? " stroke-linecap=\"round\"" : "";
        return " fill=\"none\"" + (width == 1 ? "" : " stroke-width=\"" + SvgText.number(width) + "\"") + cap;
    }
}
