package dev.fettle.report.ink;

import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.batik.ext.awt.g2d.DefaultGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;

/** Notes what a clip would cut off in a PNG; an SVG of ours shows it nevertheless. Confined to one drawing. */
final class ClipWatch extends DefaultGraphics2D {
    /** Half of the pen of a line that runs along the rim. */
    private static final double PEN = 1.5;

    private final List<String> cut;

    private ClipWatch(List<String> cut) {
        super(false);
        this.gc = new GraphicContext();
        this.cut = cut;
    }

    private ClipWatch(ClipWatch other) {
        super(other);
        this.cut = other.cut;
    }

    /** A sentence for each mark of a plot that is not drawn as a whole. */
    static List<String> of(Plot plot) {
        List<String> cut = new ArrayList<>();
        plot.paint(new ClipWatch(cut));
        return cut;
    }

    @Override
    public Graphics create() {
        return new ClipWatch(this);
    }

    @Override
    public void dispose() {
        // The superclass prints a word here.
    }

    @Override
    public void fill(Shape shape) {
        watch(shape.getBounds2D());
    }

    @Override
    public void draw(Shape shape) {
        if (getStroke() instanceof BasicStroke pen && pen.getLineWidth() > 0) {
            watch(shape.getBounds2D());
        }
    }

    @Override
    public void drawString(String text, float x, float y) {
        Rectangle2D box = getFont().getStringBounds(text, getFontRenderContext());
        watch(new Rectangle2D.Double(x, y, box.getWidth(), 0));
    }

    private void watch(Rectangle2D drawn) {
        Shape clip = getClip();
        if (clip == null || getColor().getAlpha() == 0) {
            return;
        }
        Rectangle2D room = clip.getBounds2D();
        room.setFrame(room.getX() - PEN, room.getY() - PEN, room.getWidth() + 2 * PEN, room.getHeight() + 2 * PEN);
        if (!PictureRules.within(room, drawn)) {
            AffineTransform at = getTransform();
            Rectangle2D place = at.createTransformedShape(drawn).getBounds2D();
            cut.add(String.format(
                    Locale.ROOT,
                    "Mark (#%06x) must not be clipped, as it is at %.1f to %.1f, %.1f to %.1f.",
                    getColor().getRGB() & 0xffffff,
                    place.getMinX(),
                    place.getMaxX(),
                    place.getMinY(),
                    place.getMaxY()));
        }
    }
}
