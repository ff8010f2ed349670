package dev.fettle.report.html;

import dev.fettle.report.ink.Picture;
import dev.fettle.report.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The few pieces of HTML that displays are made of. Whatever users or data wrote is escaped here. */
final class Markup {
    /** As wide as a report may be on a small screen. */
    private static final int WIDE = 80;

    /** Within a number and its unit or error, where it costs less than a style. */
    private static final char UNBROKEN = '\u00a0';

    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.…]*e-[0-9]+");

    private Markup() {}

    static String escape(String text) {
        return Wording.harmless(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** What stands between tags; numbers are not broken into lines, as browsers do it behind the hyphen of 1e-05. */
    static String text(String text) {
        return NUMBER.matcher(escape(text)).replaceAll("<span style=\"white-space:nowrap\">$0</span>");
    }

    /** A paragraph; {@code inner} is HTML. A {@code p} is no tag to the sanitizer of nbconvert, and would be shown as it is written. */
    static String paragraph(String inner) {
        return "<div style=\"margin:0 0 6px\">" + inner + "</div>";
    }

    /**
     * Lines whose letters stand below each other; pages made of a notebook do not all give {@code pre} such a font, and some
     * break its lines within a number.
     */
    static String block(String text) {
        return "<pre style=\"font-family:monospace;white-space:pre;overflow-x:auto\">" + escape(text) + "</pre>";
    }

    /** Two blanks or more set something off: between them stands code. Those that are not closed are one blank. */
    static String prose(String text) {
        String[] parts = text.split(" {2,}", -1);
        StringBuilder html = new StringBuilder(text(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            boolean closed = i + 1 < parts.length;
            html.append(i % 2 == 0 ? text(parts[i]) : " " + (closed ? code(parts[i]) + " " : text(parts[i])));
        }
        return html.toString();
    }

    /** Code that is not broken into lines, unless it is too long for one. */
    static String code(String text) {
        return text.length() > WIDE
                ? "<code>" + text(text) + "</code>"
                : "<code style=\"white-space:nowrap\">" + escape(text) + "</code>";
    }

    /** What stays together where a line breaks; {@code inner} is HTML. */
    static String together(String inner) {
        return "<span style=\"display:inline-block;margin-right:24px\">" + inner + "</span>";
    }

    /** Its words come first, for where they are shown in its place. */
    static String picture(Picture picture) {
        return "<img alt=\"" + escape(picture.alt()) + "\" width=\"" + picture.width() + "\" height=\""
                + picture.height() + "\" style=\"max-width:100%;height:auto;border-radius:6px\" src=\""
                + picture.dataUri() + "\">";
    }

    /**
     * A row of a table.
     *
     * @param texts for each column whether it is words, which stand on the left
     */
    static String row(String tag, List<String> cells, List<Boolean> texts) {
        StringBuilder html = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            String cell = escape(cells.get(i));
            List<String> style = new ArrayList<>();
            if (texts.get(i)) {
                style.add("text-align:left");
            }
            if (NUMBER.matcher(cell).find()) {
                style.add("white-space:nowrap");
            } else if (tag.equals("td") && !texts.get(i)) {
                cell = cell.replace(' ', UNBROKEN);
            }
            String styled = style.isEmpty() ? "" : " style=\"" + String.join(";", style) + "\"";
            html.append('<').append(tag).append(styled).append('>').append(cell);
            html.append("</").append(tag).append('>');
        }
        return html.append("</tr>").toString();
    }

    static String table(String head, String body) {
        return "<table style=\"margin:6px 0\"><thead>" + head + "</thead><tbody align=\"right\">" + body
                + "</tbody></table>";
    }
}
