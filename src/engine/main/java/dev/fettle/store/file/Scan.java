package dev.fettle.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** How far a file has been read, and what it says so far. Not safe for threads. */
final class Scan {
    private final Index index = new Index();

    /** Before this offset all is known; what stands behind it is an append that broke off. */
    private long end;

    /** Where the last row stands, and how it begins: whether the file is still the same. */
    private long last;

    private byte[] mark = {};

    /** Whether the last row lacks its line break. */
    private boolean unended;

    /** Begins behind the header. */
    Scan(long header, boolean damagedHeader) {
        end = header;
        index.count();
        if (damagedHeader) {
            index.damaged();
        }
    }

    Index index() {
        return index;
    }

    /** Where the next row belongs. */
    long end() {
        return end;
    }

    boolean unended() {
        return unended;
    }

    /** Whether the file still begins with what was read of it. What was damaged is read anew: somebody may have mended it. */
    boolean isOf(FileChannel channel) throws IOException {
        byte[] now = new byte[mark.length];
        return end > 0
                && channel.size() >= end
                && !index.isDamaged()
                && !unended
                && channel.read(ByteBuffer.wrap(now), last) == now.length
                && Arrays.equals(now, mark);
    }

    /** Reads what has been written since. */
    void on(FileChannel channel) throws IOException {
        Texts texts = new Texts(channel);
        long at = end;
        Texts.Text text = texts.at(at);
        while (text.ended()) {
            index.count();
            place(text.bytes(), at);
            long next = at + text.length();
            if (index.isWhole()) {
                settled(text.bytes(), at, next);
            }
            at = next;
            text = texts.at(at);
        }
        if (text.bytes().length > 0) {
            tail(text.bytes(), at);
        }
        index.abandon();
    }

    private void settled(byte[] bytes, long at, long next) {
        last = at;
        mark = Arrays.copyOf(bytes, Math.min(bytes.length, Checksum.LENGTH));
        end = next;
    }

    private void place(byte[] bytes, long at) {
        Row row = Row.read(bytes);
        if (row == null) {
            index.damaged();
            return;
        }
        index.apply(row, at);
        if (row.text() != null && row.end() < bytes.length) {
            index.damaged();
            if (row.end() + 1 < bytes.length) {
                place(Arrays.copyOfRange(bytes, row.end() + 1, bytes.length), at + row.end() + 1);
            }
        }
    }

    /**
     * What no line break follows is an append that broke off, perhaps with nothing but NULs behind it. But where a whole row
     * is, it was kept: either its line break was damaged, or something has cut it off.
     */
    private void tail(byte[] bytes, long at) {
        Row row = Row.read(bytes);
        if (row == null || (row.text() == null && (row.end() == bytes.length || isEmpty(bytes, row.end())))) {
            return;
        }
        index.count();
        place(bytes, at);
        if (row.end() < bytes.length) {
            index.damaged();
        }
        if (index.isWhole()) {
            settled(bytes, at, at + bytes.length);
            unended = true;
        }
    }

    static boolean isEmpty(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
