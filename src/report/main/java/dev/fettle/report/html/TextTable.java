package dev.fettle.report.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of text, to be shown in columns.
 *
 * @param head one title for each column
 * @param texts for each column whether it is words, which stand on the left; numbers stand on the right
 * @param rows as long as the head
 */
record TextTable(List<String> head, List<Boolean> texts, List<List<String>> rows) {
    TextTable {
        head = List.copyOf(head);
        texts = List.copyOf(texts);
        rows = List.copyOf(rows);
    }

    /** The first rows only. */
    TextTable limit(int count) {
        return new TextTable(head, texts, rows.subList(0, Math.min(count, rows.size())));
    }

    /** As many of the rows as fit into so many characters of HTML, at least one. */
    TextTable fitting(int size) {
        int used = 0;
        int count = 0;
        for (List<String> row : rows) {
            used += Markup.row("td", row, texts).length();
            if (count > 0 && used > size) {
                break;
            }
            count++;
        }
        return limit(count);
    }

    String html() {
        String body = rows.stream().map(r -> Markup.row("td", r, texts)).collect(Collectors.joining());
        return Markup.table(Markup.row("th", head, texts), body);
    }

    /** One line for the head and one for each row, aligned, without a newline at the end. */
    String text() {
        int[] widths = new int[head.size()];
        List<List<String>> all = new ArrayList<>(Collections.singletonList(head));
        all.addAll(rows);
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String pad = " ".repeat(widths[i] - length(row.get(i)));
                line.append(i == 0 ? "" : "  ").append(texts.get(i) ? row.get(i) + pad : pad + row.get(i));
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join("\n", lines);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
