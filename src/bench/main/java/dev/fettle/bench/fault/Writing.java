package dev.fettle.bench.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** An {@link Appender} at work. */
final class Writing {
    private final Process process;
    private final BufferedReader said;
    private int kept;
    private long longest = -1;

    Writing(Kind kind, String place, String name, int count) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appender.class.getName(),
                        kind.word(),
                        place,
                        name,
                        Integer.toString(count))
                .redirectError(Redirect.INHERIT)
                .start();
        said = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Waits until so many trials are kept. */
    void await(int trials) throws IOException {
        while (kept < trials && hear()) {
            // On.
        }
    }

    private boolean hear() throws IOException {
        String line = said.readLine();
        if (line != null && line.startsWith("longest ")) {
            longest = Long.parseLong(line.substring("longest ".length()));
        } else if (line != null) {
            kept = Integer.parseInt(line) + 1;
        }
        return line != null;
    }

    /** Kills it; what it has said before still counts, so that its output stays open. */
    int kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly();
        int said = end();
        process.waitFor();
        return said;
    }

    /** Waits for its end; how many trials it says are kept. */
    int end() throws IOException {
        while (hear()) {
            // On.
        }
        return kept;
    }

    /** The longest that a trial took, in milliseconds; negative if it did not come to its end. */
    long longest() {
        return longest;
    }
}
