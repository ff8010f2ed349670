package dev.fettle.report.html;

import dev.fettle.report.language.Translator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in another language: what stands between its tags, and instead of its pictures. Tags stay as they are, and so do tables
 * but those of studies, in which the columns of words are translated. For one page and one thread.
 */
public final class Translation {
    private static final Pattern TAG = Pattern.compile("<(/?+)([a-z0-9]++)([^>]*+)>");
    private static final Pattern ALT = Pattern.compile(" alt=\"([^\"]*+)\"");
    /** Within a line of words; {@link Markup#text} sets it anew. */
    private static final String UNBROKEN = "white-space:nowrap";

    private final Translator translator;
    private final StringBuilder page = new StringBuilder();
    /** What stands since the last tag that is more than a mark within words: as HTML, and as it was before. */
    private final StringBuilder html = new StringBuilder();

    private final StringBuilder plain = new StringBuilder();
    private final Deque<Boolean> spans = new ArrayDeque<>();
    private final List<Boolean> columns = new ArrayList<>();
    private boolean code;
    private boolean block;
    private boolean ours;
    private boolean head;
    private boolean cell;
    private int column = -1;

    private Translation(Translator translator) {
        this.translator = translator;
    }

    /** A display of ours, as HTML, in the language of the translator; what has no translation is as it was, byte for byte. */
    public static String of(String html, Translator translator) {
        return translator.isNone() ? html : new Translation(translator).translated(html);
    }

    private String translated(String source) {
        Matcher tag = TAG.matcher(source);
        int end = 0;
        while (tag.find()) {
            words(source.substring(end, tag.start()));
            tag(tag);
            if (tag.group(2).equals("thead") && tag.group(1).isEmpty()) {
                ours = isOurs(source.substring(tag.end(), Math.max(tag.end(), source.indexOf("</thead>", tag.end()))));
            }
            end = tag.end();
        }
        words(source.substring(end));
        flush();
        return page.toString();
    }

    /** By the title of the last column: those of tables of values may be called as users like. */
    private boolean isOurs(String titles) {
        String last = titles.replaceAll("</th></tr>$", "");
        return translator.head(last.substring(last.lastIndexOf('>') + 1)).isPresent();
    }

    private void words(String words) {
        html.append(words);
        plain.append(unescaped(words));
    }

    private void tag(Matcher tag) {
        boolean begins = tag.group(1).isEmpty();
        String name = tag.group(2);
        if (name.equals("code") && !block) {
            // Two blanks set code off in what was marked up.
            html.append(tag.group());
            plain.append(' ');
            code = true;
        } else if (name.equals("span") && mark(begins, tag.group(3))) {
            html.append(tag.group());
        } else {
            flush();
            page.append(name.equals("img") ? picture(tag.group()) : tag.group());
            enter(name, begins);
        }
    }

    /** Whether a span only keeps a number together. */
    private boolean mark(boolean begins, String attributes) {
        if (begins) {
            spans.push(attributes.contains(UNBROKEN));
            return spans.element();
        }
        return !spans.isEmpty() && spans.pop();
    }

    private void enter(String name, boolean begins) {
        switch (name) {
            case "pre" -> block = begins;
            case "table" -> columns.clear();
            case "tr" -> column = -1;
            case "th" -> head = begins;
            case "td" -> {
                cell = begins;
                column += begins ? 1 : 0;
            }
            default -> {}
        }
    }

    private void flush() {
        String words = plain.toString();
        String said = said(words);
        if (said.equals(words)) {
            page.append(html);
        } else if (block || head || cell) {
            page.append(Markup.escape(said));
        } else {
            page.append(code ? Markup.prose(said) : Markup.text(said));
        }
        html.setLength(0);
        plain.setLength(0);
        code = false;
    }

    private String said(String words) {
        if (head) {
            String title = ours ? translator.head(words).orElse(words) : words;
            columns.add(!title.equals(words));
            return title;
        }
        if (cell) {
            return column < columns.size() && columns.get(column) ? translator.words(words) : words;
        }
        return words.isBlank() ? words : translator.text(words);
    }

    private String picture(String tag) {
        Matcher alt = ALT.matcher(tag);
        return alt.find()
                ? tag.substring(0, alt.start(1))
                        + Markup.escape(translator.text(unescaped(alt.group(1))))
                        + tag.substring(alt.end(1))
                : tag;
    }

    /** What {@link Markup#escape} was given. */
    private static String unescaped(String html) {
        return html.indexOf('&') < 0
                ? html
                : html.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&ensp;", "\u2002")
                        .replace("&amp;", "&");
    }
}
