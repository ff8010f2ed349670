package dev.fettle.kernel.option;

import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of a line as values, each of the type of its option. Immutable, for any thread.
 *
 * @param header the line, by which standard values may differ
 * @param given what was written and is right
 */
public record OptionValues(Header header, Map<Option<?>, Object> given) {
    private static final Pattern JAVA = Pattern.compile("\\$\\{([^}]*)}");

    public OptionValues {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /**
     * Reads all options of a line; evaluates in the notebook what stands as {@code ${java}}. There is a value even if there
     * are mistakes: that of the options without one.
     */
    public static Read<OptionValues> read(Header header, Notebook notebook) {
        Map<Option<?>, Object> given = new LinkedHashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        header.options().forEach((option, word) -> {
            try {
                String text = option.argument().evaluated() ? text(word.text(), notebook) : word.text();
                given.put(option, option.argument().parser().parse(option.written() + " (" + text + ")", text));
            } catch (IllegalArgumentException e) {
                mistakes.add(word.says(String.valueOf(e.getMessage())));
            }
        });
        return new Read<>(new OptionValues(header, given), mistakes);
    }

    /** The value of an option: as given, else its standard one. */
    public <T> T get(Option<T> option) {
        return given(option).orElseGet(() -> option.standard().apply(header));
    }

    /** The value that was given. */
    public <T> Optional<T> given(Option<T> option) {
        // Only values of its own type are put under an option.
        @SuppressWarnings("unchecked")
        T value = (T) given.get(option);
        return Optional.ofNullable(value);
    }

    /** The same with another value. */
    public <T> OptionValues with(Option<T> option, T value) {
        Map<Option<?>, Object> all = new LinkedHashMap<>(given);
        all.put(option, value);
        return new OptionValues(header, all);
    }

    /** The text of a value, {@code ${java}} replaced by what it stands for. */
    private static String text(String word, Notebook notebook) {
        Matcher java = JAVA.matcher(word);
        StringBuilder text = new StringBuilder();
        while (java.find()) {
            try {
                java.appendReplacement(text, Matcher.quoteReplacement(String.valueOf(notebook.value(java.group(1)))));
            } catch (JavaException e) {
                throw new IllegalArgumentException(
                        "Java (" + java.group() + ") must have a value. " + ObjectiveSource.whyNot(e, notebook), e);
            }
        }
        return java.appendTail(text).toString();
    }
}
