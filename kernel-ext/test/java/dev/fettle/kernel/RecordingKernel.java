package dev.fettle.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;

/** A kernel with a real JShell that keeps what is shown; its cells run on a thread of their own, as in IJava. */
public final class RecordingKernel implements Kernel, AutoCloseable {
    private final JShell shell = JShell.builder().executionEngine("local").build();
    private final Map<String, Magic> magics = new HashMap<>();
    private final Map<String, Future<Object>> running = new ConcurrentHashMap<>();
    private final ExecutorService cells = Executors.newSingleThreadExecutor();
    private final List<MimeBundle> frames = new ArrayList<>();
    private final Map<String, MimeBundle> shown = new LinkedHashMap<>();

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public void register(String name, Magic magic) {
        magics.put(name, magic);
    }

    @Override
    public JShell shell() {
        return shell;
    }

    @Override
    public Output output() {
        return new Output() {
            @Override
            public void show(String id, MimeBundle bundle) {
                update(id, bundle);
            }

            @Override
            public void update(String id, MimeBundle bundle) {
                synchronized (frames) {
                    frames.add(bundle);
                    shown.put(id, bundle);
                    frames.notifyAll();
                }
            }
        };
    }

    @Override
    public <T> void render(Class<T> type, Function<T, MimeBundle> renderer) {}

    @Override
    public Optional<Map<String, Future<Object>>> running() {
        return Optional.of(running);
    }

    /** Starts a cell that begins with {@code %%name} or {@code %name}. */
    public Future<Object> start(String cell) {
        String[] parts = cell.split("\n", 2);
        List<String> words = List.of(parts[0].strip().split("\\s+"));
        Magic magic = Objects.requireNonNull(magics.get(words.get(0).replace("%", "")), parts[0]);
        @Nullable String body = parts.length > 1 ? parts[1] : null;
        Future<Object> future = cells.submit(() -> {
            magic.run(words.subList(1, words.size()), body);
            return "done";
        });
        running.put("cell", future);
        return future;
    }

    /** What an interrupt request does. */
    public void interrupt() {
        running.values().forEach(future -> future.cancel(true));
    }

    /** Waits until the thread of the cells is free, and checks that a cancelled one has left nothing behind. */
    public void awaitNothingRunning() throws Exception {
        cells.submit(() -> null).get();
        if (!Set.of(Seat.Bell.KEY).containsAll(running.keySet())) {
            throw new AssertionError("Running must be empty, and holds " + running);
        }
    }

    /** The texts on show, one a display. */
    public String text() {
        synchronized (frames) {
            return shown.values().stream()
                    .map(bundle -> bundle.forms().getOrDefault("text/plain", ""))
                    .reduce("", (a, b) -> a + b + "\n");
        }
    }

    /** The text of the display that was shown last. */
    public String lastText() {
        synchronized (frames) {
            return shown.values().stream()
                    .reduce((first, last) -> last)
                    .map(bundle -> bundle.forms().getOrDefault("text/plain", ""))
                    .orElse("");
        }
    }

    /** Waits until at least so many bundles were shown or updated. */
    public void awaitFrames(int count) throws InterruptedException {
        synchronized (frames) {
            while (frames.size() < count) {
                frames.wait();
            }
        }
    }

    /** Waits until a bundle was shown whose text has these words. */
    public void awaitText(String words) throws InterruptedException {
        synchronized (frames) {
            while (frames.stream()
                    .noneMatch(f -> f.forms().getOrDefault("text/plain", "").contains(words))) {
                frames.wait();
            }
        }
    }

    public List<MimeBundle> frames() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    @Override
    public void close() {
        cells.shutdownNow();
        shell.close();
    }
}
