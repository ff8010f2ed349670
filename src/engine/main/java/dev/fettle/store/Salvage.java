package dev.fettle.store;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;

/** Saves what is whole from a store where something is damaged. */
public final class Salvage {
    private Salvage() {}

    /**
     * Copies of each study the lines before its first damaged one, since what follows a gap may mean something else without it.
     * The damaged store stays as it is.
     *
     * @param into a store in which none of these studies has lines
     * @return how many lines were copied
     */
    public static long copy(Store damaged, Store into) throws IOException, Conflict {
        long copied = 0;
        for (String study : damaged.found()) {
            List<String> lines = beforeTheFirstGap(damaged.lines(study).whole());
            copied += into.lines(study).append(0, lines);
        }
        return copied;
    }

    private static List<String> beforeTheFirstGap(SortedMap<Long, String> whole) {
        long next = 0;
        while (whole.containsKey(next)) {
            next++;
        }
        return List.copyOf(whole.headMap(next).values());
    }
}
