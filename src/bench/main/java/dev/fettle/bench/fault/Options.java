package dev.fettle.bench.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a run was asked for.
 *
 * @param kills of a process, for each kind of store
 * @param powerCuts for each kind of store
 * @param networkCuts of 20 s each
 * @param only names of kinds of stores, or {@code all}
 */
record Options(int kills, int powerCuts, int networkCuts, Set<String> only) {
    /** Reads the number of kills, and each option with its value, as the launcher gives them once it has checked both. */
    static Options parse(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < words.size(); i += 2) {
            values.put(words.get(i), words.get(i + 1));
        }
        return new Options(
                Integer.parseInt(words.get(0)),
                Integer.parseInt(value(values, "--power-cuts")),
                Integer.parseInt(value(values, "--network-cuts")),
                Set.of(value(values, "--only").split(",", -1)));
    }

    private static String value(Map<String, String> values, String option) {
        return Objects.requireNonNull(values.get(option), option);
    }

    boolean has(String name) {
        return only.contains(name) || only.contains("all");
    }
}
