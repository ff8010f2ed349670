package dev.fettle.envelope;

import java.io.OutputStream;

/** Counts what is written, and keeps nothing. */
final class Counted extends OutputStream {
    private long size;

    long size() {
        return size;
    }

    @Override
    public void write(int one) {
        size++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
        size += length;
    }
}
