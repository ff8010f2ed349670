package dev.fettle.kernel.option;

import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Place;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a cell: name and options, with their places, and all its mistakes. The kernels split the line each in
 * its own way and drop quotes, so it is joined and split again here.
 *
 * @param line the line as it will be shown
 * @param name of the study, or null
 * @param options what was given, in its order
 */
public record Header(String line, @Nullable Word name, Map<Option<?>, Word> options, List<Mistake> mistakes) {
    /** The begin of the line, the place of what is missing in it. */
    public static final Word BEGIN = new Word("%%", 1);

    private static final Pattern WORD = Pattern.compile("(?:\\$\\{[^}]*}|\"[^\"]*\"|'[^']*'|[^\\s])+");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final Pattern TAKEN = Pattern.compile("(-[^=\\s]*=|(?!-))([^\"']*\\s[^\"']*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    public Header {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
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
        return new Reader(words.subList(1, words.size()), options, vocabulary).read(line);
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
        return new Header(line, name, all, mistakes);
    }

    /** The same without the options of a group. */
    public Header without(Group group) {
        Map<Option<?>, Word> rest = new LinkedHashMap<>(options);
        rest.keySet().removeIf(option -> option.group() == group);
        return new Header(line, name, rest, mistakes);
    }

    /** What was given for an option; empty if nothing was. */
    public Optional<Word> option(Option<?> option) {
        return Optional.ofNullable(options.get(option));
    }

    /** Whether an option was given. */
    public boolean has(Option<?> option) {
        return options.containsKey(option);
    }

    /** Whether any option of a group was given. */
    public boolean has(Group group) {
        return options.keySet().stream().anyMatch(option -> option.group() == group);
    }

    private static final class Reader {
        private final List<Word> words;
        private final List<Option<?>> known;
        private final Vocabulary vocabulary;
        private final Map<Option<?>, Word> options = new LinkedHashMap<>();
        private final List<Mistake> mistakes = new ArrayList<>();
        private @Nullable Word name;
        private int at;

        Reader(List<Word> words, List<Option<?>> known, Vocabulary vocabulary) {
            this.words = words;
            this.known = known;
            this.vocabulary = vocabulary;
        }

        Header read(String line) {
            while (at < words.size()) {
                Word word = words.get(at++);
                if (word.text().startsWith("-") && word.text().length() > 1) {
                    option(word);
                } else if (name != null) {
                    mistakes.add(
                            word.says("Argument (" + word.text() + ") must be an option; the study is already called "
                                    + name.text() + "." + nearest(word.text())));
                } else if (!NAME.matcher(word.text()).matches()) {
                    mistakes.add(word.says("Name (" + word.text() + ") must be a name that a Java variable may have."));
                    name = word;
                } else {
                    name = word;
                }
            }
            return new Header(line, name, options, mistakes);
        }

        /** Two letters are near to too many names. */
        private String nearest(String word) {
            List<String> built = known.stream()
                    .filter(o -> o.group() != Group.LATER)
                    .map(Option::written)
                    .toList();
            return word.length() < 3 ? "" : Maybe.sentence("--" + word, built);
        }

        private void option(Word word) {
            int equals = word.text().indexOf('=');
            Word written = new Word(equals < 0 ? word.text() : word.text().substring(0, equals), word.column());
            Word behind = equals < 0 ? null : new Word(word.text().substring(equals + 1), word.column() + equals + 1);
            Optional<Option<?>> found = find(written.text());
            if (found.isEmpty()) {
                unknown(written, behind != null);
                return;
            }
            boolean reads = behind == null && found.get().takesValue() && !atOption();
            take(found.get(), written, reads ? words.get(at++) : behind);
        }

        private void unknown(Word written, boolean hasValue) {
            List<String> names = known.stream().map(Option::written).toList();
            Optional<String> peers = PeerWords.option(written.text()).filter(names::contains);
            mistakes.add(written.says("Option (" + written.text() + ") must be one of the magic's; --help lists them."
                    + peers.map(ours -> " Maybe " + ours + ".")
                            .orElseGet(() -> Maybe.sentence(written.text(), names))));
            if (!hasValue && (name != null || peers.isPresent()) && !atOption()) {
                // Before the name a word may be the name; behind it, it can only belong to the option.
                at++;
            }
        }

        private void take(Option<?> option, Word written, @Nullable Word value) {
            String subject = "Option (" + written.text() + ")";
            if (option.group() == Group.LATER) {
                mistakes.add(written.says(subject + " comes later."));
                return;
            }
            if (!known.contains(option)) {
                String owners = vocabulary.owners(option).stream()
                        .map(m -> "%%" + m.magic())
                        .collect(Collectors.joining(" or "));
                mistakes.add(written.says(subject + " must go with a method that has it. Maybe " + owners + "."));
            }
            if (options.containsKey(option)) {
                mistakes.add(written.says(subject + " must be given once."));
            } else if (option.takesValue() && (value == null || value.text().isEmpty())) {
                mistakes.add(written.says(subject + " must have a value. Maybe " + option.example() + "."));
            } else if (!option.takesValue() && value != null) {
                mistakes.add(value.says(subject + " must have no value."));
            } else {
                options.put(option, value == null ? written : value.unquoted());
            }
        }

        /** An option of this method, else one of another. */
        private Optional<Option<?>> find(String written) {
            return Stream.concat(known.stream(), vocabulary.methods().stream().flatMap(m -> m.own().stream()))
                    .filter(o -> o.isWritten(written))
                    .findFirst();
        }

        private boolean atOption() {
            return at == words.size()
                    || (words.get(at).text().startsWith("-")
                            && !words.get(at).text().matches("-?[0-9.].*"));
        }
    }
}
