package dev.fettle.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Another Java with the same classes, which says a line when something is done, and lives until its input ends. */
public final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    /** Runs the {@code main} of a class. */
    public Child(Class<?> main, String... arguments) throws IOException {
        this(Map.of(), main, arguments);
    }

    /** The same, with more in its environment. */
    public Child(Map<String, String> environment, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment);
        process = builder.start();
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** What it says next; waits for it. */
    public String says() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("Process (" + process.pid() + ") must say something, and has ended.");
        }
        return line;
    }

    /** Lets it go on, if it waits in {@link #await}. */
    public void goOn() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Ends it as a lost machine would, and waits until it is dead. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends a signal: {@code STOP}, {@code CONT}. */
    public void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("kill must send " + name + ", and ended with " + code + ".");
        }
    }

    /** On Linux, waits until it is suspended, all of it. */
    public void awaitStopped() throws IOException {
        for (boolean stopped = false; !stopped; ) {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            stopped = stat.substring(stat.lastIndexOf(')')).startsWith(") T");
        }
    }

    /** Waits until it has ended by itself, and well. */
    public void awaitEnd() throws IOException, InterruptedException {
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("Process (" + process.pid() + ") must end well, and ended with " + code + ".");
        }
    }

    /** Ends it, if it is still there. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** For the process itself: waits until it may go on. */
    public static void await() throws IOException {
        if (System.in.read() < 0) {
            throw new IOException("Process must be told to go on.");
        }
    }

    /** For the process itself: lives until nobody wants it any more. */
    public static void stay() throws IOException {
        while (System.in.read() >= 0) {
            // Nothing is said to it.
        }
    }
}
