package dev.fettle.word;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passwords in addresses, as they may be shown: each sign a star, so that everything else stays in its column. */
public final class Secrets {
    private static final String BEGINNING = "postgres(?:ql)?://";

    /** A password may hold any sign but the @ that ends it, and the last one does. */
    private static final Pattern OF_WORD = Pattern.compile("(?s)(" + BEGINNING + "[^:@/?]*:)(.*)(?=@)");

    private static final Pattern OF_TEXT = Pattern.compile("(" + BEGINNING + "[^:@/?\\s]*:)(\\S*)(?=@)");
    private static final Pattern SETTING = Pattern.compile("(?i)([?&](?:ssl)?password=)([^&\\s\"']*)");

    private Secrets() {}

    /** A piece of a line, which may have blanks within quotes: all of it is one address. */
    public static String hiddenWord(String word) {
        return hidden(SETTING, hidden(OF_WORD, word));
    }

    /** A text in which addresses stand between blanks. */
    public static String hidden(String text) {
        return hidden(SETTING, hidden(OF_TEXT, text));
    }

    private static String hidden(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll((MatchResult m) -> Matcher.quoteReplacement(
                        m.group(1) + "*".repeat(m.group(2).length())));
    }
}
