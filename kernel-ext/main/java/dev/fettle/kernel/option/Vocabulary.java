package dev.fettle.kernel.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the first line of a cell may say: the methods, and the options that all of them have. Immutable, for any thread.
 *
 * @param methods each with a magic of its own
 * @param options in the order of the help page; no name stands twice, in the methods neither
 */
public record Vocabulary(List<Method> methods, List<Option<?>> options) {
    public Vocabulary {
        methods = List.copyOf(methods);
        options = List.copyOf(options);
        once("Method", methods.stream().map(Method::magic));
        for (Method method : methods) {
            once("Option", of(options, method).flatMap(Vocabulary::words));
        }
    }

    private static void once(String subject, Stream<String> words) {
        Set<String> seen = new HashSet<>();
        words.filter(word -> !seen.add(word)).findFirst().ifPresent(word -> {
            throw new IllegalArgumentException(subject + " (" + word + ") must stand once.");
        });
    }

    private static Stream<String> words(Option<?> option) {
        return option.letter() == null
                ? Stream.of(option.written())
                : Stream.of(option.written(), "-" + option.letter());
    }

    private static Stream<Option<?>> of(List<Option<?>> common, Method method) {
        return Stream.concat(common.stream(), method.own().stream());
    }

    /** The same with one method more. */
    public Vocabulary with(Method method) {
        List<Method> all = new ArrayList<>(methods);
        all.add(method);
        return new Vocabulary(all, options);
    }

    /** The same with one option more for all methods. */
    public Vocabulary with(Option<?> option) {
        List<Option<?>> all = new ArrayList<>(options);
        all.add(option);
        return new Vocabulary(methods, all);
    }

    /** All options of a method. */
    List<Option<?>> of(Method method) {
        return of(options, method).toList();
    }

    /** The methods whose own an option of this name is. */
    List<Method> owners(Option<?> option) {
        return methods.stream()
                .filter(m -> m.own().stream().anyMatch(o -> o.id().equals(option.id())))
                .toList();
    }

    /** The options that {@code %tune set} gives a standing value. */
    public List<Option<?>> settable() {
        return options.stream().filter(Option::settable).toList();
    }

    /** The options of a group, without those of single methods. */
    public List<Option<?>> of(Group group) {
        return options.stream().filter(o -> o.group() == group).toList();
    }

    /** The lines of {@link #help} that stand above a group. */
    public List<String> heads() {
        return groups().map(Group::title).toList();
    }

    private static Stream<Group> groups() {
        return Arrays.stream(Group.values());
    }

    /** All options of a method in groups, one a line. */
    public String help(Method method) {
        return groups().map(group -> group.title() + "\n"
                        + of(method).stream()
                                .filter(o -> o.group() == group)
                                .map(o -> o.line(method))
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }
}
