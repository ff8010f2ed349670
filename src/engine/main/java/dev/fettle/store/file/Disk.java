package dev.fettle.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What keeps bytes. Tests have one that is full. */
interface Disk {
    Disk REAL = new Disk() {};

    /** Writes all of them. */
    default void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        for (long to = at; bytes.hasRemaining(); ) {
            to += channel.write(bytes, to);
        }
    }

    /** Returns when what was written would survive a power cut. */
    default void force(FileChannel channel) throws IOException {
        channel.force(false);
    }

    /** The same for the names of files, where the system keeps those apart. */
    default void forceNames(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows opens no folders, and needs none of this.
        }
    }
}
