package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class PlotServicesTest {
    private static final StudyReport IRIS = Histories.iris72Report();

    /** What is found where a service file with these lines is on the class path of the notebook. */
    private static Plots found(Path jar, String... lines) throws IOException {
        Path file = jar.resolve("META-INF/services/" + PlotKind.class.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return Plots.found();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Plots found(Path jar, Class<?> type) throws IOException {
        return found(jar, type.getName());
    }

    @Test
    void aPlotOfAnotherJarStandsBesideOurs(@TempDir Path jar) throws Exception {
        Plots plots = found(jar, ToyPlot.class);
        assertThat(plots.names()).endsWith("failures", "toy");
        assertThat(plots.faults()).isEmpty();
        assertThat(plots.help()).last().asString().matches("toy +how many trials were scored");
        assertThat(plots.draw(IRIS, List.of("toy")).alt()).isEqualTo("Of 72 trials 72 were scored.");
        assertThat(plots.table(IRIS, List.of("toy")).rowCount()).isEqualTo(2);
        assertThat(plots.figure(IRIS, List.of("history", "toy")).panels()).hasSize(2);
        assertThatThrownBy(() -> plots.draw(IRIS, List.of("toi")))
                .hasMessage(
                        "Plot (toi) must be one of history, generations, importance, share, sigma, gradient, curves, values, slice, surrogate, contour,"
                                + " heatmap, rank, parallel, edf, timeline, pareto, hypervolume, failures, toy."
                                + " Maybe toy.");
    }

    @Test
    void withoutAServiceFileThereAreOurs() {
        assertThat(Plots.found().names())
                .containsExactly(
                        "history",
                        "generations",
                        "importance",
                        "share",
                        "sigma",
                        "gradient",
                        "curves",
                        "values",
                        "slice",
                        "surrogate",
                        "contour",
                        "heatmap",
                        "rank",
                        "parallel",
                        "edf",
                        "timeline",
                        "pareto",
                        "hypervolume",
                        "failures");
    }

    /** A plot with nothing of its own but what is broken in it. */
    abstract static class Plain implements PlotKind {
        @Override
        public String name() {
            return "plain";
        }

        @Override
        public String meaning() {
            return "nothing";
        }

        @Override
        public Plot draw(StudyReport report, List<String> arguments, Size size) {
            throw new AbstractMethodError("draw");
        }

        @Override
        public Table table(StudyReport report, List<String> arguments) {
            throw new IllegalStateException();
        }
    }

    public static final class Unbuilt extends Plain {
        public Unbuilt() {
            throw new IllegalStateException("no licence");
        }
    }

    public static final class Nameless extends Plain {
        @Override
        @SuppressWarnings("NullAway")
        public String name() {
            return null;
        }
    }

    public static final class SecondHistory extends Plain {
        @Override
        public String name() {
            return "history";
        }
    }

    public static final class Shouting extends Plain {
        @Override
        public String name() {
            return "two words";
        }
    }

    public static final class PanelOfOne extends Plain {
        @Override
        public boolean panel() {
            return true;
        }

        @Override
        public List<String> arguments() {
            return List.of("a");
        }
    }

    public static final class Throwing extends Plain {
        @Override
        public String name() {
            return "throwing";
        }
    }

    @Test
    void aBrokenOneIsToldAndTheOthersAreFound(@TempDir Path jar) throws Exception {
        Plots plots = found(
                jar,
                "org.example.Gone",
                PlotServicesTest.class.getName(),
                Unbuilt.class.getName(),
                Nameless.class.getName(),
                SecondHistory.class.getName(),
                Shouting.class.getName(),
                PanelOfOne.class.getName(),
                ToyPlot.class.getName());
        assertThat(plots.names()).hasSize(20).endsWith("toy");
        assertThat(plots.faults()).hasSize(7).allMatch(f -> f.endsWith("."));
        assertThat(plots.faults().get(0)).contains("org.example.Gone not found");
        assertThat(plots.faults().get(2)).contains("Unbuilt could not be instantiated");
        assertThat(plots.faults().get(4))
                .contains("must have a name of its own")
                .endsWith("it is called history.");
        assertThat(plots.help()).endsWith(plots.faults().get(6));
        assertThatThrownBy(() -> plots.draw(IRIS, List.of("plain"))).hasMessageContaining("org.example.Gone not found");
    }

    @Test
    void aServiceFileThatIsNoneIsTold(@TempDir Path jar) throws Exception {
        Plots plots = found(jar, "this is no class");
        assertThat(plots.names()).hasSize(19);
        assertThat(plots.faults()).singleElement().asString().contains("META-INF/services");
    }

    @Test
    void whatAPlotThrowsBecomesASentence(@TempDir Path jar) throws Exception {
        Plots plots = found(jar, Throwing.class);
        assertThatThrownBy(() -> plots.draw(IRIS, List.of("throwing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Plot (throwing) failed: AbstractMethodError \"draw\".");
        assertThatThrownBy(() -> plots.table(IRIS, List.of("throwing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Plot (throwing) failed: IllegalStateException.");
    }
}
