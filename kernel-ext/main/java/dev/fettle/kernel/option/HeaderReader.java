package dev.fettle.kernel.option;

import dev.fettle.space.text.Mistake;
import dev.fettle.word.Identifier;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the words of a first line, from left to right: a name, and options with their values. */
final class HeaderReader {
    private static final Pattern BOOLEAN = Pattern.compile("[Tt]rue|[Ff]alse");

    private final List<Header.Word> words;
    private final List<Option<?>> known;
    private final Vocabulary vocabulary;
    private final Map<Option<?>, Header.Word> options = new LinkedHashMap<>();
    private final Set<Option<?>> guessed = new HashSet<>();
    private final Set<Option<?>> unread = new HashSet<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private Header.@Nullable Word name;
    private int at;

    HeaderReader(List<Header.Word> words, List<Option<?>> known, Vocabulary vocabulary) {
        this.words = words;
        this.known = known;
        this.vocabulary = vocabulary;
    }

    Header read(String line) {
        while (at < words.size()) {
            Header.Word word = words.get(at++);
            if (word.text().startsWith("-") && word.text().length() > 1) {
                option(word);
            } else if (name != null) {
                mistakes.add(word.says("Argument (" + word.text() + ") must be an option; the study is already called "
                        + name.text() + "." + nearest(word.text())));
            } else {
                if (!Identifier.is(word.text())) {
                    mistakes.add(word.says("Name (" + word.text() + ") must be a name that a Java variable may have."
                            + Identifier.sentence(word.text())));
                }
                name = word;
            }
        }
        return new Header(line, name, options, unread, mistakes);
    }

    /** Two letters are near to too many names. */
    private String nearest(String word) {
        List<String> all = known.stream().map(Option::written).toList();
        return word.length() < 3 ? "" : Maybe.sentence("--" + word, all);
    }

    private void option(Header.Word word) {
        int equals = word.text().indexOf('=');
        Header.Word written =
                new Header.Word(equals < 0 ? word.text() : word.text().substring(0, equals), word.column());
        Header.Word behind =
                equals < 0 ? null : new Header.Word(word.text().substring(equals + 1), word.column() + equals + 1);
        Optional<Option<?>> found = find(written.text());
        if (found.isEmpty()) {
            unknown(written, behind);
            return;
        }
        take(found.get(), written, behind == null ? value(found.get()) : behind);
    }

    /** The next word, if it can be the value. */
    private Header.@Nullable Word value(Option<?> option) {
        boolean flagged =
                at < words.size() && BOOLEAN.matcher(words.get(at).text()).matches();
        return flagged || (option.takesValue() && !atOption()) ? words.get(at++) : null;
    }

    /** Reading goes on with the option that was meant, so that only this is a mistake. */
    private void unknown(Header.Word written, Header.@Nullable Word behind) {
        List<String> names = known.stream().map(Option::written).toList();
        Optional<Option<?>> peers = PeerWords.option(written.text()).flatMap(this::find);
        Optional<Option<?>> meant = PeerWords.isNone(written.text())
                ? Optional.empty()
                : peers.isPresent() ? peers.filter(known::contains) : similar(written.text(), names);
        Header.Word value = behind != null
                ? behind
                : meant.isPresent() ? value(meant.get()) : atOption() || maybeName() ? null : words.get(at++);
        mistakes.add(written.says("Option (" + written.text() + ") must be one of the magic's; --help lists them."
                + meant.map(ours -> " Maybe " + ours.written() + ".")
                        .or(() -> peers.map(ours -> " Maybe " + ours.written() + " of " + owners(ours) + "."))
                        .or(() -> PeerWords.advice(written.text()))
                        .orElseGet(() -> asParameter(written, value))));
        meant.filter(option -> !options.containsKey(option)).ifPresent(option -> guess(option, written, value));
    }

    /** {@code --n} is {@code -n}; other single letters are near to too many names, and may be a parameter. */
    private Optional<Option<?>> similar(String written, List<String> names) {
        return written.matches("--?.")
                ? find(written.substring(written.length() - 2))
                : Maybe.of(written, names).flatMap(this::find);
    }

    /** Before the name a word may be the name, unless another follows; behind it, it can only belong to an option. */
    private boolean maybeName() {
        boolean last = at + 1 == words.size() || words.get(at + 1).text().startsWith("-");
        return name == null && last && Identifier.is(words.get(at).text());
    }

    private void guess(Option<?> option, Header.Word written, Header.@Nullable Word value) {
        boolean sure =
                PeerWords.option(written.text()).isPresent() || Maybe.edits(written.text(), option.written()) < 2;
        if (option.takesValue() == (value != null) && (sure || option.reads(value))) {
            options.put(option, value == null ? written : value.unquoted());
            guessed.add(option);
        } else {
            unread.add(option);
        }
    }

    /** What no option is called may be a parameter of the model, if something stands behind it. */
    private String asParameter(Header.Word written, Header.@Nullable Word value) {
        String parameter = Identifier.nearest(written.text().replaceFirst("^-+", ""));
        boolean alone = value == null && atOption();
        return alone || parameter.isEmpty()
                ? ""
                : " Maybe  " + parameter + " = " + (value == null ? "…" : value.text())
                        + "  on a line of its own, if the model has it.";
    }

    private void take(Option<?> option, Header.Word written, Header.@Nullable Word value) {
        String subject = "Option (" + written.text() + ")";
        if (!known.contains(option)) {
            mistakes.add(written.says(subject + " must go with a method that has it. Maybe " + owners(option) + "."));
        }
        if (options.containsKey(option) && !guessed.remove(option)) {
            mistakes.add(written.says(subject + " must be given once."));
        } else if (option.takesValue() && (value == null || value.text().isEmpty())) {
            mistakes.add(written.says(subject + " must have a value. Maybe " + option.example() + "."));
            unread.add(option);
        } else if (!option.takesValue() && value != null) {
            mistakes.add(value.says(subject + " must have no value."));
            unread.add(option);
        } else {
            options.put(option, value == null ? written : value.unquoted());
        }
    }

    private String owners(Option<?> option) {
        return vocabulary.owners(option).stream().map(m -> "%%" + m.magic()).collect(Collectors.joining(" or "));
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
