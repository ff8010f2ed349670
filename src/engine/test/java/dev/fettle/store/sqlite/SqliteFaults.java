package dev.fettle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.store.Child;
import dev.fettle.store.Store;
import dev.fettle.store.sql.Appender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What may happen to a file of SQLite, as often as one likes. */
public final class SqliteFaults {
    private SqliteFaults() {}

    /** Several processes append, one line at a time, and the first of them makes the file. */
    static String processes(Path file, int processes, int each) throws Exception {
        List<String> names =
                IntStream.range(0, processes).mapToObj(i -> "p" + i).toList();
        List<Child> children = new ArrayList<>();
        long began = System.nanoTime();
        for (String name : names) {
            children.add(new Child(Appender.class, file.toString(), "a", name, Integer.toString(each), "1"));
        }
        long longest = 0;
        for (Child child : children) {
            longest = Math.max(longest, Long.parseLong(child.says()));
            child.close();
        }
        try (Store store = SqliteStore.open(file)) {
            Appender.assertKept(store, "a", names, each);
        }
        assertThat(longest).isLessThan(10_000);
        return processes + " processes × " + each + ": all once, longest wait " + longest + " ms, in "
                + (System.nanoTime() - began) / 1_000_000 + " ms";
    }

    /** Again and again a process that appends is killed: what it has said to be kept is there, and nothing that it has not written. */
    static String kills(Path file, int kills) throws Exception {
        Random random = new Random(3);
        List<String> all = new ArrayList<>();
        long said = 0;
        long longest = 0;
        for (int k = 0; k < kills; k++) {
            int kept = 0;
            try (Child child = new Child(Appender.class, file.toString(), "a", "k" + k, "1000000", "1", "each")) {
                for (int i = random.nextInt(60); i >= 0; i--) {
                    kept = Integer.parseInt(child.says());
                }
                child.kill();
            }
            said += kept;
            long began = System.nanoTime();
            try (Store store = SqliteStore.open(file)) {
                List<String> now = store.lines("a").read(0);
                longest = Math.max(longest, System.nanoTime() - began);
                assertThat(now.size()).isGreaterThanOrEqualTo(all.size() + kept);
                for (int i = 0, before = all.size(); before + i < now.size(); i++) {
                    all.add("k" + k + " " + i);
                }
                assertThat(now).isEqualTo(all);
            }
        }
        return kills + " kills: " + said + " lines were said to be kept, all are; opened again in "
                + longest / 1_000_000 + " ms at most";
    }

    /** Flips bits anywhere in a file. */
    public static String flips(Path folder, int flips) throws Exception {
        int noticed = new FlippedBitTest(folder).noticed(flips, System.nanoTime());
        return flips + " bits: " + noticed + " noticed, the others without effect";
    }

    /** Flips so many bits of the text of each row, one at a time. */
    public static String rows(Path folder, int bits) throws Exception {
        return "all of " + new FlippedBitTest(folder).noticedInRows(bits, System.nanoTime())
                + " bits noticed, the other trials read";
    }
}
