package dev.fettle.store.sqlite;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Whether the file that SQLite appends to, {@code NAME-wal}, is damaged in its middle. SQLite takes the first frame whose checksum is wrong
 * for the end, since a power cut may leave such a one, and forgets all that follow without a word. But a transaction is on the
 * disk before the next begins: where two whole ones follow, it was no power cut. Format: sqlite.org/fileformat2.html, section 4.
 */
final class WriteAheadLog {
    private static final int HEADER = 32;
    private static final int FRAME = 24;
    private static final int MAGIC = 0x377f0682;

    /** Whole transactions that follow damage; of fewer, one may never have been on the disk. */
    private static final int EVIDENCE = 2;

    private static final int WHOLE = -1;

    private final ByteBuffer bytes;
    private final ByteOrder order;
    private final int page;

    private WriteAheadLog(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.order = (this.bytes.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        this.page = this.bytes.getInt(8);
    }

    /** Looks twice, since somebody may be writing: what is damaged stays so. */
    static boolean isDamaged(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        byte[] first = read(file);
        int at = damage(first);
        if (at == WHOLE) {
            return false;
        }
        byte[] again = read(file);
        return Arrays.equals(first, 0, HEADER, again, 0, Math.min(HEADER, again.length)) && damage(again) == at;
    }

    /** By a stream, which an interrupt does not close. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }

    /** The number of the damaged frame, or {@link #WHOLE}; 0 for the header too. */
    private static int damage(byte[] bytes) {
        boolean isEmpty = bytes.length <= HEADER || Arrays.equals(bytes, 0, HEADER, new byte[HEADER], 0, HEADER);
        return isEmpty ? WHOLE : new WriteAheadLog(bytes).damage();
    }

    private int damage() {
        long sum = sum(0, 0, 24);
        boolean isHeader = (bytes.getInt(0) & ~1) == MAGIC && sum == bytes.getLong(24) && page >= 512 && page <= 65536;
        if (!isHeader) {
            return 0;
        }
        int frame = 0;
        while (frame < frames() && stored(frame) == (sum = next(sum, frame)) && isOfThisLog(frame)) {
            frame++;
        }
        // The next one has the checksum of the damaged one in its own, unless that is what is damaged.
        return follow(frame + 1) >= EVIDENCE || follow(frame + 2) >= EVIDENCE ? frame : WHOLE;
    }

    private int frames() {
        return (bytes.limit() - HEADER) / (FRAME + page);
    }

    private int at(int frame) {
        return HEADER + frame * (FRAME + page);
    }

    private long stored(int frame) {
        return bytes.getLong(at(frame) + 16);
    }

    private boolean isOfThisLog(int frame) {
        return bytes.getLong(at(frame) + 8) == bytes.getLong(16);
    }

    private long next(long sum, int frame) {
        return sum(sum(sum, at(frame), 8), at(frame) + FRAME, page);
    }

    /** How many transactions end in the whole frames that follow each other from one on. */
    private int follow(int from) {
        int ends = 0;
        for (int f = from; f < frames() && isOfThisLog(f) && stored(f) == next(stored(f - 1), f); f++) {
            ends += bytes.getInt(at(f) + 4) == 0 ? 0 : 1;
        }
        return ends;
    }

    /** Both halves of the checksum, the first in the upper 32 bits, continued over some bytes. */
    private long sum(long before, int from, int length) {
        ByteBuffer words = bytes.duplicate().order(order);
        int one = (int) (before >>> 32);
        int two = (int) before;
        for (int i = from; i < from + length; i += 8) {
            one += words.getInt(i) + two;
            two += words.getInt(i + 4) + one;
        }
        return ((long) one << 32) | (two & 0xffffffffL);
    }
}
