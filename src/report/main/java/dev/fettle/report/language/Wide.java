package dev.fettle.report.language;

/** Chinese letters: no blank stands between two of them, and one between them and others. */
final class Wide {
    private Wide() {}

    /** Appends words with the blank that belongs between them and what is there, or without. */
    static void join(StringBuilder made, String words) {
        String begun = words;
        if (made.length() > 1 && begun.length() > 1) {
            int last = made.length() - 1;
            if (made.charAt(last) == ' ' && is(made.charAt(last - 1)) && is(begun.charAt(0))) {
                made.setLength(last);
            } else if (begun.charAt(0) == ' ' && is(made.charAt(last)) && is(begun.charAt(1))) {
                begun = begun.substring(1);
            } else if ((isLetter(made.charAt(last)) && isNarrow(begun.charAt(0)))
                    || (isNarrow(made.charAt(last)) && isLetter(begun.charAt(0)))) {
                made.append(' ');
            }
        }
        made.append(begun);
    }

    /** A letter or one of the marks that have a blank of their own. */
    private static boolean is(char c) {
        return isLetter(c) || (c >= '\u3000' && c <= '\u303F') || (c >= '\uFF00' && c <= '\uFFEF');
    }

    private static boolean isLetter(char c) {
        return c >= '\u3400' && c <= '\u9FFF';
    }

    private static boolean isNarrow(char c) {
        return c < '\u2E80' && Character.isLetterOrDigit(c);
    }
}
