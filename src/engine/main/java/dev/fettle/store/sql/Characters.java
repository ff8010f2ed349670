package dev.fettle.store.sql;

/**
 * Any text as one that a database keeps: no NUL, and no half of a surrogate pair, for which UTF-8 has no bytes. Those, and the sign
 * that marks them (U+001A, substitute), become that sign and four hexadecimal digits; all other text stays what it is.
 */
public final class Characters {
    private static final char MARK = '\u001A';

    private Characters() {}

    /** The text to keep. */
    public static String kept(String text) {
        int strange = 0;
        while (strange < text.length() && !isStrange(text, strange)) {
            strange++;
        }
        if (strange == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length() + 16).append(text, 0, strange);
        for (int i = strange; i < text.length(); i++) {
            if (isStrange(text, i)) {
                kept.append(MARK).append(String.format("%04X", (int) text.charAt(i)));
            } else {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    /** The text that was kept; of text that nobody has kept, something else. */
    static String read(String kept) {
        int mark = kept.indexOf(MARK);
        if (mark < 0) {
            return kept;
        }
        StringBuilder text = new StringBuilder(kept.length());
        int from = 0;
        while (mark >= 0 && mark + 5 <= kept.length()) {
            text.append(kept, from, mark).append((char) Integer.parseInt(kept, mark + 1, mark + 5, 16));
            from = mark + 5;
            mark = kept.indexOf(MARK, from);
        }
        return text.append(kept, from, kept.length()).toString();
    }

    /** A name for a message, even if it is damaged. */
    static String shown(String kept) {
        return kept.replaceAll("\\p{Cntrl}", "?");
    }

    private static boolean isStrange(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c == 0 || c == MARK;
    }
}
