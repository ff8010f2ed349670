package dev.fettle.store.file;

import dev.fettle.store.DamagedException;
import dev.fettle.store.lock.Trouble;
import java.io.IOException;
import java.nio.file.Path;

/** What is said when files cannot be used as they must be. */
final class Sentences {
    private Sentences() {}

    static IOException unreadable(String subject, IOException cause) {
        return new IOException(subject + " must be readable. Maybe its permissions" + Trouble.because(cause), cause);
    }

    static IOException folder(String subject, Path path) {
        return new IOException(
                subject + " must be a file, and is a folder. Maybe " + path.resolve("studies.journal") + ".");
    }

    static IOException foreign(String subject) {
        return new IOException(subject + " must begin as a journal does, and begins otherwise."
                + " Maybe another file was meant: nothing was written to it.");
    }

    static IOException newer(String subject, int version, String found) {
        return new IOException(subject + " must be of version " + version + ", and is of version " + found
                + ". Maybe a newer Fettle wrote it: read it with that one.");
    }

    static IOException notKept(String subject, IOException cause) {
        return new IOException(
                subject + " must keep what is appended. Maybe its disk is full" + Trouble.because(cause), cause);
    }

    static DamagedException damaged(String subject, String place) {
        return new DamagedException(subject + " must be as it was written, and " + place
                + " is not. Maybe its disk or an editor has changed it: all other lines can still be saved.");
    }

    static IOException unknown(String subject, String study) {
        return new IOException(subject + " must hold study " + study + " to rename it. Maybe somebody else has.");
    }

    static IOException taken(String subject, String study) {
        return new IOException(subject + " must hold no study " + study + ", and does. Maybe another name.");
    }

    static IOException closed(String subject) {
        return new IOException(subject + " must be open, and was closed. Maybe open it again.");
    }
}
