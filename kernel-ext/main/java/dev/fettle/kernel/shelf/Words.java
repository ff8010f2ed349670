package dev.fettle.kernel.shelf;

import dev.fettle.kernel.CellError;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind a verb of {@code %tune}.
 *
 * @param names the words that are no option
 * @param options as they were written, with their values; those without have an empty one
 */
record Words(List<String> names, Map<String, String> options) {
    /**
     * Reads words; a {@link CellError} with all mistakes.
     *
     * @param valued the options that have a value
     * @param flags those that have none
     */
    static Words read(String verb, List<String> words, List<String> valued, List<String> flags) {
        List<String> names = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        List<String> mistakes = new ArrayList<>();
        List<String> known = new ArrayList<>(valued);
        known.addAll(flags);
        for (int i = 0; i < words.size(); i++) {
            String[] parts = words.get(i).split("=", 2);
            String option = parts[0];
            if (!option.startsWith("-")) {
                names.add(words.get(i));
            } else if (!known.contains(option)) {
                mistakes.add("Option (" + option + ") of %tune " + verb + " must be one of " + String.join(", ", known)
                        + "." + Maybe.sentence(option, known));
                // What would be its value is no mistake of its own.
                i += parts.length == 1
                                && i + 1 < words.size()
                                && !words.get(i + 1).startsWith("-")
                        ? 1
                        : 0;
            } else if (options.containsKey(option)) {
                mistakes.add("Option (" + option + ") must be given once.");
            } else if (flags.contains(option)) {
                options.put(option, "");
            } else if (parts.length == 2
                    || (i + 1 < words.size() && !words.get(i + 1).startsWith("-"))) {
                options.put(option, parts.length == 2 ? parts[1] : words.get(++i));
            } else {
                mistakes.add("Option (" + option + ") must have a value.");
            }
        }
        if (names.size() > 1) {
            mistakes.add("%tune " + verb + " must have one name, and has " + String.join(", ", names) + ".");
        }
        if (!mistakes.isEmpty()) {
            throw new CellError(String.join("\n", mistakes));
        }
        return new Words(List.copyOf(names), options);
    }

    Optional<String> name() {
        return names.stream().findFirst();
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }
}
