package dev.fettle.bench.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** Cuts the power of a disk, by the program {@code power_cuts.py}, since it takes a word to the system that Java has not. */
final class PowerCuts {
    /** How the program ends where no disk can be mounted. */
    private static final int NO_DISK = 3;

    private PowerCuts() {}

    static String strike(Kind kind, int cuts) throws IOException, InterruptedException {
        String python = System.getenv("FETTLE_BENCH_PYTHON");
        String home = System.getenv("FETTLE_BENCH_HOME");
        if (python == null || home == null) {
            throw new TestAbortedException("./fettle bench, which knows where Python is");
        }
        Process process = new ProcessBuilder(List.of(
                        python,
                        Path.of(home).resolveSibling("power_cuts.py").toString(),
                        System.getProperty("java.class.path"),
                        kind.word(),
                        Integer.toString(cuts)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = process.waitFor();
        if (code == NO_DISK) {
            throw new TestAbortedException(said);
        }
        if (code != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }
}
