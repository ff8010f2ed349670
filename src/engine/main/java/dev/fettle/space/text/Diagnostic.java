package dev.fettle.space.text;

/**
 * One mistake in a text.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 characters
 * @param length of the part that is meant, at least 1
 * @param message {@code Subject (value) must … Maybe …}
 */
public record Diagnostic(int line, int column, int length, String message) implements Comparable<Diagnostic> {
    private static final int WIDTH = 120;

    @Override
    public int compareTo(Diagnostic other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /** Place, source line with a caret below, message: four lines without a newline at the end. */
    public String render(String source) {
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
        return "line " + line + ", column " + column + "\n  " + cut + "\n  " + mark + "\n  " + message;
    }
}
