package dev.fettle.kernel.option;

import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Place;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a cell: name and options, with their places, and all its mistakes. The kernels split the line each in
 * its own way and drop quotes, so it is joined and split again here.
 *
 * @param line the line as it will be shown
 * @param name of the study, or null
 * @param options what was given
 */
public record Header(
        Method method, String line, @Nullable Word name, Map<Option, Word> options, List<Mistake> mistakes) {
    private static final Pattern WORD = Pattern.compile("(?:\\$\\{[^}]*}|[^\\s])+");
    /** The begin of the line, the place of what is missing in it. */
    public static final Word BEGIN = new Word("%%", 1);

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    /**
     * A piece of the line.
     *
     * @param column from 1
     */
    public record Word(String text, int column) {
        public Place place() {
            return new Place(1, column, Math.max(1, text.length()));
        }

        public Mistake says(String message) {
            return place().says(message);
        }
    }

    /**
     * Reads the first line.
     *
     * @param arguments as the kernel has split them
     * @param cell whether there is a body, {@code %%}; else it is a line magic
     */
    public static Header read(Method method, List<String> arguments, boolean cell) {
        String line = ((cell ? "%%" : "%") + method.magic() + " " + String.join(" ", arguments)).strip();
        List<Word> words = new ArrayList<>();
        Matcher m = WORD.matcher(line);
        while (m.find()) {
            words.add(new Word(m.group(), m.start() + 1));
        }
        return new Reader(method, words.subList(1, words.size())).read(line);
    }

    /** The same with values for options that are not given; messages about them point at {@code place}. */
    public Header over(Map<Option, Word> others, Word place) {
        Map<Option, Word> all = new EnumMap<>(Option.class);
        others.forEach((option, word) -> all.put(option, new Word(word.text(), place.column())));
        all.putAll(options);
        return new Header(method, line, name, all, mistakes);
    }

    public Optional<Word> option(Option option) {
        return Optional.ofNullable(options.get(option));
    }

    public boolean has(Option option) {
        return options.containsKey(option);
    }

    private static final class Reader {
        private final Method method;
        private final List<Word> words;
        private final Map<Option, Word> options = new EnumMap<>(Option.class);
        private final List<Mistake> mistakes = new ArrayList<>();
        private @Nullable Word name;
        private int at;

        Reader(Method method, List<Word> words) {
            this.method = method;
            this.words = words;
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
            return new Header(method, line, name, options, mistakes);
        }

        /** Two letters are near to too many names. */
        private String nearest(String word) {
            return word.length() < 3 ? "" : Maybe.sentence("--" + word, Option.names(method));
        }

        private void option(Word word) {
            int equals = word.text().indexOf('=');
            String written = equals < 0 ? word.text() : word.text().substring(0, equals);
            Optional<Option> found = Option.of(written);
            if (found.isEmpty()) {
                mistakes.add(new Word(written, word.column()).says(unknown(written)));
                skipValue(written.replaceFirst("^-+", ""), equals);
                return;
            }
            Option option = found.get();
            if (!method.takes(option)) {
                mistakes.add(word.says("Option (" + written + ") must go with a method that has it. Maybe %%"
                        + Method.RANDOM.magic() + "."));
            }
            Word value = equals >= 0
                    ? new Word(word.text().substring(equals + 1), word.column() + equals + 1)
                    : option.takesValue() && at < words.size() && !isOption(words.get(at)) ? words.get(at++) : null;
            if (options.containsKey(option)) {
                mistakes.add(word.says("Option (" + written + ") must be given once."));
            } else if (option.takesValue() && (value == null || value.text().isEmpty())) {
                mistakes.add(word.says("Option (" + written + ") must have a value. Maybe " + option.example() + "."));
            } else if (!option.takesValue() && value != null) {
                mistakes.add(value.says("Option (" + written + ") must have no value."));
            } else {
                options.put(option, value == null ? word : value);
            }
        }

        private String unknown(String written) {
            String bare = written.replaceFirst("^-+", "");
            if (Option.LATER.contains(bare)) {
                return "Option (" + written + ") comes later.";
            }
            List<String> names = new ArrayList<>(Option.names(method));
            Option.LATER.forEach(later -> names.add("--" + later));
            return "Option (" + written + ") must be one of the magic's; --help lists them."
                    + Maybe.sentence(written, names);
        }

        private void skipValue(String bare, int equals) {
            // Before the name a word may be the name; behind it, it can only belong to the option.
            boolean belongs = name != null || (Option.LATER.contains(bare) && !Option.LATER_FLAGS.contains(bare));
            if (equals < 0 && belongs && at < words.size() && !isOption(words.get(at))) {
                at++;
            }
        }

        private static boolean isOption(Word word) {
            return word.text().startsWith("-") && !word.text().matches("-?[0-9.].*");
        }
    }
}
