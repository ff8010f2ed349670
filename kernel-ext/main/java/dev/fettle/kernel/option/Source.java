package dev.fettle.kernel.option;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cell as it was typed, for those that begin with {@code --like} it.
 *
 * @param options of the first line, in their order
 * @param body the lines below
 */
public record Source(Map<Option<?>, Header.Word> options, String body) {
    public Source {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** What another cell takes over: model and data, metric, objective. */
    public Map<Option<?>, Header.Word> subject() {
        Map<Option<?>, Header.Word> subject = new LinkedHashMap<>(options);
        subject.keySet().removeIf(option -> !option.group().isOfSubject());
        return subject;
    }
}
