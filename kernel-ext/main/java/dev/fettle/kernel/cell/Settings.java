package dev.fettle.kernel.cell;

import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Source;
import dev.fettle.kernel.subject.Subject;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cell asks for, checked. Immutable, for any thread.
 *
 * @param name of the study and its variable, or null
 * @param text the space, and what else stands in the cell
 * @param budget what the options say about the end, and what was changed since
 * @param options all that were given
 * @param typed the cell, with what it has from others and from the session
 */
public record Settings(
        Method method,
        @Nullable String name,
        SpaceText text,
        Subject subject,
        Budget budget,
        OptionValues options,
        Source typed) {
    /** Of the method, as it begins a sentence. */
    public String title() {
        return method.titled().apply(options);
    }

    /** What may vary. */
    public SearchSpace space() {
        return text.space();
    }

    /** What all points share, in the order of the cell. */
    public Map<String, Object> constants() {
        return text.constants();
    }

    /** The value of an option. */
    public <T> T get(Option<T> option) {
        return options.get(option);
    }

    /** The same about something else. */
    public Settings withSubject(Subject other) {
        return new Settings(method, name, text, other, budget, options, typed);
    }

    /** The same with another end. */
    public Settings withBudget(Budget other) {
        return new Settings(method, name, text, subject, other, options, typed);
    }

    /** The same with another value of an option. */
    public <T> Settings with(Option<T> option, T value) {
        return new Settings(method, name, text, subject, budget, options.with(option, value), typed);
    }
}
