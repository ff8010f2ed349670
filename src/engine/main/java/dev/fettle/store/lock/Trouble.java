package dev.fettle.store.lock;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is said when files cannot be used as they must be. */
public final class Trouble {
    private Trouble() {}

    /** A file that could not be made or written. */
    public static IOException unwritable(String subject, IOException cause) {
        return new IOException(
                subject + " must be in a folder where files can be written. Maybe its permissions" + because(cause),
                cause);
    }

    static IOException withoutLocks(String subject, IOException cause) {
        return new IOException(
                subject + " must be on a disk whose files can be locked. Maybe one of this machine" + because(cause),
                cause);
    }

    static IOException busy(String subject, Duration waited) {
        return new IOException(subject + " must be free within " + waited.toSeconds()
                + " s. Maybe a process that writes it is suspended: continue it, or end it.");
    }

    /** The words of the system, without the path, which stands in front already. */
    public static String because(IOException cause) {
        @Nullable
        String reason = cause instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        return ": " + (reason == null ? kind : reason)
                + (cause instanceof FileSystemException ? " (" + kind + ")." : ".");
    }
}
