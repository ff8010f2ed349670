package dev.fettle.kernel.option;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An option of the cell magics. All that is known of it stands here: the first line, the help page and {@code %tune set}
 * follow from it.
 *
 * <pre>{@code
 * static final Option<Integer> SHOW =
 *         Option.of(Group.DISPLAY, "show", Argument.count("N", 1), 5, "rows in the report").asSettable();
 * }</pre>
 *
 * @param <T> what its value is
 * @param id without the dashes
 * @param letter of the short form, or null
 * @param standard the value where it is not given, by the other options
 * @param shown the standard value in words, by the method; may be empty
 * @param meaning for the help page
 * @param settable whether {@code %tune set} gives it a standing value
 */
public record Option<T>(
        String id,
        @Nullable Character letter,
        Group group,
        Argument<T> argument,
        Function<Header, T> standard,
        Function<Method, String> shown,
        String meaning,
        boolean settable) {
    /** An option that always has a value. */
    public static <T> Option<T> of(Group group, String id, Argument<T> argument, T standard, String meaning) {
        return new Option<>(
                id, null, group, argument, header -> standard, method -> Argument.shown(standard), meaning, false);
    }

    /** An option without which there is no value. */
    public static <T> Option<Optional<T>> optional(Group group, String id, Argument<T> argument, String meaning) {
        return of(group, id, argument.optional(), Optional.empty(), meaning);
    }

    /** An option that is given or not. */
    public static Option<Boolean> flag(Group group, String id, String meaning) {
        return of(group, id, Argument.NONE, false, meaning);
    }

    /** The same with a short form. */
    public Option<T> withLetter(char c) {
        return new Option<>(id, c, group, argument, standard, shown, meaning, settable);
    }

    /** The same where the standard value depends on the other options. */
    public Option<T> withStandard(Function<Header, T> value) {
        return new Option<>(id, letter, group, argument, value, shown, meaning, settable);
    }

    /** The same where the help page says the standard value in other words. */
    public Option<T> withShown(Function<Method, String> words) {
        return new Option<>(id, letter, group, argument, standard, words, meaning, settable);
    }

    /** The same with leave to be given a standing value. */
    public Option<T> asSettable() {
        return new Option<>(id, letter, group, argument, standard, shown, meaning, true);
    }

    /** As it is written in full: {@code --id}. */
    public String written() {
        return "--" + id;
    }

    /** Whether a value stands behind it. */
    public boolean takesValue() {
        return argument.placeholder() != null;
    }

    /** Whether a text can be its value, as far as that can be told without the notebook. */
    boolean reads(Header.@Nullable Word value) {
        if (value == null || value.text().contains("${")) {
            return true;
        }
        try {
            argument.parser().parse(written(), value.unquoted().text());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean isWritten(String word) {
        return word.equals(written()) || (letter != null && word.equals("-" + letter));
    }

    /** How it is written with a value. */
    String example() {
        return written() + (argument.placeholder() == null ? "" : " " + argument.placeholder());
    }

    /** Its line of the help page. */
    String line(Method method) {
        String left = (letter == null ? "    " : "-" + letter + ", ") + example();
        String words = shown.apply(method);
        return String.format(Locale.ROOT, "  %-24s %s%s", left, meaning, words.isEmpty() ? "" : " (" + words + ")");
    }
}
