package dev.fettle.kernel.cell;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.Options;
import dev.fettle.space.text.Mistake;
import dev.fettle.trial.Budget;
import dev.fettle.word.Maybe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A standing value for an option: what stands behind {@code %tune set}.
 *
 * @param option null if there are mistakes
 * @param value null to end it
 */
public record Preset(@Nullable Option option, Header.@Nullable Word value, List<Mistake> mistakes) {
    private static final List<Option> SETTABLE =
            List.of(Option.SEED, Option.JOBS, Option.LIVE, Option.FIGURE, Option.SHOW);
    private static final List<Option> LIMITS = List.of(Option.TRIALS, Option.TIME, Option.UNTIL, Option.PATIENCE);

    /** Reads {@code seed 7}, {@code live text}, {@code seed}. */
    public static Preset of(List<String> words, Notebook notebook) {
        String name = words.get(0).replaceFirst("^-+", "");
        List<String> names = SETTABLE.stream().map(Option::id).toList();
        if (!names.contains(name)) {
            String later = name.equals("language") ? "Setting (language) comes later." : "";
            String known = "Setting (" + name + ") must be one of " + String.join(", ", names) + "."
                    + Maybe.sentence(name, names);
            return wrong(later.isEmpty() ? known : later);
        }
        Option option = Option.of("--" + name).orElseThrow();
        if (words.size() == 1) {
            return new Preset(option, null, List.of());
        }
        if (words.size() > 2) {
            return wrong("Setting (" + name + ") must have one value.");
        }
        Header header = Header.read(Method.RANDOM, List.of("--" + name, words.get(1)), false);
        List<Mistake> mistakes = mistakes(header, notebook);
        return new Preset(option, header.option(option).orElse(null), mistakes);
    }

    private static Preset wrong(String message) {
        return new Preset(null, null, List.of(Header.BEGIN.says(message)));
    }

    private static List<Mistake> mistakes(Header header, Notebook notebook) {
        List<Mistake> mistakes = new ArrayList<>(header.mistakes());
        SettingsReader reader = new SettingsReader(new Options(header, notebook, mistakes), mistakes);
        reader.read(null, reader.seed());
        return mistakes;
    }

    /** Sets or ends it. */
    public void apply(BiConsumer<Option, Header.Word> set, Consumer<Option> unset) {
        if (option != null && value != null) {
            set.accept(option, value);
        } else if (option != null) {
            unset.accept(option);
        }
    }

    /** What is set, one a line. */
    public static String text(Map<Option, Header.Word> defaults) {
        return defaults.isEmpty()
                ? "Nothing is set: every cell has the standard options."
                : defaults.entrySet().stream()
                        .map(e -> "--" + e.getKey().id() + " " + e.getValue().text())
                        .collect(Collectors.joining("\n"));
    }

    /** Other limits for a study that goes on. */
    public record Limits(UnaryOperator<Budget> change, List<Mistake> mistakes) {}

    /** Reads {@code NAME --trials 150 --patience 20}; what is not given stays as it was. */
    public static Limits limits(List<String> words, Notebook notebook) {
        Header header = Header.read(Method.RANDOM, words, false);
        List<Mistake> mistakes = new ArrayList<>(header.mistakes());
        List<String> names = LIMITS.stream().map(o -> "--" + o.id()).toList();
        header.options().forEach((option, word) -> {
            if (!LIMITS.contains(option)) {
                mistakes.add(word.says("Option (--" + option.id() + ") must be one of " + String.join(", ", names)
                        + "; the others are those of the study."));
            }
        });
        Options options = new Options(header, notebook, mistakes);
        int trials = options.count(Option.TRIALS, 1, 0);
        Duration time = options.time(Option.TIME);
        Double until = options.real(Option.UNTIL);
        int patience = options.count(Option.PATIENCE, 1, 0);
        return new Limits(
                before -> new Budget(
                        trials == 0 ? before.trials() : trials,
                        time == null ? before.time() : time,
                        until == null ? before.until() : until,
                        patience == 0 ? before.patience() : patience,
                        before.onError()),
                mistakes);
    }

    /** What stands in the way of a variable of this name. */
    public static List<Mistake> nameMistakes(String name, Notebook notebook) {
        Header header = Header.read(Method.RANDOM, List.of(name), false);
        List<Mistake> mistakes = new ArrayList<>(header.mistakes());
        new SettingsReader(new Options(header, notebook, mistakes), mistakes).checkName(notebook);
        return mistakes;
    }
}
