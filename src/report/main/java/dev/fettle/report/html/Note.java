package dev.fettle.report.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said beside reports. The text of a page is what it was given; the HTML sets it. Stateless, for any thread. */
public final class Note {
    private Note() {}

    /** Code and whatever else has its columns: letters of equal width, line ends and blanks kept. */
    public static Bundle of(String text) {
        return new Bundle(Markup.block(text), text);
    }

    /** Sentences, one a line; each is a paragraph. */
    public static Bundle sentences(String text) {
        String html =
                text.lines().map(line -> Markup.paragraph(Markup.prose(line))).collect(Collectors.joining());
        return new Bundle("<div>" + html + "</div>", text);
    }

    /**
     * What is told of several things.
     *
     * @param head what they are, and what is told of them
     * @param things by name, in their order
     */
    public static Bundle things(List<String> head, Map<String, String> things) {
        List<List<String>> rows = things.entrySet().stream()
                .map(e -> List.of(e.getKey(), e.getValue()))
                .toList();
        String text = rows.stream().map(row -> String.join(": ", row)).collect(Collectors.joining("\n"));
        return new Bundle(new TextTable(head, List.of(true, true), rows).html(), text);
    }

    /**
     * Rows in columns of words, and sentences around them.
     *
     * @param above each a paragraph
     * @param head a title for each column
     * @param rows as long as the head; none is a page without a table
     * @param below as above
     */
    public static Bundle table(List<String> above, List<String> head, List<List<String>> rows, List<String> below) {
        TextTable table = new TextTable(head, Collections.nCopies(head.size(), true), rows);
        Bundle first = sentences(String.join("\n", above));
        Bundle last = sentences(String.join("\n", below));
        String text = Stream.of(first.text(), rows.isEmpty() ? "" : table.text(), last.text())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return new Bundle(first.html() + (rows.isEmpty() ? "" : table.html()) + last.html(), text);
    }

    /**
     * A page of code with heads above its parts.
     *
     * @param heads the lines that are such, and stand out
     */
    public static Bundle headed(String text, Set<String> heads) {
        StringBuilder html = new StringBuilder("<div>");
        List<String> part = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (heads.contains(line)) {
                block(html, part);
                html.append(Markup.paragraph("<b>" + Markup.text(line) + "</b>"));
            } else {
                part.add(line);
            }
        }
        block(html, part);
        return new Bundle(html.append("</div>").toString(), text);
    }

    /** The lines so far, without blank ones around them. */
    private static void block(StringBuilder html, List<String> part) {
        String lines = String.join("\n", part).replaceAll("^\\n+", "").stripTrailing();
        if (!lines.isEmpty()) {
            html.append(Markup.block(lines));
        }
        part.clear();
    }
}
