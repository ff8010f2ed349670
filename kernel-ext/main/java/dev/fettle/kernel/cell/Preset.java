package dev.fettle.kernel.cell;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Vocabulary;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import dev.fettle.trial.Budget;
import dev.fettle.word.Maybe;
import dev.fettle.word.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A standing value for an option: what stands behind {@code %tune set}.
 *
 * @param value null to end it
 */
public record Preset(Option<?> option, Header.@Nullable Word value) {
    /** What is no option of a cell: the language of all that is shown. */
    public static final String LANGUAGE = "language";

    /** Reads {@code seed 7}, {@code live text}, {@code seed}. */
    public static Read<Preset> read(List<String> words, Vocabulary vocabulary, Notebook notebook) {
        String name = words.get(0).replaceFirst("^-+", "");
        List<String> names = Stream.concat(vocabulary.settable().stream().map(Option::id), Stream.of(LANGUAGE))
                .toList();
        Optional<Option<?>> option =
                vocabulary.settable().stream().filter(o -> o.id().equals(name)).findFirst();
        if (option.isEmpty()) {
            return wrong("Setting (" + name + ") must be one of " + String.join(", ", names) + "."
                    + Maybe.sentence(name, names));
        }
        if (words.size() == 1) {
            return Read.of(new Preset(option.get(), null));
        }
        if (words.size() > 2) {
            return wrong("Setting (" + name + ") must have one value.");
        }
        Header header = Header.tune(vocabulary, List.of(option.get().written(), words.get(1)));
        List<Mistake> mistakes = mistakes(header, OptionValues.read(header, notebook));
        return Read.unless(
                mistakes,
                () -> new Preset(option.get(), header.option(option.get()).orElseThrow()));
    }

    private static Read<Preset> wrong(String message) {
        return Read.wrong(Header.BEGIN.says(message));
    }

    private static List<Mistake> mistakes(Header header, Read<OptionValues> values) {
        return Stream.concat(header.mistakes().stream(), values.mistakes().stream())
                .toList();
    }

    /** What is set, one a line. */
    public static String text(Map<Option<?>, Header.Word> defaults) {
        return defaults.isEmpty()
                ? "Nothing is set: every cell has the standard options."
                : defaults.entrySet().stream()
                        .map(e -> e.getKey().written() + " "
                                + Secrets.hidden(e.getValue().text()))
                        .collect(Collectors.joining("\n"));
    }

    /** Reads {@code NAME --trials 150 --patience 20}: other limits for a study that goes on; the others stay as they were. */
    public static Read<UnaryOperator<Budget>> limits(List<String> words, Vocabulary vocabulary, Notebook notebook) {
        Header header = Header.tune(vocabulary, words);
        Read<OptionValues> read = OptionValues.read(header, notebook);
        List<Mistake> mistakes = new ArrayList<>(mistakes(header, read));
        String limits =
                vocabulary.of(Group.LIMITS).stream().map(Option::written).collect(Collectors.joining(", "));
        header.options().forEach((option, word) -> {
            if (option.group() != Group.LIMITS) {
                mistakes.add(word.says("Option (" + option.written() + ") must be one of " + limits
                        + "; the others are those of the study."));
            }
        });
        OptionValues values = read.found().orElseThrow();
        return Read.unless(mistakes, () -> before -> Options.budget(before, values));
    }

    /** What stands in the way of a variable of this name. */
    public static Optional<Mistake> misnamed(String name, Vocabulary vocabulary, Notebook notebook) {
        Header header = Header.tune(vocabulary, List.of(name));
        return header.mistakes().stream().findFirst().or(() -> Surroundings.misnamed(header.name(), notebook));
    }
}
