package dev.fettle.space.text;

import java.util.Comparator;
import java.util.List;

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

    /** The stretch of so many characters that follows. */
    Place behind(int next) {
        return new Place(line, column + length, next);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** Whether places of one line have room in one picture of it. */
    public boolean shares(Place other, String source) {
        return line == other.line && text(source).length() <= WIDTH;
    }

    private String text(String source) {
        String[] lines = source.split("\\R", -1);
        return line <= lines.length ? lines[line - 1] : "";
    }

    /** The place in words, the line of the source and a caret below: three lines without a newline at the end. */
    public String picture(String source) {
        return picture(List.of(this), source);
    }

    /** The same of several places that share a picture, by column: a caret for each. */
    public static String picture(List<Place> places, String source) {
        Place first = places.get(0);
        String text = first.text(source);
        int middle = Math.min(first.column - 1, text.length());
        int from = text.length() <= WIDTH ? 0 : Math.max(0, middle - WIDTH / 2);
        StringBuilder marks = new StringBuilder();
        places.forEach(place -> place.mark(marks, text, from));
        List<String> columns =
                places.stream().map(p -> String.valueOf(p.column)).distinct().toList();
        return "line " + first.line + (columns.size() == 1 ? ", column " : ", columns ") + String.join(", ", columns)
                + "\n  " + text.substring(from, Math.min(text.length(), from + WIDTH))
                + "\n  " + marks;
    }

    /** Goes on with the marks below a line up to the end of this place. */
    private void mark(StringBuilder marks, String text, int from) {
        for (int i = from + marks.length(); i < column - 1; i++) {
            marks.append(i < text.length() && text.charAt(i) == '\t' ? '\t' : ' ');
        }
        int begin = column - 1 - from;
        marks.append("~".repeat(Math.max(0, begin + Math.min(length, WIDTH) - marks.length())));
        marks.setCharAt(begin, '^');
    }
}
