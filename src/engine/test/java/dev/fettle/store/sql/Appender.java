package dev.fettle.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.store.Conflict;
import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import dev.fettle.store.postgres.PostgresStore;
import dev.fettle.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A writer that wants its lines kept, each once and in its order, whoever else writes. */
public final class Appender {
    private final Lines lines;
    private final String name;
    private long size;
    private final AtomicInteger kept = new AtomicInteger();
    private long longest;

    public Appender(Lines lines, String name) {
        this.lines = lines;
        this.name = name;
    }

    /** Appends so many batches of so many lines; after a conflict it reads what is new, and tries again. */
    public void append(int batches, int batch) throws IOException {
        for (int b = 0; b < batches; b++) {
            List<String> own = new ArrayList<>();
            for (int i = 0; i < batch; i++) {
                own.add(name + " " + (kept.get() + i));
            }
            long began = System.nanoTime();
            keep(own);
            kept.addAndGet(batch);
            longest = Math.max(longest, System.nanoTime() - began);
        }
    }

    private void keep(List<String> own) throws IOException {
        while (true) {
            try {
                size = lines.append(size, own);
                return;
            } catch (Conflict e) {
                size += lines.read(size).size();
            }
        }
    }

    /** How many of its lines are kept. */
    public int kept() {
        return kept.get();
    }

    /** The longest that one batch has taken, with its conflicts. */
    public Duration longest() {
        return Duration.ofNanos(longest);
    }

    /** That a study holds what these have appended, and nothing else. */
    public static void assertKept(Store store, String study, List<String> names, int lines) throws IOException {
        List<String> all = store.lines(study).read(0);
        assertThat(all).hasSize(names.size() * lines);
        for (String name : names) {
            assertThat(all.stream().filter(line -> line.startsWith(name + " ")))
                    .isEqualTo(IntStream.range(0, lines)
                            .mapToObj(i -> name + " " + i)
                            .toList());
        }
    }

    /**
     * {@code ADDRESS STUDY NAME BATCHES BATCH}: says the longest wait in milliseconds; and with the word {@code each}, how many lines are
     * kept, after each batch.
     */
    public static void main(String[] words) throws IOException {
        boolean isEach = words.length > 5;
        try (Store store = PostgresStore.isAddress(words[0])
                ? PostgresStore.open(words[0])
                : SqliteStore.open(Path.of(words[0]))) {
            Appender appender = new Appender(store.lines(words[1]), words[2]);
            for (int i = 0; i < Integer.parseInt(words[3]); i++) {
                appender.append(1, Integer.parseInt(words[4]));
                if (isEach) {
                    System.out.println(appender.kept());
                }
            }
            System.out.println(appender.longest().toMillis());
        }
    }
}
