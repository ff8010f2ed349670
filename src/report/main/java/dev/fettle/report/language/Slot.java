package dev.fettle.report.language;

import java.util.Set;
import java.util.regex.Pattern;

/** What may stand in the place of a placeholder, by the sign behind its number. */
enum Slot {
    /** {@code {0}}: anything, which comes through as it is. */
    TEXT,
    /** <code>{0#}</code>: a number, which comes through as it is. */
    NUMBER,
    /** <code>{0=}</code>: names, values and code, no phrase of English; they come through as they are. */
    CODE,
    /** <code>{0*}</code>: words of ours, translated in turn; where they have no entry, that around them has none either. */
    WORDS,
    /** {@code {0?}}: words of ours if they have an entry, or else anything as it is. */
    EITHER;

    private static final int LONGEST_NUMBER = 40;

    /** Possessive throughout, so that nothing is tried twice. */
    private static final Pattern NUMBERS = Pattern.compile(
            "(?:[-±−]?+[0-9∞][0-9.,…]*+(?:e[-+]?+[0-9]++)?+[kMG%]?+|-?+∞|–|NaN|(?:[0-9.]++·)?+10(?:\\^[0-9]++|[⁻⁰¹²³⁴-⁹]++))");

    /** Words of the cell language, beside which a word is code. */
    private static final Set<String> CODE_WORDS = Set.of(
            "in",
            "if",
            "default",
            "step",
            "require",
            "try",
            "maximize",
            "minimize",
            "return",
            "new",
            "import",
            "double");

    static Slot of(char sign) {
        return switch (sign) {
            case '#' -> NUMBER;
            case '=' -> CODE;
            case '*' -> WORDS;
            case '?' -> EITHER;
            default -> throw new IllegalArgumentException("Sign (" + sign + ") must be one of #, =, * and ?.");
        };
    }

    /** Whether words of ours can stand there. */
    boolean isOurs() {
        return this == WORDS || this == EITHER;
    }

    /** Whether this can stand there; of words that is for the translator to say. */
    boolean takes(String content) {
        return switch (this) {
            case TEXT, WORDS, EITHER -> true;
            case NUMBER ->
                content.length() <= LONGEST_NUMBER && NUMBERS.matcher(content).matches();
            case CODE -> !isPhrase(content);
        };
    }

    /** Two words of small letters beside each other, neither of them of the cell language. */
    private static boolean isPhrase(String content) {
        String before = "";
        int start = 0;
        for (int i = 0; i <= content.length(); i++) {
            if (i == content.length() || content.charAt(i) == ' ') {
                String word = plain(content, start, i);
                if (!word.isEmpty() && !before.isEmpty()) {
                    return true;
                }
                before = word;
                start = i + 1;
            }
        }
        return false;
    }

    /** The word if it is one of small letters, without a comma behind it; else nothing. */
    private static String plain(String content, int start, int end) {
        int last = end > start && content.charAt(end - 1) == '.' ? end - 1 : end;
        if (last - start < 2 || last - start > LONGEST_NUMBER) {
            return "";
        }
        for (int i = start; i < last; i++) {
            char c = content.charAt(i);
            if (c < 'a' || c > 'z') {
                return "";
            }
        }
        String word = content.substring(start, last);
        return CODE_WORDS.contains(word) ? "" : word;
    }
}
