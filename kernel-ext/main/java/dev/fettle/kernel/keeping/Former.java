package dev.fettle.kernel.keeping;

import dev.fettle.store.Store;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Studies that gave their name to a later one: NAME~1 is the oldest. */
final class Former {
    private Former() {}

    /** The names of those that are there, the newest first. */
    static List<String> names(String name, Store store) throws IOException {
        return store.studies().stream()
                .filter(study -> number(name, study) > 0)
                .sorted(Comparator.comparingLong((String study) -> number(name, study))
                        .reversed())
                .toList();
    }

    /** The name itself, if there is such a study, and those before. */
    static List<String> all(String name, Store store) throws IOException {
        Stream<String> newest = store.studies().contains(name) ? Stream.of(name) : Stream.of();
        return Stream.concat(newest, names(name, store).stream()).toList();
    }

    /** Frees a name; how the study that had it is called from now on, if there was one. */
    static Optional<String> free(String name, Store store) throws IOException {
        if (!store.studies().contains(name)) {
            return Optional.empty();
        }
        List<String> before = names(name, store);
        String other = name + "~" + (before.isEmpty() ? 1 : number(name, before.get(0)) + 1);
        store.rename(name, other);
        return Optional.of(other);
    }

    private static long number(String name, String study) {
        return study.startsWith(name + "~")
                        && study.substring(name.length() + 1).matches("[1-9]\\d{0,8}")
                ? Long.parseLong(study.substring(name.length() + 1))
                : 0;
    }
}
