package dev.fettle.report.ink;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * What a picture shows, read back from its file. Coordinates are CSS pixels, y runs down. Immutable, for any thread.
 *
 * @param words in the order in which they are painted, and so are the marks
 */
public record Drawn(Rectangle2D view, List<Word> words, List<Mark> marks) {
    public Drawn {
        words = List.copyOf(words);
        marks = List.copyOf(marks);
    }

    /**
     * A label.
     *
     * @param ink what the letters cover, with their counters and gaps: a rectangle, turned if the label is
     * @param turned whether it does not run from left to right
     * @param order of all that is painted
     */
    public record Word(String text, Shape ink, boolean turned, Colours colours, int order) {}

    /**
     * Anything else.
     *
     * @param shape filled, or the line along which a pen goes
     * @param bounds with the width of the pen
     * @param filled whether it covers its inside
     */
    public record Mark(Shape shape, Rectangle2D bounds, boolean filled, Colours colours, double opacity, int order) {}

    /** On a page of light ground, and on one of dark ground. */
    public record Colours(Color light, Color dark) {}
}
