package dev.fettle.kernel.option;

import java.util.EnumMap;
import java.util.Map;

/**
 * A cell as it was typed, for those that begin with {@code --like} it.
 *
 * @param options of the first line
 * @param body the lines below
 */
public record Source(Map<Option, Header.Word> options, String body) {
    public Source {
        options = Map.copyOf(options);
    }

    /** What another cell takes over: model and data, metric, objective. */
    public Map<Option, Header.Word> subject() {
        Map<Option, Header.Word> subject = new EnumMap<>(Option.class);
        options.forEach((option, word) -> {
            if (option.isOfModel() || option == Option.OBJECTIVE) {
                subject.put(option, word);
            }
        });
        return subject;
    }
}
