package dev.fettle.word;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant: the nearest of the names that exist. */
public final class Maybe {
    private Maybe() {}

    /**
     * The name with the fewest edits (insert, delete, replace, swap of neighbours; case does not count; to leave off the
     * end counts as one), if they are at most a third of the longer name, or two for short ones; of equals the first.
     */
    public static Optional<String> of(String typed, Collection<String> names) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            boolean begun = typed.length() > 2 && name.startsWith(typed);
            int edits = begun ? 1 : edits(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            int bound = Math.max(
                    Math.min(2, Math.min(typed.length(), name.length()) - 1),
                    Math.max(typed.length(), name.length()) / 3);
            if (edits <= bound && edits < least) {
                least = edits;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code " Maybe NAME."} or nothing, to be put behind a message. */
    public static String sentence(String typed, Collection<String> names) {
        return of(typed, names).map(name -> " Maybe " + name + ".").orElse("");
    }

    /** Optimal string alignment distance (Damerau, 1964); long inputs are cut, nobody means them. */
    public static int edits(String typed, String name) {
        String a = typed.length() > 64 ? typed.substring(0, 64) : typed;
        int[] before = new int[name.length() + 1];
        int[] above = new int[name.length() + 1];
        int[] row = new int[name.length() + 1];
        for (int j = 0; j < row.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replace = above[j - 1] + (a.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, 1 + Math.min(above[j], row[j - 1]));
                boolean swap = i > 1
                        && j > 1
                        && a.charAt(i - 1) == name.charAt(j - 2)
                        && a.charAt(i - 2) == name.charAt(j - 1);
                if (swap) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[name.length()];
    }
}
