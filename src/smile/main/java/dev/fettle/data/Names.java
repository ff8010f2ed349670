package dev.fettle.data;

import java.util.List;
import java.util.stream.Collectors;

/** Columns by their names, in sentences. */
final class Names {
    /** Of more the first are told. */
    private static final int TOLD = 12;

    private Names() {}

    /** {@code a, b, … 5 more}. */
    static String list(List<String> names) {
        String rest = names.size() > TOLD ? ", … " + (names.size() - TOLD) + " more" : "";
        return names.stream().limit(TOLD).collect(Collectors.joining(", ")) + rest;
    }

    /** {@code Column (a)} or {@code Columns (a, b)}. */
    static String subject(List<String> names) {
        return (names.size() == 1 ? "Column (" : "Columns (") + list(names) + ")";
    }

    /** The option that leaves them out, quoted where a name has blanks. */
    static String drop(List<String> names) {
        String all = String.join(",", names);
        return "--drop " + (all.matches(".*\\s.*") ? '"' + all + '"' : all);
    }
}
