package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A search that goes on until memory is short, in a process of its own. */
class FullMemoryTest {
    /** The process. */
    static final class Notebook extends CellFixture {
        public static void main(String[] arguments) throws Exception {
            Notebook cells = new Notebook();
            cells.install();
            String thirty =
                    IntStream.range(0, 30).mapToObj(i -> "p" + i + " in {0, 1}").collect(Collectors.joining("\n"));
            cells.run("%%gridsearch huge --time 1h --live off\n" + thirty + "\nmaximize it\np0 + p29");
            System.out.println(cells.kernel.lastText());
            System.out.println("kept " + cells.notebook.value("huge.history().size() > 10000"));
            cells.run("%%gridsearch huge\nx in 1..3\nmaximize it\nx");
            System.out.println(cells.kernel.lastText());
            System.exit(0);
        }
    }

    @Test
    void theSearchEndsInTimeAndTheSessionGoesOn() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Notebook.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("Grid search stopped as memory ran short: ")
                .contains("The grid has 1.07·10⁹ points; the ", " of this study are the first in its order")
                .contains("kept true")
                .contains("3 of 3 points");
    }
}
