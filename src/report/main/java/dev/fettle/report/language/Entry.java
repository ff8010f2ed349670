package dev.fettle.report.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of an English sentence and its translation. It is matched from left to right without going back, so that a long text
 * costs as many steps as it has letters.
 */
final class Entry {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])([#=*?]?)}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    /** A place that a number or code does not fit is looked for so many times more. */
    private static final int MOST = 4;

    private final String key;
    private final Scope scope;
    /** One more than there are slots. */
    private final List<String> literals = new ArrayList<>();

    private final List<Integer> numbers = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final String translation;

    /**
     * An entry as a translator writes it.
     *
     * @throws IllegalArgumentException if a placeholder of the translation is not in the key
     */
    Entry(String key, String translation, Scope scope) {
        this.key = key;
        this.scope = scope;
        this.translation = translation;
        Matcher found = PLACEHOLDER.matcher(key);
        int end = 0;
        while (found.find()) {
            literals.add(key.substring(end, found.start()));
            numbers.add(Integer.valueOf(found.group(1)));
            slots.add(
                    found.group(2).isEmpty()
                            ? Slot.TEXT
                            : Slot.of(found.group(2).charAt(0)));
            end = found.end();
        }
        literals.add(key.substring(end));
        boolean known = PLACEHOLDER.matcher(translation).results().allMatch(m -> numbers.contains(number(m)));
        if (!known) {
            throw new IllegalArgumentException(
                    "Entry (" + key + ") must have the placeholders of " + translation + ".");
        }
    }

    private static int number(MatchResult placeholder) {
        return Integer.parseInt(placeholder.group(1));
    }

    String key() {
        return key;
    }

    Scope scope() {
        return scope;
    }

    /** Whether it goes to the end of what it is given, as its last placeholder does. */
    boolean isOpen() {
        return last().isEmpty();
    }

    /** Whether what goes to its end is of users, so that nothing in it is another sentence of ours. */
    boolean quotes() {
        return isOpen() && slots.get(slots.size() - 1) == Slot.TEXT;
    }

    private String last() {
        return literals.get(literals.size() - 1);
    }

    /** How much of it is fixed: the more, the sooner it is tried; and where that is the same, the narrower its placeholders. */
    int weight() {
        int letters = literals.stream().mapToInt(String::length).sum();
        int narrow = slots.stream().mapToInt(Enum::ordinal).sum();
        return 100 * letters + narrow;
    }

    /** Its longest whole word, without which a text cannot match; empty if it has none. */
    String word() {
        String longest = "";
        for (int i = 0; i < literals.size(); i++) {
            String literal = literals.get(i);
            for (MatchResult word : WORD.matcher(literal).results().toList()) {
                boolean begun = word.start() > 0 || i == 0;
                boolean ended = word.end() < literal.length() || i == literals.size() - 1;
                if (begun && ended && word.end() - word.start() > longest.length()) {
                    longest = word.group();
                }
            }
        }
        return longest.toLowerCase(Locale.ROOT);
    }

    /**
     * The translation of a text that it fits.
     *
     * @param words how words of ours are translated, if they can be
     */
    Optional<String> apply(String text, Function<String, Optional<String>> words) {
        List<String> contents = contents(text);
        if (contents == null) {
            return Optional.empty();
        }
        for (int i = 0; i < contents.size(); i++) {
            Slot slot = slots.get(i);
            Optional<String> said = slot.isOurs() ? words.apply(contents.get(i)) : Optional.empty();
            if (said.isEmpty() && slot == Slot.WORDS) {
                return said;
            }
            contents.set(i, said.orElse(contents.get(i)));
        }
        return Optional.of(filled(contents));
    }

    /** What stands for each placeholder; null if the text is another. */
    private @Nullable List<String> contents(String text) {
        int slotCount = slots.size();
        int from = head(text);
        int tail = tail(text);
        if (slotCount == 0) {
            return from == text.length() && tail == 0 ? new ArrayList<>() : null;
        }
        if (from < 0 || tail < from) {
            return null;
        }
        List<String> contents = new ArrayList<>();
        for (int i = 0; i < slotCount; i++) {
            int end = i == slotCount - 1 ? tail : end(text, i, from, tail);
            if (end < 0 || !takes(i, text.substring(from, end))) {
                return null;
            }
            contents.add(text.substring(from, end));
            from = end + (i == slotCount - 1 ? 0 : length(text, literals.get(i + 1), end));
        }
        return contents;
    }

    /** What begins an entry is not more than a sentence. */
    private boolean takes(int slot, String content) {
        return slots.get(slot).takes(content) && (slot > 0 || !literals.get(0).isEmpty() || !content.contains(". "));
    }

    /** Where the first literal ends; below 0 if the text begins otherwise. */
    private int head(String text) {
        String first = literals.get(0);
        return text.startsWith(first)
                ? first.length()
                : text.startsWith(narrow(first)) ? narrow(first).length() : -1;
    }

    /** Where the last literal begins; below 0 if the text ends otherwise. */
    private int tail(String text) {
        return text.endsWith(last())
                ? text.length() - last().length()
                : text.endsWith(narrow(last())) ? text.length() - narrow(last()).length() : -1;
    }

    /** Where a placeholder ends that is not the last: at the next place where the literal behind it stands; below 0 if it does not. */
    private int end(String text, int slot, int from, int tail) {
        String next = literals.get(slot + 1);
        int end = find(text, next, from);
        for (int tries = 0; tries < MOST && end >= 0 && !takes(slot, text.substring(from, end)); tries++) {
            end = find(text, next, end + 1);
        }
        return end < 0 || end + length(text, next, end) > tail ? -1 : end;
    }

    /** Two blanks set code off in text; in HTML some of them are one. */
    private static String narrow(String literal) {
        return literal.contains("  ") ? literal.replace("  ", " ") : literal;
    }

    private static int find(String text, String literal, int from) {
        int wide = text.indexOf(literal, from);
        return wide >= 0 || !literal.contains("  ") ? wide : text.indexOf(narrow(literal), from);
    }

    private static int length(String text, String literal, int at) {
        return text.startsWith(literal, at) ? literal.length() : narrow(literal).length();
    }

    private String filled(List<String> contents) {
        StringBuilder made = new StringBuilder();
        Matcher found = PLACEHOLDER.matcher(translation);
        int end = 0;
        boolean ours = false;
        while (found.find()) {
            append(made, translation.substring(end, found.start()), ours);
            int slot = numbers.indexOf(number(found.toMatchResult()));
            ours = slots.get(slot).isOurs();
            append(made, contents.get(slot), ours);
            end = found.end();
        }
        append(made, translation.substring(end), ours);
        return made.toString();
    }

    /** Only beside words of ours are blanks for us to set. */
    private static void append(StringBuilder made, String words, boolean joined) {
        if (joined) {
            Wide.join(made, words);
        } else {
            made.append(words);
        }
    }
}
