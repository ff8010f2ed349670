package dev.fettle.report.ink;

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

/** Recognises the outlines of known words, upright or turned. Confined to one drawing. */
final class Lettering {
    /** By how many degrees XChart turns words to the left. */
    private static final List<Integer> TURNS = List.of(0, 45, 90);

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
     * @param turn in degrees to the left: 0, 45 or 90
     * @param x where its first letter begins on the base line, relative to the outline's own coordinates
     * @param advance its length in user space
     */
    record Found(String text, int turn, double x, double y, double advance) {}

    private record Key(Font font, FontRenderContext context) {}

    private record Word(String text, int turn, Point2D start, double advance) {}

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
                word.text, word.turn, at.getX() - word.start.getX(), at.getY() - word.start.getY(), word.advance));
    }

    private Map<List<Long>, Word> learn(Key key) {
        Map<List<Long>, Word> found = new HashMap<>();
        for (String text : words) {
            if (text.isBlank()) {
                continue;
            }
            TextLayout layout = new TextLayout(text, key.font, key.context);
            for (int turn : TURNS) {
                AffineTransform rotation = AffineTransform.getRotateInstance(-1 * Math.toRadians(turn), 0, 0);
                Shape outline = layout.getOutline(turn == 0 ? null : rotation);
                found.put(signature(outline), new Word(text, turn, start(outline), layout.getAdvance()));
            }
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
