package dev.fettle.store.lock;

import dev.fettle.store.Presence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A writer as a file that it holds locked, and in which a number grows. The system frees the lock of a process that dies at
 * once; the number says that one which holds it is not suspended for good. Who is found to be gone loses its file, so that all
 * agree, and that for ever.
 */
final class Writer implements Presence {
    /** Guards files and locks: what is held by this process must not change while somebody looks. */
    private static final Object FILES = new Object();

    /** The files that this process holds, which it must not open again. */
    private static final Set<Path> HELD = new HashSet<>();

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Locked is a byte far behind the text: where locks are walls, others can still read. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private final String subject;
    private final Path file;
    private final FileChannel channel;
    private final Rhythm rhythm;
    private final LongSupplier nanos;
    private final Map<String, Watch> watched = new HashMap<>();
    private final Pulse pulse;
    private long beats;

    private Writer(String subject, Path file, FileChannel channel, Rhythm rhythm, LongSupplier nanos)
            throws IOException {
        this.subject = subject;
        this.file = file;
        this.channel = channel;
        this.rhythm = rhythm;
        this.nanos = nanos;
        beat();
        this.pulse = Pulse.begin(rhythm.beat(), this::beat);
    }

    /** In the turn of the folder, so that nobody takes a file that is not locked yet for one of the dead. */
    static Writer enter(String subject, Path folder, Rhythm rhythm, LongSupplier nanos) throws IOException {
        synchronized (FILES) {
            bury(folder);
            Path file = folder.resolve(UUID.randomUUID().toString());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            try {
                if (lock(channel) == null) {
                    throw new IOException("The lock of " + file + " must be free.");
                }
                Writer writer = new Writer(subject, file, channel, rhythm, nanos);
                HELD.add(file);
                return writer;
            } catch (IOException e) {
                channel.close();
                Files.deleteIfExists(file);
                throw e;
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        return channel.tryLock(LOCKED, 1, false);
    }

    /** Whether a writer of a folder is there, as a lock that is asked for and given back says. */
    static boolean isThere(Path folder, String writer) throws IOException {
        Path file = folder.resolve(isWriter(writer) ? writer : "nobody");
        synchronized (FILES) {
            if (HELD.contains(file)) {
                return Files.exists(file);
            }
            try (FileChannel other = FileChannel.open(file, StandardOpenOption.READ)) {
                return other.tryLock(LOCKED, 1, true) == null;
            } catch (NoSuchFileException e) {
                return false;
            } catch (OverlappingFileLockException e) {
                // Another copy of this class has it, from another class loader.
                return true;
            }
        }
    }

    private static void bury(Path folder) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, f -> isWriter(f.getFileName().toString()))) {
            for (Path file : files) {
                if (!HELD.contains(file)) {
                    signOfLife(file);
                }
            }
        }
    }

    private static boolean isWriter(String name) {
        return NAME.matcher(name).matches();
    }

    /** The number in a file that another process holds; null if nobody does, and then the file is deleted. */
    private static @Nullable String signOfLife(Path file) throws IOException {
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (lock(other) == null) {
                ByteBuffer text = ByteBuffer.allocate(32);
                int length = Math.max(0, other.read(text, 0));
                return new String(text.array(), 0, length, StandardCharsets.US_ASCII);
            }
        } catch (NoSuchFileException e) {
            return null;
        }
        Files.deleteIfExists(file);
        return null;
    }

    @Override
    public String writer() {
        return file.getFileName().toString();
    }

    @Override
    public boolean isGone(String writer) throws IOException {
        try {
            return !isWriter(writer) || Undisturbed.call(() -> look(writer));
        } catch (IOException e) {
            throw Trouble.unwritable(subject, e);
        }
    }

    private boolean look(String writer) throws IOException {
        Path other = file.resolveSibling(writer);
        synchronized (FILES) {
            if (HELD.contains(other)) {
                return !Files.exists(other);
            }
            String beat = signOfLife(other);
            if (beat == null) {
                watched.remove(writer);
                return true;
            }
            long now = nanos.getAsLong();
            Watch watch = watched.getOrDefault(writer, Watch.begin(beat, now)).look(beat, now, rhythm);
            watched.put(writer, watch);
            return watch.isSilent(rhythm) && forget(other);
        }
    }

    private boolean forget(Path other) throws IOException {
        watched.remove(other.getFileName().toString());
        Files.deleteIfExists(other);
        return true;
    }

    /** Shows that it lives. */
    private synchronized boolean beat() throws IOException {
        byte[] text = String.format(Locale.ROOT, "%019d%n", ++beats).getBytes(StandardCharsets.US_ASCII);
        return channel.write(ByteBuffer.wrap(text), 0) == text.length;
    }

    @Override
    public void close() throws IOException {
        Undisturbed.call(this::leave);
    }

    private boolean leave() throws IOException {
        pulse.close();
        synchronized (FILES) {
            if (HELD.remove(file)) {
                channel.close();
                Files.deleteIfExists(file);
            }
        }
        return true;
    }
}
