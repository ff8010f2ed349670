package dev.fettle.kernel.magic;

import dev.fettle.space.Maybe;
import dev.fettle.space.text.Diagnostic;
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
record Header(String line, @Nullable Word name, Map<Option, Word> options, List<Diagnostic> mistakes) {
    private static final Pattern WORD = Pattern.compile("(?:\\$\\{[^}]*}|[^\\s])+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    /** A piece of the line; column from 1. */
    record Word(String text, int column) {
        Diagnostic says(String message) {
            return new Diagnostic(1, column, Math.max(1, text.length()), message);
        }
    }

    static Header read(String magic, List<String> arguments) {
        String line = ("%%" + magic + " " + String.join(" ", arguments)).strip();
        List<Word> words = new ArrayList<>();
        Matcher m = WORD.matcher(line);
        while (m.find()) {
            words.add(new Word(m.group(), m.start() + 1));
        }
        return new Reader(words.subList(1, words.size())).read(line);
    }

    Optional<Word> option(Option option) {
        return Optional.ofNullable(options.get(option));
    }

    boolean has(Option option) {
        return options.containsKey(option);
    }

    private static final class Reader {
        private final List<Word> words;
        private final Map<Option, Word> options = new EnumMap<>(Option.class);
        private final List<Diagnostic> mistakes = new ArrayList<>();
        private @Nullable Word name;
        private int at;

        Reader(List<Word> words) {
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
                                    + name.text() + "." + Maybe.sentence("--" + word.text(), Option.names())));
                } else if (!NAME.matcher(word.text()).matches()) {
                    mistakes.add(word.says("Name (" + word.text() + ") must be a name that a Java variable may have."));
                    name = word;
                } else {
                    name = word;
                }
            }
            return new Header(line, name, options, mistakes);
        }

        private void option(Word word) {
            int equals = word.text().indexOf('=');
            String written = equals < 0 ? word.text() : word.text().substring(0, equals);
            Optional<Option> found = Option.of(written);
            if (found.isEmpty()) {
                mistakes.add(new Word(written, word.column()).says(unknown(written)));
                skipValue(equals);
                return;
            }
            Option option = found.get();
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

        private static String unknown(String written) {
            String bare = written.replaceFirst("^-+", "");
            if (Option.LATER.contains(bare)) {
                return "Option (" + written + ") comes later.";
            }
            List<String> names = new ArrayList<>(Option.names());
            Option.LATER.forEach(later -> names.add("--" + later));
            return "Option (" + written + ") must be one of the magic's; --help lists them."
                    + Maybe.sentence(written, names);
        }

        private void skipValue(int equals) {
            // Before the name a word may be the name; behind it, it can only belong to the option.
            if (equals < 0 && name != null && at < words.size() && !isOption(words.get(at))) {
                at++;
            }
        }

        private static boolean isOption(Word word) {
            return word.text().startsWith("-") && !word.text().matches("-?[0-9.].*");
        }
    }
}
