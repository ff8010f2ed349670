package dev.fettle.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.RecordingKernel;
import dev.fettle.kernel.magic.Magics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works as it stands there. */
class ReadmeTest {
    private static List<String> blocks(String language) throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        return Pattern.compile("(?ms)^```" + language + "$\\R(.*?)^```$")
                .matcher(readme)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }

    @Test
    void theProgramRuns(@TempDir Path folder) throws Exception {
        List<String> programs = blocks("java");
        assertThat(programs).hasSize(1);
        Path source = folder.resolve("Example.java");
        Files.writeString(source, programs.get(0));
        String classPath = System.getProperty("java.class.path");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-cp", classPath, source.toString());
        assertThat(compiled).isZero();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + System.getProperty("path.separator") + classPath,
                        "Example")
                .redirectErrorStream(true)
                .start();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        process.getInputStream().transferTo(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(process.waitFor()).isZero();
        String expected = "x = 0.5, y = 1, solver = sgd, momentum = 0.5";
        assertThat(printed.toString(StandardCharsets.UTF_8).strip()).isEqualTo(expected);
        assertThat(Files.readString(Path.of("..", "README.md"))).contains("It prints `" + expected + "`.");
    }

    @Test
    void theCellGivesTheReportThatStandsBelowIt() throws Exception {
        List<String> blocks = blocks("");
        String cell = blocks.stream()
                .filter(b -> b.startsWith("%%gridsearch iris72"))
                .findFirst()
                .orElseThrow();
        String report = blocks.stream()
                .filter(b -> b.startsWith("Grid search finished"))
                .findFirst()
                .orElseThrow();
        try (RecordingKernel kernel = new RecordingKernel()) {
            Magics.install(kernel);
            kernel.start(cell).get();
            String shown = kernel.text().replaceAll("\\d[\\d.]* s\\b", "TIME");
            for (String line : report.lines().toList()) {
                assertThat(shown).contains(line.replaceAll("\\d[\\d.]* s\\b", "TIME"));
            }
        }
    }

    @Test
    void theCellsWithJavaRun() throws Exception {
        cellWithJava("%%randomsearch curve", "400 of 400 trials");
        cellWithJava("%%bayesopt fine", "Bayesian optimisation finished: 40 of 40 trials");
    }

    private static void cellWithJava(String start, String done) throws Exception {
        String cell =
                blocks("").stream().filter(b -> b.startsWith(start)).findFirst().orElseThrow();
        try (RecordingKernel kernel = new RecordingKernel()) {
            Magics.install(kernel);
            new Notebook(kernel.shell())
                    .run("double loss(double start, double growth) { return Math.abs(start - 2) + growth; }");
            kernel.start(cell).get();
            assertThat(kernel.text()).contains(done, "Best rmse", "Baseline, the defaults");
        }
    }
}
