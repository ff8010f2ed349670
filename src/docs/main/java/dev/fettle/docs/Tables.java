package dev.fettle.docs;

import dev.fettle.kernel.magic.Magics;
import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Method;
import dev.fettle.report.chart.Plots;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The tables that pages ask for, out of what the code says of itself. Immutable, for any thread.
 *
 * @param root of the sources, whose Javadoc is read
 */
record Tables(Path root) {
    /** What a page may ask for, beside the pages of a folder. */
    static final List<String> NAMES =
            List.of("methods", "options", "groups", "verbs", "plots", "settings", "constants");

    /**
     * A table as Markdown.
     *
     * @param argument {@code options} wants the word of a method, {@code settings} a record and {@code constants} an enumeration,
     *     each by the name of its class
     * @return empty if there is none of that name
     * @throws IllegalArgumentException with a sentence, if nobody knows the argument
     */
    Optional<String> of(String name, String argument) {
        return switch (name) {
            case "methods" -> Optional.of(methods());
            case "options" -> Optional.of(OptionTable.own(method(argument)));
            case "groups" -> Optional.of(OptionTable.groups());
            case "verbs" -> Optional.of(verbs());
            case "plots" -> Optional.of(plots());
            case "settings" -> Optional.of(Javadoc.of(root, argument).settings());
            case "constants" -> Optional.of(Javadoc.of(root, argument).constants());
            default -> Optional.empty();
        };
    }

    private static Method method(String magic) {
        return Methods.ALL.stream()
                .filter(m -> m.magic().equals(magic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Method (" + magic + ") must have a magic."));
    }

    private static String methods() {
        return Markdown.table(
                List.of("method", "what it does", "trials, if you do not say"),
                Methods.ALL.stream()
                        .map(m -> List.of(
                                "[`%%" + m.magic() + "`](methods/" + m.magic() + ".md)",
                                Markdown.plain(m.sentence()),
                                Markdown.plain(m.total().shown())))
                        .toList());
    }

    private static String verbs() {
        return Markdown.table(
                List.of("what you type", "what it does"),
                Magics.verbs().entrySet().stream()
                        .map(v -> List.of(Markdown.code(("%tune " + v.getKey()).strip()), Markdown.plain(v.getValue())))
                        .toList());
    }

    private static String plots() {
        Plots plots = Plots.found();
        return Markdown.table(
                List.of("plot", "names behind it", "what it shows", "in a report"),
                plots.kinds().stream()
                        .map(p -> List.of(
                                Markdown.code(p.name()),
                                Markdown.plain(p.choosing() ? "any parameters" : String.join(", ", p.arguments())),
                                Markdown.plain(p.meaning()),
                                p.panel() ? "yes" : ""))
                        .toList());
    }
}
