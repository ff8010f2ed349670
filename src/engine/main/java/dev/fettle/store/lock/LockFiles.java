package dev.fettle.store.lock;

import dev.fettle.store.Presence;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The folder beside a store that holds its locks: a file for each writer, named as the writer is, and one that whoever writes
 * to the store holds meanwhile. Safe for any thread; an interrupt of the calling thread makes no difference and stays.
 *
 * <p>The system keeps locks by process: to close a second channel to a file gives up the lock that the first one has. So no
 * file is open twice in a process, and those that its writers hold are never opened again.
 */
public final class LockFiles {
    /** What those who write hold; never deleted, since somebody may be waiting for it. */
    private static final String TURN = "write";

    private static final Duration LONGEST_TURN = Duration.ofSeconds(30);
    private static final long NAP_NANOS = 1_000_000;

    /** By the file, since locks are no affair of threads. */
    private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

    private final Path folder;
    private final String subject;
    private final Rhythm rhythm;
    private final LongSupplier nanos;

    /**
     * The locks of a store, in the folder {@code NAME.locks} beside it, which is made when it is needed.
     *
     * @param store the file of the store, which need not exist
     * @param subject how errors name the store: {@code Journal (NAME)}
     */
    public LockFiles(Path store, String subject) {
        this(store, subject, Rhythm.USUAL, System::nanoTime);
    }

    LockFiles(Path store, String subject, Rhythm rhythm, LongSupplier nanos) {
        this.folder = store.resolveSibling(store.getFileName() + ".locks");
        this.subject = subject;
        this.rhythm = rhythm;
        this.nanos = nanos;
    }

    /** A writer that is there until it is closed or the process dies. */
    public Presence enter() throws IOException {
        return alone(() -> {
            try {
                return Writer.enter(subject, folder.toRealPath(), rhythm, nanos);
            } catch (IOException e) {
                throw Trouble.unwritable(subject, e);
            }
        });
    }

    /** Whether a writer is there. Only looks: nothing is made, and nothing is taken away from the dead. */
    public boolean isThere(String writer) throws IOException {
        return Files.isDirectory(folder) && Undisturbed.call(() -> Writer.isThere(folder.toRealPath(), writer));
    }

    /**
     * Does something while no other thread or process does something here, on another thread. Not to be called within itself.
     *
     * @throws IOException if it is not this one's turn for half a minute
     */
    public <T, E extends Exception> T alone(Work<T, E> work) throws IOException, E {
        return Undisturbed.call(() -> {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw Trouble.unwritable(subject, e);
            }
            return inTurn(
                    work, false, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
        });
    }

    /**
     * The same for work that only reads, and leaves no trace: where nobody has ever written there is nothing to wait for, and
     * who may not see the locks reads without.
     */
    public <T, E extends Exception> T reading(Work<T, E> work) throws IOException, E {
        return Undisturbed.call(() -> Files.isReadable(folder.resolve(TURN))
                ? inTurn(work, true, Set.of(StandardOpenOption.READ))
                : work.run());
    }

    private <T, E extends Exception> T inTurn(Work<T, E> work, boolean shared, Set<StandardOpenOption> options)
            throws IOException, E {
        Path file = folder.toRealPath().resolve(TURN);
        ReentrantLock threads = TURNS.computeIfAbsent(file, f -> new ReentrantLock(true));
        threads.lock();
        try (FileChannel channel = open(file, options)) {
            FileLock lock = turn(channel, shared);
            try {
                return work.run();
            } finally {
                lock.release();
            }
        } finally {
            threads.unlock();
        }
    }

    private FileChannel open(Path file, Set<StandardOpenOption> options) throws IOException {
        try {
            return FileChannel.open(file, options);
        } catch (AccessDeniedException | NoSuchFileException e) {
            throw Trouble.unwritable(subject, e);
        }
    }

    /** Asks again and again: a wait in the system would have no end, and two such waits may look like a deadlock to it. */
    private FileLock turn(FileChannel channel, boolean shared) throws IOException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < LONGEST_TURN.toNanos()) {
            try {
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // Another copy of this class has it, from another class loader.
            } catch (IOException e) {
                throw Trouble.withoutLocks(subject, e);
            }
            LockSupport.parkNanos(NAP_NANOS);
        }
        throw Trouble.busy(subject, LONGEST_TURN);
    }
}
