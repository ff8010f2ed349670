package dev.fettle.store.file;

import dev.fettle.store.Conflict;
import dev.fettle.store.Lines;
import dev.fettle.store.Presence;
import dev.fettle.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Studies in one text file, made by the first append with the folders that lead to it. Each row has checksums, so that every
 * changed bit is found; where one is, nothing is appended any more to what it may concern. An append that broke off, because
 * the process died or the disk was full, is cut by the next one. Beside the file there is a folder with locks, {@code
 * NAME.locks}.
 */
public final class FileStore implements Store {
    private final Path path;
    private final JournalFile file;
    private volatile boolean closed;

    /** The studies of a file, which is made by the first append. */
    public FileStore(Path path) {
        this(path, Disk.REAL);
    }

    FileStore(Path path, Disk disk) {
        this.path = path;
        this.file = new JournalFile(path, disk);
    }

    private JournalFile file() throws IOException {
        if (closed) {
            throw Sentences.closed(file.subject());
        }
        return file;
    }

    @Override
    public String place() {
        return path.toString();
    }

    @Override
    public List<String> studies() throws IOException {
        return file().studies();
    }

    @Override
    public Lines lines(String study) {
        return new OfStudy(study);
    }

    @Override
    public void rename(String study, String other) throws IOException {
        file().rename(study, other);
    }

    @Override
    public void remove(String study) throws IOException {
        file().remove(study);
    }

    @Override
    public void close() {
        closed = true;
    }

    private final class OfStudy implements Lines {
        private final String study;

        OfStudy(String study) {
            this.study = study;
        }

        @Override
        public void read(long from, Consumer<? super List<String>> each) throws IOException {
            file().read(study, from, each);
        }

        @Override
        public long append(long expected, List<String> lines) throws IOException, Conflict {
            return file().append(study, expected, lines);
        }

        @Override
        public SortedMap<Long, String> whole() throws IOException {
            return file().whole(study);
        }

        @Override
        public Optional<Boolean> isThere(String writer) throws IOException {
            return Optional.of(file().isThere(writer));
        }

        @Override
        public Presence enter() throws IOException {
            return file().enter();
        }
    }
}
