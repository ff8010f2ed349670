package dev.fettle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lines of every study keep. */
public interface LinesContract extends Opened {
    /** Texts that a careless store would change: each is a line of its own. */
    static List<String> awkward() {
        String all =
                IntStream.rangeClosed(0, 0x2FF).mapToObj(Character::toString).collect(Collectors.joining());
        return List.of(
                "",
                " ",
                "a",
                "two\nlines\r\nthree\rfour\u2028five\u0085",
                "\n",
                "end\n",
                "\\n \\u0041 \\ \\\\ \" ' '' ; -- % ? $1 :a {}",
                "\0",
                "before\0behind",
                "größe 日本 e\u0301 \u00e9 \ufeff\ufffd\uffff",
                "\ud83c\udf4e emoji \ud83d\udc69\u200d\ud83d\udd2c",
                "null",
                "{\"a\": [1, 2]}",
                all,
                "x".repeat(100_000));
    }

    @Test
    default void aStudyThatIsNotThereHasNoLines(@TempDir Path folder) throws IOException {
        try (Store store = open(folder)) {
            Lines lines = store.lines("a");
            assertThat(lines.read(0)).isEmpty();
            assertThat(lines.read(7)).isEmpty();
            assertThat(lines.whole()).isEmpty();
        }
    }

    @Test
    default void readGivesWhatWasAppended(@TempDir Path folder) throws Exception {
        try (Store store = open(folder)) {
            long size = 0;
            for (String line : awkward()) {
                size = store.lines("a").append(size, List.of(line));
            }
            assertThat(size).isEqualTo(awkward().size());
            for (int from = 0; from <= size + 1; from++) {
                List<String> rest = awkward().subList((int) Math.min(from, size), (int) size);
                assertThat(store.lines("a").read(from)).isEqualTo(rest);
            }
        }
        try (Store again = open(folder)) {
            assertThat(again.lines("a").read(0)).isEqualTo(awkward());
        }
    }

    @Test
    default void severalLinesAreKeptAtOnce(@TempDir Path folder) throws Exception {
        int many = awkward().size();
        try (Store store = open(folder)) {
            Lines lines = store.lines("a");
            assertThat(lines.append(0, List.of())).isZero();
            assertThat(lines.append(0, awkward())).isEqualTo(many);
            assertThat(lines.append(many, List.of())).isEqualTo(many);
            assertThat(lines.append(many, awkward())).isEqualTo(2L * many);
            assertThat(lines.read(many)).isEqualTo(awkward());
        }
    }

    @Test
    default void aLongStudyIsReadInPieces(@TempDir Path folder) throws Exception {
        List<String> many = IntStream.range(0, 2 * Lines.PIECE + 1)
                .mapToObj(i -> "line " + i)
                .toList();
        try (Store store = open(folder)) {
            Lines lines = store.lines("a");
            lines.append(0, many);
            assertThat(lines.read(0)).isEqualTo(many);
            for (int from : new int[] {0, 1, 2 * Lines.PIECE, many.size(), many.size() + 1}) {
                List<List<String>> pieces = new ArrayList<>();
                lines.read(from, pieces::add);
                List<String> rest = many.subList(Math.min(from, many.size()), many.size());
                assertThat(pieces.stream().flatMap(List::stream)).containsExactlyElementsOf(rest);
                assertThat(pieces).allSatisfy(p -> assertThat(p).hasSizeBetween(1, Lines.PIECE));
            }
        }
    }

    @Test
    default void halfACharacterIsKeptOrRefused(@TempDir Path folder) throws Exception {
        try (Store store = open(folder)) {
            Lines lines = store.lines("a");
            List<String> halves = List.of("\ud83c", "a\udf4e", "\udf4e\ud83c", "\ud83c\ud83c\udf4e");
            try {
                lines.append(0, halves);
                assertThat(lines.read(0)).isEqualTo(halves);
            } catch (IOException e) {
                assertThat(e).hasMessageMatching("(?s)\\p{Lu}.* \\(.*\\) must .*\\.");
                assertThat(lines.read(0)).isEmpty();
            }
        }
    }

    @Test
    default void whoHasNotReadEverythingIsRefusedAndNothingIsKept(@TempDir Path folder) throws Exception {
        try (Store store = open(folder)) {
            Lines lines = store.lines("a");
            lines.append(0, List.of("0", "1"));
            for (long expected : new long[] {0, 1, 3, Long.MAX_VALUE}) {
                for (List<String> more : List.of(List.of("2", "3"), List.<String>of())) {
                    assertThatThrownBy(() -> lines.append(expected, more))
                            .isInstanceOf(Conflict.class)
                            .hasMessageContaining("(2 events) must hold " + expected + ".");
                }
            }
            assertThat(lines.read(0)).containsExactly("0", "1");
            assertThatThrownBy(() -> store.lines("b").append(1, List.of("b"))).isInstanceOf(Conflict.class);
            assertThat(store.studies()).containsExactly("a");
        }
    }

    @Test
    default void wholeGivesAllLinesByNumber(@TempDir Path folder) throws Exception {
        try (Store store = open(folder)) {
            store.lines("a").append(0, List.of("a", "b"));
            store.lines("b").append(0, List.of("other"));
            store.lines("a").append(2, List.of("c"));
            assertThat(store.lines("a").whole()).isEqualTo(new TreeMap<>(Map.of(0L, "a", 1L, "b", 2L, "c")));
        }
    }

    @Test
    default void anInterruptedThreadLosesNothingAndStaysInterrupted(@TempDir Path folder) throws Exception {
        Thread.currentThread().interrupt();
        try (Store store = open(folder)) {
            Lines lines = store.lines("a");
            assertThat(lines.append(0, awkward())).isEqualTo(awkward().size());
            assertThat(lines.read(0)).isEqualTo(awkward());
            assertThat(lines.whole()).hasSize(awkward().size());
            assertThat(store.studies()).containsExactly("a");
            store.rename("a", "b");
            store.remove("b");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    default void eightThreadsLoseNothing(@TempDir Path folder) throws Exception {
        try (Store store = open(folder)) {
            Lines lines = store.lines("a");
            together(8, t -> {
                for (int i = 0; i < 25; i++) {
                    Visitor.append(lines, t + " " + i);
                }
            });
            assertThat(lines.read(0)).hasSize(200).doesNotHaveDuplicates();
        }
    }

    @Test
    default void twoStoresOfOneProcessSeeEachOther(@TempDir Path folder) throws Exception {
        try (Store one = open(folder);
                Store two = open(folder)) {
            assertThat(two.lines("a").read(0)).isEmpty();
            one.lines("a").append(0, List.of("0"));
            assertThat(two.lines("a").read(0)).containsExactly("0");
            two.lines("a").append(1, List.of("1"));
            assertThatThrownBy(() -> one.lines("a").append(1, List.of("1"))).isInstanceOf(Conflict.class);
            assertThat(one.lines("a").read(1)).containsExactly("1");
            List<Lines> both = List.of(one.lines("a"), two.lines("a"));
            together(2, t -> {
                for (int i = 0; i < 25; i++) {
                    Visitor.append(both.get(t), t + " " + i);
                }
            });
            assertThat(one.lines("a").read(2)).hasSize(50).doesNotHaveDuplicates();
        }
    }

    @Test
    default void twoProcessesLoseNothing(@TempDir Path folder) throws Exception {
        try (Store store = open(folder);
                Child child = other(folder, "append", "a", "100")) {
            Lines lines = store.lines("a");
            for (int i = 0; i < 100; i++) {
                Visitor.append(lines, "own " + i);
                assertThat(child.says()).isEqualTo(Integer.toString(i));
            }
            List<String> all = lines.read(0);
            Stream.of("own ", "other ").forEach(who -> assertThat(all.stream().filter(l -> l.startsWith(who)))
                    .isEqualTo(IntStream.range(0, 100).mapToObj(i -> who + i).toList()));
            assertThat(all).hasSize(200);
        }
    }

    /** What each writes is how many lines there are, which only somebody who has his turn can know. */
    @Test
    default void whoDecidesInTurnIsNotRefusedAndKnowsAllLines(@TempDir Path folder) throws Exception {
        try (Store store = open(folder)) {
            together(4, t -> {
                Lines lines = store.lines("a");
                AtomicLong known = new AtomicLong();
                for (int i = 0; i < 25; i++) {
                    long size = lines.append(
                            known.get(), new Deciding<>(news -> List.of(Long.toString(known.addAndGet(news.size())))));
                    assertThat(known.incrementAndGet()).isEqualTo(size);
                }
            });
            Lines lines = store.lines("a");
            assertThat(lines.read(0))
                    .isEqualTo(
                            IntStream.range(0, 100).mapToObj(Integer::toString).toList());
            assertThat(lines.append(97, new Deciding<>(news -> news.size() == 3 ? List.of() : List.of("no"))))
                    .isEqualTo(100);
            store.remove("a");
            assertThatThrownBy(() -> lines.append(100, new Deciding<>(news -> List.of("x"))))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Journal must hold this study, and does not any more.");
        }
    }

    /** Something that a thread does. */
    interface Deed {
        void run(int thread) throws Exception;
    }

    /** On so many threads at once; throws what the first of them has thrown. */
    static void together(int threads, Deed deed) throws Exception {
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            tasks.add(new FutureTask<>(() -> {
                deed.run(thread);
                return true;
            }));
            new Thread(tasks.get(t), "writer " + t).start();
        }
        for (var task : tasks) {
            task.get();
        }
    }
}
