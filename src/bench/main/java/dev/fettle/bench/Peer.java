package dev.fettle.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A Python process that answers one line for each line it gets. */
final class Peer implements AutoCloseable {
    private final Process process;
    private final PrintWriter to;
    private final BufferedReader from;

    private Peer(Process process) {
        this.process = process;
        this.to = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a script of the peers in their own environment, one numerical thread a process. */
    static Peer start(String script) throws IOException {
        String python = System.getenv("FETTLE_BENCH_PYTHON");
        String home = System.getenv("FETTLE_BENCH_HOME");
        if (python == null || home == null) {
            throw new IOException("Benchmarks must be started by ./fettle bench, which brings the peers.");
        }
        ProcessBuilder builder =
                new ProcessBuilder(python, Path.of(home, script).toString());
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.environment().put("PYTHONWARNINGS", "ignore");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new Peer(builder.start());
    }

    /** The answer to a line. */
    String ask(String line) throws IOException {
        to.println(line);
        String answer = from.readLine();
        if (answer == null) {
            throw new IOException("Peer must answer, and has ended.");
        }
        return answer;
    }

    @Override
    public void close() {
        to.close();
        process.destroy();
    }
}
