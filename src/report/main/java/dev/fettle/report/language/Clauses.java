package dev.fettle.report.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Words of ours by a single entry, or clause by clause; all of them, or none. Immutable, for any thread. */
final class Clauses implements Function<String, Optional<String>> {
    private static final Set<Scope> SENTENCES = Set.of(Scope.SENTENCE);
    private static final Set<Scope> WITHIN = Set.of(Scope.SENTENCE, Scope.CLAUSE);
    private static final Set<Scope> COLUMNS = Set.of(Scope.COLUMN);

    /** Longer ones are of users. */
    private static final int LONGEST = 600;

    private static final int MOST = 12;

    /** Numbers with their units, and options, which are the same in all languages. */
    private static final Pattern NEUTRAL = Pattern.compile(
            "--[a-z-]++|[^\\p{L}]*+(?:(?<=[0-9.])[eE][-+]?+[0-9]++)?+(?: ?+(?:ms|min|[shkMG]B?|NaN)[^\\p{L}]*+){0,4}+");

    private final Catalog catalog;

    Clauses(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A sentence with its full stop; empty if it has no entry. */
    Optional<String> sentence(String text) {
        Optional<String> whole = catalog.find(text, SENTENCES, entry -> !entry.isOpen(), this);
        if (whole.isPresent() || !text.endsWith(".") || NEUTRAL.matcher(text).matches()) {
            return whole;
        }
        return listed(text.substring(0, text.length() - 1)).map(said -> said + "。");
    }

    /** What stands in the last column of a help page; a remark in brackets behind it is translated too if it has an entry. */
    Optional<String> column(String text) {
        Optional<String> whole = catalog.find(text, COLUMNS, entry -> true, this);
        int bracket = text.endsWith(")") ? text.lastIndexOf(" (") : -1;
        if (whole.isPresent() || bracket < 0) {
            return whole;
        }
        String remark = text.substring(bracket + 2, text.length() - 1);
        return column(text.substring(0, bracket))
                .map(said -> said + "（" + column(remark).or(() -> apply(remark)).orElse(remark) + "）");
    }

    /** Words within a sentence; those that need no translation are as they were. */
    @Override
    public Optional<String> apply(String text) {
        Optional<String> whole = catalog.find(text, WITHIN, entry -> true, this);
        return whole.or(() -> listed(text)).or(() -> neutral(text)).or(() -> unended(text));
    }

    /** A sentence within another has no full stop of its own. */
    private Optional<String> unended(String text) {
        return text.endsWith(".")
                ? Optional.empty()
                : catalog.find(text + ".", SENTENCES, entry -> !entry.isOpen(), this)
                        .map(said -> said.substring(0, said.length() - 1));
    }

    private static Optional<String> neutral(String text) {
        return NEUTRAL.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /** By the shortest clauses of which each has an entry. */
    private Optional<String> listed(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        int end = -1;
        for (int i = 0; i < MOST; i++) {
            end = separator(text, end + 1);
            if (end < 0) {
                return Optional.empty();
            }
            Joint joint = joint(text, end);
            String first = text.substring(0, end);
            Optional<String> said = neutral(first).or(() -> catalog.find(first, WITHIN, entry -> true, this));
            if (said.isPresent()) {
                return apply(text.substring(end + joint.english().length()))
                        .map(further -> said.get() + joint.said() + further);
            }
        }
        return Optional.empty();
    }

    /** What stands between clauses. */
    private record Joint(String english, String said) {}

    private static final List<Joint> JOINTS =
            List.of(new Joint(", ", "，"), new Joint("; ", "；"), new Joint(" or ", " 或 "), new Joint(" and ", " 和 "));

    private static Joint joint(String text, int at) {
        return JOINTS.stream()
                .filter(j -> text.startsWith(j.english(), at))
                .findFirst()
                .orElseThrow();
    }

    /** Where the next of them begins outside of brackets; below 0 if there is none. */
    private static int separator(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length() - 2; i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            int at = i;
            if (depth == 0
                    && (c == ',' || c == ';' || c == ' ')
                    && JOINTS.stream().anyMatch(j -> text.startsWith(j.english(), at))) {
                return i;
            }
        }
        return -1;
    }
}
