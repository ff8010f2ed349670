package dev.fettle.kernel.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * How a worker has ended in this process, and what it said.
 *
 * @param code 0 if all went well
 */
record Helping(int code, String out, String err) {
    /** Works on a study until it ends. */
    static Helping with(String journal, String study) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Worker.work(
                journal,
                study,
                OptionalInt.empty(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Helping(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A computer of its own that begins to, as far as a process is one. */
    static Process elsewhere(String journal, String study) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        journal,
                        study)
                .redirectErrorStream(true)
                .start();
    }
}
