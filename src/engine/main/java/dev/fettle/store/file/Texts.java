package dev.fettle.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** A file read line by line, forwards as a rule. */
final class Texts {
    private final FileChannel channel;
    private final long size;
    private byte[] window = new byte[1 << 16];

    /** Where in the file the window begins, and how much of it is filled. */
    private long start;

    private int filled;

    /**
     * A line.
     *
     * @param bytes without the line break
     * @param ended whether there is one; there is none at the end of the file
     */
    record Text(byte[] bytes, boolean ended) {
        int length() {
            return bytes.length + (ended ? 1 : 0);
        }
    }

    Texts(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /** The line from an offset on; empty and not ended at the end of the file. */
    Text at(long offset) throws IOException {
        if (offset < start || offset > start + filled) {
            start = offset;
            filled = 0;
        }
        int from = (int) (offset - start);
        int seen = from;
        while (true) {
            for (int i = seen; i < filled; i++) {
                if (window[i] == '\n') {
                    return new Text(Arrays.copyOfRange(window, from, i), true);
                }
            }
            if (start + filled >= size) {
                return new Text(Arrays.copyOfRange(window, from, filled), false);
            }
            seen = filled - from;
            more(from);
            from = 0;
        }
    }

    /** Reads on, with what is still wanted moved to the front. */
    private void more(int from) throws IOException {
        int wanted = filled - from;
        byte[] next = wanted > window.length / 2 ? new byte[2 * window.length] : window;
        System.arraycopy(window, from, next, 0, wanted);
        window = next;
        start += from;
        filled = wanted;
        int room = (int) Math.min(window.length - filled, size - start - filled);
        ByteBuffer buffer = ByteBuffer.wrap(window, filled, room);
        if (channel.read(buffer, start + filled) < 0) {
            throw new IOException("The file has become shorter while it was read.");
        }
        filled = buffer.position();
    }
}
