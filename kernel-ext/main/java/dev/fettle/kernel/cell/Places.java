package dev.fettle.kernel.cell;

import dev.fettle.space.text.Place;
import dev.fettle.word.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a parameter and its values stand in a body: for messages alone, so a value that cannot be found, since it was
 * written otherwise, is shown at its parameter.
 */
record Places(String body, int firstLine) {
    /** The declaration of a parameter. */
    Place of(String name) {
        Matcher m = declaration(name);
        return m.find() ? place(m.start(1), name.length()) : new Place(firstLine, 1, 1);
    }

    /** A value of a parameter, or a word of its declaration. */
    Place of(String name, Object value) {
        Matcher m = declaration(name);
        if (!m.find()) {
            return new Place(firstLine, 1, 1);
        }
        String word = value instanceof String text ? text : Words.of(value);
        Matcher v = Pattern.compile("(?<![\\w.])" + Pattern.quote(word) + "(?![\\w.])")
                .matcher(body);
        return v.find(m.end(1)) ? place(v.start(), word.length()) : place(m.start(1), name.length());
    }

    private Matcher declaration(String name) {
        return Pattern.compile("(?m)^[ \\t]*['\"]?(" + Pattern.quote(name) + ")\\b")
                .matcher(body);
    }

    private Place place(int start, int length) {
        String before = body.substring(0, start);
        Matcher end = Pattern.compile("\\r\\n|\\n|\\r").matcher(before);
        int line = firstLine;
        int from = 0;
        while (end.find()) {
            line++;
            from = end.end();
        }
        return new Place(line, start - from + 1, Math.max(1, length));
    }
}
