package dev.fettle.store.file;

import java.util.Locale;

/** Text without line breaks and other characters that nobody sees, as Java would write it: {@code \n}, {@code \\}, {@code \u0000}. */
final class Escaped {
    private Escaped() {}

    /** The text on one line; half characters, which no file can hold, are written by their number too. */
    static String of(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPair(text, i)) {
                escaped.append(c).append(text.charAt(++i));
            } else if (c == '\\') {
                escaped.append("\\\\");
            } else if (c == '\n') {
                escaped.append("\\n");
            } else if (isSeen(c)) {
                escaped.append(c);
            } else {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return escaped.toString();
    }

    /** The same as one word: without blanks. */
    static String word(String text) {
        return of(text).replace(" ", "\\u0020");
    }

    private static boolean isPair(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    private static boolean isSeen(char c) {
        return !Character.isISOControl(c) && !Character.isSurrogate(c) && c != '\u2028' && c != '\u2029';
    }

    /**
     * The text again.
     *
     * @throws IllegalArgumentException if it is not the escaped form of any
     */
    static String read(String escaped) {
        int next = escaped.indexOf('\\');
        if (next < 0) {
            return escaped;
        }
        StringBuilder text = new StringBuilder(escaped.length());
        int from = 0;
        while (next >= 0) {
            text.append(escaped, from, next);
            char kind = next + 1 < escaped.length() ? escaped.charAt(next + 1) : ' ';
            from = next + (kind == 'u' ? 6 : 2);
            if (from > escaped.length() || "\\nu".indexOf(kind) < 0) {
                throw new IllegalArgumentException(escaped);
            }
            text.append(kind == 'u' ? (char) Integer.parseInt(escaped, next + 2, from, 16) : kind == 'n' ? '\n' : kind);
            next = escaped.indexOf('\\', from);
        }
        return text.append(escaped, from, escaped.length()).toString();
    }
}
