package dev.fettle.report.chart;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises the outlines of known words, upright or turned to the left. Confined to one drawing. */
final class Lettering {
    private static final AffineTransform LEFT = AffineTransform.getRotateInstance(-Math.PI / 2);

    /** How many points belong to a segment: move, line, quadratic, cubic, close. */
    private static final int[] POINTS = {1, 1, 2, 3, 0};

    private final Set<String> words;
    private final Map<Key, Map<List<Long>, Word>> outlines = new HashMap<>();
    private int known;

    /** @param words may grow while the drawing goes on */
    Lettering(Set<String> words) {
        this.words = words;
    }

    /**
     * A word that was found.
     *
     * @param x where its first letter begins on the base line, relative to the outline's own coordinates
     * @param advance its length in user space
     */
    record Found(String text, boolean turned, double x, double y, double advance) {}

    private record Key(Font font, FontRenderContext context) {}

    private record Word(String text, boolean turned, Point2D start, double advance) {}

    Optional<Found> read(Shape shape, Font font, FontRenderContext context) {
        if (known != words.size()) {
            outlines.clear();
            known = words.size();
        }
        Word word =
                outlines.computeIfAbsent(new Key(font, context), this::learn).get(signature(shape));
        if (word == null) {
            return Optional.empty();
        }
        Point2D at = start(shape);
        return Optional.of(new Found(
                word.text, word.turned, at.getX() - word.start.getX(), at.getY() - word.start.getY(), word.advance));
    }

    private Map<List<Long>, Word> learn(Key key) {
        Map<List<Long>, Word> found = new HashMap<>();
        for (String text : words) {
            if (text.isBlank()) {
                continue;
            }
            TextLayout layout = new TextLayout(text, key.font, key.context);
            Shape upright = layout.getOutline(null);
            Shape left = layout.getOutline(LEFT);
            found.put(signature(upright), new Word(text, false, start(upright), layout.getAdvance()));
            found.put(signature(left), new Word(text, true, start(left), layout.getAdvance()));
        }
        return found;
    }

    private static Point2D start(Shape shape) {
        double[] c = new double[6];
        PathIterator path = shape.getPathIterator(null);
        if (path.isDone()) {
            return new Point2D.Double();
        }
        path.currentSegment(c);
        return new Point2D.Double(c[0], c[1]);
    }

    /** The segments relative to the first point, in twentieths of a pixel. */
    private static List<Long> signature(Shape shape) {
        List<Long> signature = new ArrayList<>();
        Point2D start = start(shape);
        double[] c = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(c);
            signature.add((long) kind);
            int points = POINTS[kind];
            for (int i = 0; i < points; i++) {
                signature.add(Math.round((c[2 * i] - start.getX()) * 20));
                signature.add(Math.round((c[2 * i + 1] - start.getY()) * 20));
            }
        }
        return signature;
    }
}
