package dev.fettle.docs;

import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.Options;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Options as tables. What they may be is what their own messages say to a value that they do not take. */
final class OptionTable {
    /** No option takes it; it has no character that Markdown knows. */
    private static final String NO_VALUE = "?";

    private static final Pattern LEGAL = Pattern.compile("(?s).* must be (.*?)\\.?(?: Maybe .*)?");

    private OptionTable() {}

    /** The options that a method alone has; a sentence where it has none. */
    static String own(Method method) {
        return method.own().isEmpty()
                ? "It has no options of its own; [those of all methods](../options.md) remain."
                : table(method.own(), List.of(method));
    }

    /** The options of all methods, each group under its heading. */
    static String groups() {
        return Arrays.stream(Group.values()).map(OptionTable::group).collect(Collectors.joining("\n\n"));
    }

    private static String group(Group group) {
        List<Option<?>> options =
                Options.ALL.stream().filter(o -> o.group() == group).toList();
        return "## " + group.title() + "\n\n" + table(options, Methods.ALL);
    }

    private static String table(List<Option<?>> options, List<Method> methods) {
        return Markdown.table(
                List.of("option", "default", "what it may be", "meaning"),
                options.stream()
                        .map(o -> List.of(
                                written(o),
                                standard(o, methods),
                                Markdown.plain(range(o)),
                                Markdown.plain(o.meaning())))
                        .toList());
    }

    private static String written(Option<?> option) {
        return (option.letter() == null ? "" : Markdown.code("-" + option.letter()) + ", ")
                + Markdown.code(call(option));
    }

    /** How it is written in full, with what stands for its value. */
    static String call(Option<?> option) {
        String placeholder = option.argument().placeholder();
        return option.written() + (placeholder == null ? "" : " " + placeholder);
    }

    /** In words; where methods differ that is all that can be said. */
    private static String standard(Option<?> option, List<Method> methods) {
        List<String> all =
                methods.stream().map(option.shown()).distinct().limit(2).toList();
        return all.size() > 1 ? "[by method](index.md)" : Markdown.plain(all.get(0));
    }

    /** What its name does not show already, as {@code --method ga|nsga2} does. */
    private static String range(Option<?> option) {
        String placeholder = option.argument().placeholder();
        String listed = placeholder == null ? "" : "one of " + placeholder.replace("|", ", ");
        return legal(option).equals(listed) ? "" : legal(option);
    }

    /** Out of the message to a value that is none; empty where any text will do, and of a flag. */
    static String legal(Option<?> option) {
        return option.takesValue()
                ? message(option)
                        .map(LEGAL::matcher)
                        .filter(Matcher::matches)
                        .map(m -> m.group(1))
                        .orElse("")
                : "";
    }

    private static Optional<String> message(Option<?> option) {
        try {
            option.argument().parser().parse(option.written(), NO_VALUE);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }
}
