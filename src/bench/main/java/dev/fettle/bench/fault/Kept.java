package dev.fettle.bench.fault;

import dev.fettle.store.Store;
import java.io.IOException;
import java.util.List;

/** What {@link Appender}s have left behind. */
record Kept(List<String> lines) {
    static Kept in(Kind kind, String place) throws IOException {
        try (Store store = kind.open(place)) {
            return new Kept(store.lines(Appender.STUDY).read(0));
        }
    }

    /**
     * How many trials of a writer there are.
     *
     * @throws IllegalStateException if one is missing in between, is there twice, or is there by half
     */
    int trials(String name) {
        List<String> own = lines.stream().filter(l -> l.startsWith(name + " ")).toList();
        for (int i = 0; i < own.size(); i++) {
            if (!own.get(i).equals(name + " " + i)) {
                throw new IllegalStateException(
                        "Line " + i + " of " + name + " must be its own, and is " + own.get(i) + ".");
            }
        }
        if (own.size() % 2 != 0) {
            throw new IllegalStateException("Trial " + own.size() / 2 + " of " + name + " must be whole, and is half.");
        }
        return own.size() / 2;
    }

    /** Says how many there are: {@code KIND PLACE NAME}. */
    public static void main(String[] words) throws IOException {
        System.out.println(in(Kind.of(words[0]), words[1]).trials(words[2]));
    }
}
