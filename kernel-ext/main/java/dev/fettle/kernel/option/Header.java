package dev.fettle.kernel.option;

import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Place;
import dev.fettle.word.Secrets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a cell: name and options, with their places, and all its mistakes. The kernels split the line each in
 * its own way and drop quotes, so it is joined and split again here.
 *
 * @param line the line as it will be shown
 * @param name of the study, or null
 * @param options what was given, in its order; one that was misspelt is there as the one that was meant
 * @param unread options that were written, and have a mistake in place of a value
 */
public record Header(
        String line, @Nullable Word name, Map<Option<?>, Word> options, Set<Option<?>> unread, List<Mistake> mistakes) {
    /** The begin of the line, the place of what is missing in it. */
    public static final Word BEGIN = new Word("%%", 1);

    private static final Pattern WORD = Pattern.compile("(?:\\$\\{[^}]*}|\"[^\"]*\"|'[^']*'|[^\\s])+");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final Pattern TAKEN = Pattern.compile("(-[^=\\s]*=|(?!-))([^\"']*\\s[^\"']*)");

    public Header {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        unread = Set.copyOf(unread);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * A piece of the line.
     *
     * @param column from 1
     */
    public record Word(String text, int column) {
        /** Where it stands in the cell, whose first line this is. */
        public Place place() {
            return new Place(1, column, Math.max(1, text.length()));
        }

        /** Without its quotes; Java keeps its own. */
        Word unquoted() {
            if (text.contains("${")) {
                return this;
            }
            Matcher quoted = QUOTED.matcher(text);
            boolean first = quoted.find() && quoted.start() == 0;
            return new Word(quoted.replaceAll("$1$2"), first ? column + 1 : column);
        }

        /** What is wrong with it. */
        public Mistake says(String message) {
            return place().says(message);
        }
    }

    /**
     * Reads the first line of a cell, or a line magic.
     *
     * @param arguments as the kernel has split them
     * @param cell whether there is a body, {@code %%}; else it is a line magic
     */
    public static Header read(Vocabulary vocabulary, Method method, List<String> arguments, boolean cell) {
        return read((cell ? "%%" : "%") + method.magic(), arguments, vocabulary.of(method), vocabulary);
    }

    /** Reads what stands behind {@code %tune} and its verb: a name and options that all methods have. */
    public static Header tune(Vocabulary vocabulary, List<String> arguments) {
        return read("%tune", arguments, vocabulary.options(), vocabulary);
    }

    private static Header read(String start, List<String> arguments, List<Option<?>> options, Vocabulary vocabulary) {
        String line = (start + " "
                        + String.join(
                                " ", arguments.stream().map(Header::requoted).toList()))
                .strip();
        List<Word> words = new ArrayList<>();
        Matcher m = WORD.matcher(line);
        while (m.find()) {
            words.add(new Word(m.group(), m.start() + 1));
        }
        return new HeaderReader(words.subList(1, words.size()), options, vocabulary).read(shown(line));
    }

    /** The line without passwords, and everything in its column. */
    private static String shown(String line) {
        return WORD.matcher(line).replaceAll(m -> Matcher.quoteReplacement(Secrets.hiddenWord(m.group())));
    }

    /** An argument with a blank had quotes, which the kernel has taken; they stood behind the equals sign, if there is one. */
    private static String requoted(String argument) {
        Matcher taken = TAKEN.matcher(argument);
        return taken.matches() && !argument.contains("${") ? taken.group(1) + '"' + taken.group(2) + '"' : argument;
    }

    /** The same with values for options that are not given; messages about them point at {@code place}. */
    public Header over(Map<Option<?>, Word> others, Word place) {
        Map<Option<?>, Word> all = new LinkedHashMap<>();
        others.forEach((option, word) -> all.put(option, new Word(word.text(), place.column())));
        all.putAll(options);
        return new Header(line, name, all, unread, mistakes);
    }

    /** The same without the options of a group. */
    public Header without(Group group) {
        Map<Option<?>, Word> rest = new LinkedHashMap<>(options);
        rest.keySet().removeIf(option -> option.group() == group);
        return new Header(line, name, rest, unread, mistakes);
    }

    /** What was given for an option; empty if nothing was. */
    public Optional<Word> option(Option<?> option) {
        return Optional.ofNullable(options.get(option));
    }

    /** Whether an option was given. */
    public boolean has(Option<?> option) {
        return options.containsKey(option);
    }

    /** Whether an option is neither given nor written with a mistake: that it is missing may be said. */
    public boolean lacks(Option<?> option) {
        return !has(option) && !unread.contains(option);
    }

    /** Whether any option of a group was given. */
    public boolean has(Group group) {
        return options.keySet().stream().anyMatch(option -> option.group() == group);
    }
}
