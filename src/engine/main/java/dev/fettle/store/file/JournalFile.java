package dev.fettle.store.file;

import dev.fettle.store.Conflict;
import dev.fettle.store.Lines;
import dev.fettle.store.Presence;
import dev.fettle.store.lock.LockFiles;
import dev.fettle.store.lock.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the file: nothing in it is ever overwritten, and what was appended is forced to the disk. Nothing of it is held open,
 * so that files which were moved or replaced are found as they are.
 */
final class JournalFile {
    private final Path path;
    private final String subject;
    private final Disk disk;
    private @Nullable Scan scan;
    private boolean named;

    /** What is done with the file while it is this one's turn. */
    private interface Use<T, E extends Exception> {
        T with(FileChannel channel, Scan scan) throws IOException, E;
    }

    JournalFile(Path path, Disk disk) {
        this.path = path;
        this.subject = "Journal (" + path + ")";
        this.disk = disk;
    }

    String subject() {
        return subject;
    }

    List<String> studies() throws IOException {
        return reading(List.of(), (channel, now) -> now.index().studies());
    }

    boolean holds(String study) throws IOException {
        return reading(false, (channel, now) -> now.index().study(study) != null);
    }

    void read(String study, long from, Consumer<? super List<String>> each) throws IOException {
        reading(false, (channel, now) -> {
            sound(now.index().damage());
            Kept kept = now.index().study(study);
            Texts texts = new Texts(channel);
            for (long next = from; kept != null && next < kept.count(); next += Lines.PIECE) {
                List<String> piece = new ArrayList<>(Lines.PIECE);
                for (long number = next; number < Math.min(kept.count(), next + Lines.PIECE); number++) {
                    String line = line(texts, kept.offset((int) number));
                    sound(line == null ? "line " + number + " of study " + study : null);
                    piece.add(Objects.requireNonNull(line));
                }
                each.accept(piece);
            }
            return true;
        });
    }

    SortedMap<Long, String> whole(String study) throws IOException {
        return reading(new TreeMap<>(), (channel, now) -> {
            Kept kept = now.index().study(study);
            SortedMap<Long, String> lines = new TreeMap<>();
            Texts texts = new Texts(channel);
            for (int number = 0; kept != null && number < kept.count(); number++) {
                String line = line(texts, kept.offset(number));
                if (line != null) {
                    lines.put((long) number, line);
                }
            }
            return lines;
        });
    }

    private static @Nullable String line(Texts texts, long offset) throws IOException {
        Row row = offset < 0 ? null : Row.read(texts.at(offset).bytes());
        return row == null ? null : row.text();
    }

    private void sound(@Nullable String damage) throws IOException {
        if (damage != null) {
            throw Sentences.damaged(subject, damage);
        }
    }

    long append(String study, long expected, List<String> lines) throws IOException, Conflict {
        if (lines.isEmpty()) {
            return expect(expected, reading(0L, (channel, now) -> count(now, study)));
        }
        return writing((channel, now) -> {
            long count = expect(expected, count(now, study));
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < lines.size(); i++) {
                int left = lines.size() - 1 - i;
                rows.append(Row.written(Row.of(Row.Kind.ADD, study, count + i, left, lines.get(i))));
            }
            write(channel, now, rows.toString());
            return count + lines.size();
        });
    }

    private static long expect(long expected, long found) throws Conflict {
        if (expected != found) {
            throw new Conflict(expected, found);
        }
        return found;
    }

    private long count(Scan now, String study) throws IOException {
        sound(now.index().damage());
        Kept kept = now.index().study(study);
        sound(kept == null ? null : kept.damage());
        return kept == null ? 0 : kept.count();
    }

    void rename(String study, String other) throws IOException {
        if (!holds(study)) {
            throw Sentences.unknown(subject, study);
        }
        this.<Boolean, RuntimeException>writing((channel, now) -> {
            sound(now.index().damage());
            if (now.index().study(study) == null) {
                throw Sentences.unknown(subject, study);
            }
            if (now.index().study(other) != null) {
                throw Sentences.taken(subject, other);
            }
            return write(channel, now, Row.written(Row.of(Row.Kind.RENAME, study, 0, 0, other)));
        });
    }

    void remove(String study) throws IOException {
        if (!holds(study)) {
            return;
        }
        this.<Boolean, RuntimeException>writing((channel, now) -> {
            sound(now.index().damage());
            boolean there = now.index().study(study) != null;
            return there && write(channel, now, Row.written(Row.of(Row.Kind.REMOVE, study, 0, 0, "")));
        });
    }

    Presence enter() throws IOException {
        return locks().enter();
    }

    boolean isThere(String writer) throws IOException {
        return locks().isThere(writer);
    }

    private LockFiles locks() throws IOException {
        if (Files.isDirectory(path)) {
            throw Sentences.folder(subject, path);
        }
        return new LockFiles(target(), subject);
    }

    /** The file itself, where the path is a link to it: all must wait for the same locks. */
    private Path target() {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath();
        }
    }

    private <T> T reading(T nothing, Use<T, RuntimeException> use) throws IOException {
        return locks().<T, RuntimeException>reading(() -> {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                return with(channel, use);
            } catch (NoSuchFileException e) {
                return nothing;
            } catch (FileSystemException e) {
                throw Sentences.unreadable(subject, e);
            }
        });
    }

    private <T, E extends Exception> T writing(Use<T, E> use) throws IOException, E {
        return locks().<T, E>alone(() -> {
            try (FileChannel channel = opened()) {
                return with(channel, use);
            }
        });
    }

    private FileChannel opened() throws IOException {
        try {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw Trouble.unwritable(subject, e);
        }
    }

    private synchronized <T, E extends Exception> T with(FileChannel channel, Use<T, E> use) throws IOException, E {
        Scan now = scan != null && scan.isOf(channel) ? scan : Header.begin(channel, subject);
        scan = null; // Half read, if that throws.
        now.on(channel);
        scan = now;
        return use.with(channel, now);
    }

    /** Behind the last whole transaction; what broke off there was never said to be kept, and goes. */
    private boolean write(FileChannel channel, Scan now, String rows) throws IOException {
        long end = now.end();
        String before = end == 0 ? Header.written(Header.VERSION) : now.unended() ? "\n" : "";
        try {
            if (channel.size() > end) {
                channel.truncate(end);
            }
            disk.write(channel, ByteBuffer.wrap((before + rows).getBytes(StandardCharsets.UTF_8)), end);
            disk.force(channel);
            if (!named) {
                disk.forceNames(target().resolveSibling("."));
                named = true;
            }
            return true;
        } catch (IOException e) {
            undo(channel, end);
            throw Sentences.notKept(subject, e);
        }
    }

    private static void undo(FileChannel channel, long end) {
        try {
            channel.truncate(end);
            channel.force(false);
        } catch (IOException e) {
            // Then it is an append that broke off, which the next one cuts.
        }
    }
}
