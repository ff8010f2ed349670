package dev.fettle.kernel.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.Point;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose prints are kept, and that the notebook has its streams back whatever the order. */
class PrintsTest {
    private final PrintStream before = System.out;
    private final PrintStream errorsBefore = System.err;
    private final ByteArrayOutputStream notebook = new ByteArrayOutputStream();

    @BeforeEach
    void stream() {
        System.setOut(new PrintStream(notebook, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setOut(before);
        System.setErr(errorsBefore);
    }

    private String printed() {
        return notebook.toString(StandardCharsets.UTF_8);
    }

    private static void trial(Prints prints, int number, String text) throws Exception {
        prints.heard((point, probe) -> {
                    System.out.print(text);
                    System.err.print("!\n");
                    return Score.of(1);
                })
                .evaluate(Point.of(Map.of()), new Numbered(number));
    }

    @Test
    void eachTrialHasItsOwnText() throws Exception {
        try (Prints prints = new Prints()) {
            trial(prints, 1, "one\n");
            trial(prints, 2, "two");
            System.out.println("of another thread");
            assertThat(prints.of(1)).isEqualTo("one\n!\n");
            assertThat(prints.of(2)).isEqualTo("two!\n");
            assertThat(prints.of(3)).isEmpty();
            assertThat(prints.note()).contains("Trials printed 4 lines; trial 1 begins: one ⏎ !.");
        }
        assertThat(printed()).isEmpty();
    }

    private static Score in(Prints prints, int number, Runnable work) throws Exception {
        return prints.heard((point, probe) -> {
                    work.run();
                    return Score.of(1);
                })
                .evaluate(Point.of(Map.of()), new Numbered(number));
    }

    @Test
    void aThreadPrintsForTheTrialThatHasStartedItEvenBehindItsEnd() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        List<Thread> started = new ArrayList<>();
        try (Prints prints = new Prints()) {
            in(prints, 1, () -> {
                Thread thread = new Thread(() -> {
                    awaitEnd(ended);
                    System.out.println("late");
                });
                thread.start();
                started.add(thread);
            });
            ended.countDown();
            started.get(0).join();
            in(prints, 2, () -> {});
            assertThat(prints.of(1)).isEqualTo("late\n");
            assertThat(prints.note()).contains("Trials printed 1 line; trial 1 begins: late.");
            assertThat(prints.listed()).containsExactly("trial 1:", "  late");
        }
    }

    /** A pool that the first trial has made, and the second uses. */
    @Test
    void aWorkerOfAPoolPrintsForTheTrialThatRuns() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Prints prints = new Prints()) {
            for (int number = 1; number <= 2; number++) {
                String text = "of " + number;
                in(prints, number, () -> CompletableFuture.runAsync(() -> System.out.println(text), pool)
                        .join());
            }
            CompletableFuture.runAsync(() -> System.out.println("of nobody"), pool)
                    .join();
            assertThat(prints.listed())
                    .containsExactly("trial 1:", "  of 1", "trial 2:", "  of 2", "of no trial:", "  of nobody");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void workersOfStreamsPrintForTheTrialThatRuns() throws Exception {
        try (Prints prints = new Prints()) {
            for (int number = 1; number <= 3; number++) {
                in(prints, number, () -> IntStream.range(0, 50).parallel().forEach(i -> System.out.println(i)));
                assertThat(prints.of(number).lines()).hasSize(50);
            }
        }
    }

    private static void awaitEnd(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With several jobs a later trial may end before an earlier one. */
    @Test
    void theTextOfTheFirstTwoHundredTrialsIsKeptInWhateverOrderTheyEnd() throws Exception {
        try (Prints prints = new Prints()) {
            for (int number = 202; number >= 1; number--) {
                trial(prints, number, "t" + number);
            }
            assertThat(prints.of(1)).isEqualTo("t1!\n");
            assertThat(prints.of(200)).isEqualTo("t200!\n");
            assertThat(prints.of(201)).isEmpty();
            assertThat(prints.of(202)).isEmpty();
            assertThat(prints.note()).contains("Trials printed 202 lines; trial 1 begins: t1!.");
        }
    }

    @Test
    void theNotebookPrintsAgainAfterwards() {
        PrintStream mine = System.out;
        try (Prints prints = new Prints()) {
            System.out.println("kept");
            assertThat(prints.note()).contains("Trials printed 1 line; they begin: kept.");
        }
        assertThat(System.out).isSameAs(mine);
        assertThat(System.err).isSameAs(errorsBefore);
        System.out.print("shown");
        assertThat(printed()).isEqualTo("shown");
    }

    @Test
    void theOrderOfClosingDoesNotMatter() {
        PrintStream mine = System.out;
        Prints first = new Prints();
        Prints second = new Prints();
        first.close();
        System.out.println("of the second");
        assertThat(second.note()).isPresent();
        assertThat(first.note()).isEmpty();
        second.close();
        assertThat(System.out).isSameAs(mine);
        assertThat(System.err).isSameAs(errorsBefore);
    }

    @Test
    void aRunThatIsLeftBehindTakesNothingFromTheNotebook() {
        Prints left = new Prints();
        left.close();
        System.out.print("a");
        Prints second = new Prints();
        second.close();
        left.close();
        System.out.print("b");
        assertThat(printed()).isEqualTo("ab");
    }

    @Test
    void streamsThatTheKernelHasChangedInTheMeantimeStay() {
        PrintStream ofTheNextCell = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Prints first = new Prints();
        System.setOut(ofTheNextCell);
        Prints second = new Prints();
        System.out.println("kept");
        second.close();
        assertThat(second.note()).isPresent();
        first.close();
        assertThat(System.out).isSameAs(ofTheNextCell);
    }

    @Test
    void whoHoldsTheStreamForLongerPrintsToTheNotebook() {
        Prints prints = new Prints();
        PrintStream held = System.out;
        prints.close();
        held.print("late");
        assertThat(printed()).isEqualTo("late");
    }

    private record Numbered(int number) implements Probe {
        @Override
        public boolean report(int step, double score) {
            return true;
        }

        @Override
        public int resource() {
            return 1;
        }

        @Override
        public long seed() {
            return 1;
        }
    }
}
