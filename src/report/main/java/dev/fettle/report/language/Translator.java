package dev.fettle.report.language;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says English lines in another language, each sentence that has an entry; the others stay as they are, whole. Immutable, for any
 * thread. The time grows with the length of a text, not faster.
 */
public final class Translator {
    /** Leaves everything as it is. */
    public static final Translator NONE = new Translator(null);

    private static final String EDGE = " \t\u2002:;,·";

    private static final Set<Scope> SENTENCES = Set.of(Scope.SENTENCE);
    /** A sentence that quotes others is looked for up to so many ends of sentences ahead. */
    private static final int ENDS = 8;
    /** Behind so many sentences none of ours quotes what follows: a line of more is not read to its end from each. */
    private static final int MOST_BEFORE = 16;
    /** How many words an option and its value are, and one more. */
    private static final int OPTION_WORDS = 4;

    private final @Nullable Catalog catalog;
    private final @Nullable Clauses clauses;

    Translator(@Nullable Catalog catalog) {
        this.catalog = catalog;
        this.clauses = catalog == null ? null : new Clauses(catalog);
    }

    /** Whether it leaves everything as it is. */
    public boolean isNone() {
        return catalog == null;
    }

    /** A text of lines. What stands above a line of carets is code, and stays. */
    public String text(String text) {
        if (isNone()) {
            return text;
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean code = i + 1 < lines.length && isPointer(lines[i + 1]);
            lines[i] = code ? lines[i] : line(lines[i]);
        }
        return String.join("\n", lines);
    }

    private static boolean isPointer(String line) {
        return line.indexOf('^') >= 0 && line.chars().allMatch(c -> c == '^' || c == ' ' || c == '\t');
    }

    /** What stands alone as words within a sentence do, or as sentences. */
    public String words(String words) {
        return clauses == null ? words : clauses.apply(words).orElseGet(() -> text(words));
    }

    /** The title of a column of words; empty if it is no title of ours. */
    public Optional<String> head(String title) {
        return catalog == null
                ? Optional.empty()
                : catalog.find(title, Set.of(Scope.HEAD), e -> true, w -> Optional.empty());
    }

    /** What sets a line in, or goes on from a name before it, is none of its words. */
    private String line(String line) {
        int begin = 0;
        int end = line.length();
        while (begin < end && EDGE.indexOf(line.charAt(begin)) >= 0) {
            begin++;
        }
        while (end > begin && EDGE.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        String core = line.substring(begin, end);
        String said = sentences(core);
        return said.equals(core)
                ? column(line)
                : line.substring(0, begin).replace(": ", "：") + said + line.substring(end);
    }

    /** Behind two blanks; behind a long option, which leaves one, a few words later. */
    private String column(String line) {
        String words = line.stripTrailing();
        int begin = words.lastIndexOf("  ") + 2;
        int tries = begin > 1 ? words.startsWith("-", begin) ? OPTION_WORDS : 1 : 0;
        for (int i = 0; i < tries && begin > 0; i++) {
            Optional<String> said = clauses().column(words.substring(begin));
            if (said.isPresent()) {
                return line.substring(0, begin) + said.get();
            }
            begin = words.indexOf(' ', begin) + 1;
        }
        return line;
    }

    /** One sentence behind the other. */
    private String sentences(String line) {
        StringBuilder said = new StringBuilder();
        int from = 0;
        int before = 0;
        boolean translated = true;
        while (from < line.length()) {
            Said next = next(line, from, before++);
            boolean joined = said.length() == 0 || (translated && next.translated() && blanks(line, from) == 1);
            said.append(joined ? "" : line.substring(from - blanks(line, from), from))
                    .append(next.words());
            translated = next.translated();
            from = next.end();
            while (from < line.length() && line.charAt(from) == ' ') {
                from++;
            }
        }
        return said.toString();
    }

    private static int blanks(String line, int from) {
        int blanks = 0;
        while (from - blanks > 0 && line.charAt(from - blanks - 1) == ' ') {
            blanks++;
        }
        return blanks;
    }

    /** A sentence, and where it ends. */
    private record Said(String words, int end, boolean translated) {}

    /** The whole rest by an entry that quotes to its end, or else a sentence that has an entry, or else one as it is. */
    private Said next(String line, int from, int before) {
        Optional<String> quoted = rest(line, from, before, Entry::quotes);
        if (quoted.isPresent()) {
            return new Said(quoted.get(), line.length(), true);
        }
        int first = end(line, from);
        int end = first;
        for (int i = 1; i < ENDS && end < line.length() && isInside(line, from, end); i++) {
            end = i < ENDS - 1 ? end(line, end) : before < MOST_BEFORE ? line.length() : first;
        }
        int[] ends = isInside(line, from, end) ? new int[] {first, end} : new int[] {end, first};
        for (int e : ends) {
            Optional<String> said = clauses().sentence(line.substring(from, e));
            if (said.isPresent()) {
                return new Said(said.get(), e, true);
            }
        }
        return rest(line, from, before, Entry::isOpen)
                .map(said -> new Said(said, line.length(), true))
                .orElse(new Said(line.substring(from, first), first, false));
    }

    private Optional<String> rest(String line, int from, int before, Predicate<Entry> asked) {
        if (before >= MOST_BEFORE) {
            return Optional.empty();
        }
        return catalog().find(line.substring(from), SENTENCES, asked, clauses());
    }

    /** Whether a bracket or quotation mark is open at the end: then this is the end of a sentence that is quoted. */
    private static boolean isInside(String line, int from, int to) {
        int brackets = 0;
        int marks = 0;
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            brackets += "({".indexOf(c) >= 0 ? 1 : ")}".indexOf(c) >= 0 ? -1 : 0;
            marks += c == '"' ? 1 : 0;
        }
        return brackets > 0 || marks % 2 == 1;
    }

    /** Where the next sentence ends that does not end before here. */
    private static int end(String line, int from) {
        for (int i = from; i < line.length() - 1; i++) {
            char c = line.charAt(i);
            boolean stop = c == '.' || (c == '…' && i + 2 < line.length() && isCapital(line.charAt(i + 2)));
            if (stop && line.charAt(i + 1) == ' ') {
                return i + 1;
            }
        }
        return line.length();
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private Catalog catalog() {
        return Objects.requireNonNull(catalog);
    }

    private Clauses clauses() {
        return Objects.requireNonNull(clauses);
    }
}
