package dev.fettle.space.text;

import java.util.Comparator;

/**
 * A stretch of one line of a cell.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 characters
 * @param length at least 1, in UTF-16 characters
 */
public record Place(int line, int column, int length) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column);
    private static final int WIDTH = 120;

    /** What is wrong here. */
    public Mistake says(String message) {
        return new Mistake(this, message);
    }

    /** From here to the end of a later place; to the end of this one if that stands on another line. */
    Place to(Place end) {
        return end.line == line ? new Place(line, column, end.column + end.length - column) : this;
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** The place in words, the line of the source and a caret below: three lines without a newline at the end. */
    public String picture(String source) {
        String[] lines = source.split("\\R", -1);
        String text = line <= lines.length ? lines[line - 1] : "";
        int middle = Math.min(column - 1, text.length());
        int from = text.length() <= WIDTH ? 0 : Math.max(0, middle - WIDTH / 2);
        String cut = text.substring(from, Math.min(text.length(), from + WIDTH));
        StringBuilder mark = new StringBuilder();
        for (int i = from; i < column - 1; i++) {
            mark.append(i < text.length() && text.charAt(i) == '\t' ? '\t' : ' ');
        }
        mark.append('^').append("~".repeat(Math.max(0, Math.min(length, WIDTH) - 1)));
        return "line " + line + ", column " + column + "\n  " + cut + "\n  " + mark;
    }
}
