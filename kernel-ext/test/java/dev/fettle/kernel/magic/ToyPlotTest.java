package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fettle.report.chart.PlotKind;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plot that another jar brings, from its service file to the cell. */
class ToyPlotTest extends CellFixture {
    @Test
    void aPlotOfAnotherJarIsDrawnListedAndAPanel(@TempDir Path jar) throws Exception {
        with(jar, () -> {
            run("%%randomsearch s --trials 3 --plot toy\nx ~ uniform(0, 1)\nmaximize a\nx");
            assertThat(kernel.frames().get(kernel.frames().size() - 1).forms().get("text/html"))
                    .contains("alt=\"3 dots.\"");
            run("%tune plot s toy");
            assertThat(kernel.lastText()).isEqualTo("3 dots.");
            run("%tune help");
            assertThat(kernel.lastText())
                    .contains(
                            "panels of the figure are history, generations, importance, share, sigma, gradient, curves, edf, timeline, pareto, hypervolume, toy");
            assertThat(kernel.lastText()).containsPattern("toy +one dot for each trial");
            run("%randomsearch? --help");
            assertThat(kernel.lastText()).containsPattern("toy +one dot for each trial");
            fails("%tune plot s to", "Maybe toy.");
        });
    }

    @Test
    void framesGoOnWhileTheReportIsWritten(@TempDir Path jar) throws Exception {
        AtomicBoolean waited = new AtomicBoolean();
        with(jar, () -> {
            ToyPlot.drawn = trials -> {
                try {
                    kernel.awaitText("All trials have ended, the report follows. Drawn at ");
                    waited.set(true);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
            try {
                run("%%randomsearch s --trials 3 --plot toy\nx ~ uniform(0, 1)\nmaximize a\nx");
            } finally {
                ToyPlot.drawn = trials -> {};
            }
            assertThat(waited).isTrue();
            assertThat(kernel.lastText()).startsWith("Random search finished: 3 of 3 trials");
        });
    }

    private static void with(Path jar, ThrowableAssert.ThrowingCallable work) throws Exception {
        Path file = jar.resolve("META-INF/services/" + PlotKind.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, ToyPlot.class.getName() + "\n");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            // The thread of the cells inherits it.
            thread.setContextClassLoader(loader);
            assertThatCode(work).doesNotThrowAnyException();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
