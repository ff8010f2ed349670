package dev.fettle.store.file;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the lines of one study stand. */
final class Kept {
    /** A gap longer than this is no loss but nonsense. */
    private static final long LONGEST_GAP = 1_000_000;

    private static final long NOWHERE = -1;

    private final long first;
    private long[] offsets = new long[16];
    private int count;
    private @Nullable String damage;

    Kept(long first) {
        this.first = first;
    }

    /** Where its first line stands. */
    long first() {
        return first;
    }

    int count() {
        return count;
    }

    /** Which of its lines was damaged when the file was read first; null if none was. */
    @Nullable
    String damage() {
        return damage;
    }

    void damaged(String place) {
        if (damage == null) {
            damage = place;
        }
    }

    /** Where a line stands; negative if it is lost. */
    long offset(int number) {
        return offsets[number];
    }

    /** Places a line; false if it is not the next, since then a line is missing, or there twice. */
    boolean add(long number, long offset) {
        if (number < count || number - count > LONGEST_GAP) {
            return false;
        }
        int place = (int) number;
        if (place >= offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.max(2 * offsets.length, place + 1));
        }
        Arrays.fill(offsets, count, place, NOWHERE);
        offsets[place] = offset;
        boolean next = place == count;
        count = place + 1;
        return next;
    }
}
