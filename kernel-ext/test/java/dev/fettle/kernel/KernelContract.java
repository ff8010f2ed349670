package dev.fettle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What Fettle needs of a kernel. An adapter implements {@link #typed} and is tested. */
public interface KernelContract {
    /** A kernel behind its adapter, and a user in front of it. */
    interface Typed extends AutoCloseable {
        Kernel kernel();

        /** Runs a cell to its end. */
        void run(String cell) throws Exception;

        /** Presses the stop button. */
        void interrupt();

        @Override
        void close();
    }

    /** A kernel that has just started. */
    Typed typed() throws Exception;

    @Test
    default void aMagicHearsItsArgumentsAndItsBody() throws Exception {
        try (Typed typed = typed()) {
            List<String> heard = new ArrayList<>();
            typed.kernel().register("probe", (arguments, body) -> heard.add(arguments + " " + body));
            typed.run("%%probe a --n=3\nx ~ uniform(0, 1)  // ö\n\"q\" $ \\n");
            typed.run("%probe b");
            assertThat(heard).containsExactly("[a, --n=3] x ~ uniform(0, 1)  // ö\n\"q\" $ \\n", "[b] null");
        }
    }

    @Test
    default void aMagicRunsWhateverTheNotebookHasDeclared() throws Exception {
        try (Typed typed = typed()) {
            AtomicReference<String> heard = new AtomicReference<>("");
            typed.kernel().register("probe", (arguments, body) -> heard.set(String.valueOf(body)));
            for (String declaration : List.of(
                    "import java.awt.*;",
                    "record List(int a) {}",
                    "class String {}",
                    "class Base64 {}",
                    "int java = 1;",
                    "int org = 2;",
                    "int io = 3;",
                    "int dev = 4;",
                    "void cellMagic(int a) {}")) {
                typed.run(declaration);
                typed.run("%%probe\n" + declaration);
                assertThat(heard).hasValue(declaration);
            }
        }
    }

    @Test
    default void theErrorOfAMagicIsThatOfTheCell() throws Exception {
        try (Typed typed = typed()) {
            typed.kernel().register("probe", (arguments, body) -> {
                throw new CellError("two mistakes");
            });
            assertThatThrownBy(() -> typed.run("%%probe\nbody")).hasStackTraceContaining("two mistakes");
            typed.run("int after = 1;");
        }
    }

    @Test
    default void theShellIsThatOfTheCells() throws Exception {
        try (Typed typed = typed()) {
            typed.run("int answer = 42;");
            Notebook notebook = new Notebook(typed.kernel().shell());
            assertThat(notebook.value("answer + 1")).isEqualTo(43);
            notebook.run("int other = 7;");
            typed.run("int sum = answer + other;");
            assertThat(notebook.value("sum")).isEqualTo(49);
        }
    }

    @Test
    default void anInterruptReachesTheRunningCellPolitely() throws Exception {
        ExecutorService cells = Executors.newSingleThreadExecutor();
        try (Typed typed = typed()) {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch asked = new CountDownLatch(1);
            typed.kernel()
                    .register(
                            "probe",
                            (arguments, body) -> CellRun.run(typed.kernel(), stop -> {
                                stop.onRequest(asked::countDown);
                                running.countDown();
                                assertThatCode(asked::await).doesNotThrowAnyException();
                            }));
            CompletableFuture<Void> cell = CompletableFuture.runAsync(
                    () -> {
                        try {
                            typed.run("%%probe\nbody");
                        } catch (Exception e) {
                            throw new CompletionException(e);
                        }
                    },
                    cells);
            running.await();
            typed.interrupt();
            cell.get();
            typed.run("int after = 1;");
            assertThat(new Notebook(typed.kernel().shell()).value("after")).isEqualTo(1);
        } finally {
            cells.shutdown();
        }
    }

    @Test
    default void whatIsShownBehindACellDoesNoHarm() throws Exception {
        try (Typed typed = typed()) {
            List<Output> outputs = new ArrayList<>();
            typed.kernel()
                    .register(
                            "probe",
                            (arguments, body) -> outputs.add(typed.kernel().output()));
            typed.run("%%probe\nbody");
            assertThatCode(() -> {
                        outputs.get(0).show("id", MimeBundle.of("<b>a</b>", "a"));
                        outputs.get(0).update("id", MimeBundle.of("<b>b</b>", "b"));
                    })
                    .doesNotThrowAnyException();
        }
    }
}
