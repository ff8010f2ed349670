package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Vocabulary;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.trial.Proposal;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stop button, once and twice, and what can be done with the study afterwards. */
class StoppedCellTest extends CellFixture {
    private static final Method GREEDY = ending("greedy", () -> new OutOfMemoryError("Java heap space"));
    private static final Method CONFUSED = ending("confused", () -> new IllegalStateException("no idea"));
    private static final Method UNLINKED = ending("unlinked", () -> new LinkageError("no class"));
    private static final Method FULL =
            ending("full", () -> new UncheckedIOException("Journal must keep events.", new IOException("disk")));
    private static final Duration BOUND = Duration.ofSeconds(1);

    private final CountDownLatch thinking = new CountDownLatch(1);
    private final CountDownLatch enough = new CountDownLatch(1);

    @Override
    Vocabulary vocabulary() {
        return new Vocabulary(Methods.ALL, Options.ALL)
                .with(method("polite", true))
                .with(method("deaf", false))
                .with(GREEDY)
                .with(CONFUSED)
                .with(FULL)
                .with(UNLINKED);
    }

    private static Method ending(String name, Supplier<Throwable> end) {
        return new Method(
                name,
                name,
                "ends badly",
                "",
                List.of(),
                9,
                false,
                false,
                options -> (q, seed) -> new Doomed(q, 0, end));
    }

    private Method method(String name, boolean listens) {
        return new Method(
                name,
                name,
                "thinks for ever",
                "",
                List.of(),
                3,
                false,
                false,
                options -> new Thinker(thinking, enough, listens));
    }

    /** Two presses of the button while the work goes on. */
    private void twice(Future<Object> cell) throws Exception {
        kernel.interrupt();
        kernel.interrupt();
        assertThatThrownBy(cell::get).isInstanceOf(CancellationException.class);
        kernel.awaitNothingRunning();
    }

    private CountDownLatch latch(String name) throws Exception {
        notebook.run("var " + name + " = new java.util.concurrent.CountDownLatch(1);");
        return (CountDownLatch) Objects.requireNonNull(notebook.value(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polite", "deaf"})
    void theFirstPressEndsACellInTheMiddleOfAProposalThatNeverEnds(String method) throws Exception {
        Future<Object> cell = kernel.start("%%" + method + " w --trials 3\nx ~ uniform(0, 1)\nmaximize a\nx");
        thinking.await();
        long begin = System.nanoTime();
        kernel.interrupt();
        cell.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
        assertThat(notebook.value("w.history().size()")).isEqualTo(0);
        run("%%randomsearch next --trials 2\nx ~ uniform(0, 1)\nmaximize a\nx");
        enough.countDown();
    }

    @Test
    void aStudyThatWasLeftIsResumedAsIfNothingHadHappened() throws Exception {
        CountDownLatch begun = latch("begun");
        CountDownLatch again = latch("again");
        CountDownLatch gate = latch("gate");
        String cell = """
                %%randomsearch s --trials 6 --jobs 1 --live off --plot none
                x ~ uniform(0, 1)
                minimize loss
                (begun.getCount() > 0 ? begun : again).countDown();
                boolean open = false;
                while (!open) {
                    try {
                        gate.await();
                        open = true;
                    } catch (InterruptedException e) {
                        // Stubborn.
                    }
                }
                return x;
                """;
        Future<Object> left = kernel.start(cell);
        begun.await();
        twice(left);
        Future<Object> resumed = kernel.start("%tune resume s");
        // The new run owns the study before the old one has let go of its trial.
        again.await();
        gate.countDown();
        resumed.get();
        run(cell.replace("search s", "search other"));
        String table = ".table().removeColumns(\"seconds\").write().toString(\"csv\")";
        assertThat(notebook.value("s.history().completedCount()")).isEqualTo(6);
        assertThat(notebook.value("s" + table)).isEqualTo(notebook.value("other" + table));
    }

    @Test
    void theDisplaySaysAtOnceWhatAStopWaitsFor() throws Exception {
        CountDownLatch begun = latch("begun");
        CountDownLatch gate = latch("gate");
        Future<Object> cell = kernel.start("""
                %%randomsearch s --trials 2 --jobs 1
                x ~ uniform(0, 1)
                minimize loss
                begun.countDown();
                while (gate.getCount() > 0) Thread.onSpinWait();
                return x;
                """);
        begun.await();
        kernel.interrupt();
        kernel.awaitText("Stopping, waiting for trial 1 …");
        gate.countDown();
        cell.get();
        assertThat(kernel.lastText()).contains("stopped by you").doesNotContain("Stopping");
    }

    @Test
    void aStopBeforeAnythingWorkedIsNoError() throws Exception {
        CountDownLatch begun = latch("begun");
        Future<Object> cell = kernel.start("""
                %%gridsearch s --jobs 1 --live off
                x in 1..9
                maximize a
                if (x == 1) throw new RuntimeException("one");
                begun.countDown();
                new java.util.concurrent.CountDownLatch(1).await();
                return x;
                """);
        begun.await();
        kernel.interrupt();
        cell.get();
        assertThat(kernel.lastText()).contains("Grid search stopped by you", "No trial was scored.");
        assertThat(notebook.value("s.history().failedCount()")).isEqualTo(1);
    }

    @Test
    void theNotebookPrintsAgainBehindACellThatWasLeft() throws Exception {
        PrintStream before = System.out;
        CountDownLatch begun = latch("begun");
        CountDownLatch gate = latch("gate");
        Future<Object> left = kernel.start("""
                %%randomsearch s --trials 2 --live off
                x ~ uniform(0, 1)
                minimize loss
                begun.countDown();
                while (gate.getCount() > 0) Thread.onSpinWait();
                return x;
                """);
        begun.await();
        twice(left);
        assertThat(System.out).isSameAs(before);
        run("%%randomsearch t --trials 2\nx ~ uniform(0, 1)\nminimize loss\nx");
        gate.countDown();
        assertThat(System.out).isSameAs(before);
    }

    @Test
    void whenMemoryRunsOutTheFinishedTrialsAreKeptAndTheErrorIsThatOfTheCell() throws Exception {
        Future<Object> cell = kernel.start("%%greedy w --jobs 1\nx ~ uniform(0, 1)\nmaximize a\nx");
        assertThatThrownBy(cell::get).cause().isInstanceOf(OutOfMemoryError.class);
        assertThat(kernel.lastText()).contains("The 2 trials that are finished are kept: w.table(), w.best().");
        assertThat(notebook.value("w.history().completedCount()")).isEqualTo(2);
        run("%tune show w");
        assertThat(kernel.lastText()).contains("broken off by an error: 2 of 9 trials");
    }

    @ParameterizedTest
    @CsvSource({
        "confused, IllegalStateException \"no idea\"., Finished trials are kept: %tune lists the studies.",
        "full, Journal must keep events., full: Journal must keep events.",
        "unlinked, LinkageError \"no class\"., no class"
    })
    void whenTheSearchBreaksTheFinishedTrialsAreShown(String method, String cause, String error) throws Exception {
        Future<Object> cell = kernel.start("%%" + method + " w --jobs 1\nx ~ uniform(0, 1)\nmaximize a\nx");
        assertThatThrownBy(cell::get).cause().hasMessageContaining(error);
        assertThat(kernel.lastText())
                .contains("The run broke off, and what is finished is kept: " + cause, "Best a 0.5000 at trial 2");
        assertThat(notebook.value("w.history().completedCount()")).isEqualTo(2);
    }

    /** Two proposals, one at a time, and then the end. */
    private record Doomed(Question question, int made, Supplier<Throwable> end) implements Search {
        @Override
        public Pace pace() {
            return new Pace.Window(1);
        }

        @Override
        public Step propose(int count, BooleanSupplier goOn) {
            if (made == 2) {
                throw Doomed.<RuntimeException>as(end.get());
            }
            double[] cube = {(made + 1) / 4.0};
            return new Step(
                    List.of(Proposal.of(question.space().decode(cube), "doomed")), new Doomed(question, made + 1, end));
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        private static <T extends Throwable> RuntimeException as(Throwable e) throws T {
            throw (T) e;
        }

        @Override
        public Search tell(Told told) {
            return this;
        }
    }

    private record Thinker(CountDownLatch thinking, CountDownLatch enough, boolean listens) implements Sampler {
        @Override
        public Search start(Question question, Seed seed) {
            return new Thought(this);
        }
    }

    private record Thought(Thinker thinker) implements Search {
        @Override
        public Pace pace() {
            return new Pace.Free();
        }

        @Override
        public Step propose(int count, BooleanSupplier goOn) {
            thinker.thinking().countDown();
            while (thinker.enough().getCount() > 0 && (!thinker.listens() || goOn.getAsBoolean())) {
                Thread.onSpinWait();
            }
            return new Step(List.of(), this);
        }

        @Override
        public Search tell(Told told) {
            return this;
        }
    }
}
