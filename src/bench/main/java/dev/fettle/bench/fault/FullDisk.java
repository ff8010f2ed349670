package dev.fettle.bench.fault;

import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opentest4j.TestAbortedException;

/** A disk of a few megabytes, on which a store appends until it is full. */
final class FullDisk implements AutoCloseable {
    private static final int FILLER = 2 << 20;
    private static final double LONGEST_MILLIS = 1_000;

    private final Path disk;

    private FullDisk(Path folder) throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        if (run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()) != 0) {
            throw new TestAbortedException("Linux and the rights to mount");
        }
    }

    static String strike(Kind kind, Path folder) throws Exception {
        try (FullDisk disk = new FullDisk(folder)) {
            return disk.fill(kind);
        }
    }

    private String fill(Kind kind) throws Exception {
        Path filler = Files.write(disk.resolve("filler"), new byte[FILLER]);
        String place = kind.place(disk, "store");
        List<String> kept = new ArrayList<>();
        double millis;
        try (Store store = kind.open(place)) {
            Lines lines = store.lines(Appender.STUDY);
            Full full = untilFull(lines, kept);
            millis = full.millis();
            must(full.message().contains(place), "name its file: " + full.message());
            must(millis < LONGEST_MILLIS, "say within 1 s that the disk is full, and took " + millis + " ms");
            must(lines.read(0).equals(kept), "hold what was kept while the disk is full");
            Files.delete(filler);
            for (int more = 0; more < 100; more++) {
                lines.append(kept.size(), trial(kept.size()));
                kept.addAll(trial(kept.size()));
            }
        }
        try (Store store = kind.open(place)) {
            must(store.lines(Appender.STUDY).read(0).equals(kept), "hold what was kept");
        }
        return String.format(
                Locale.ROOT,
                "said within %.0f ms, with its file; 0 of %d trials lost, goes on",
                millis,
                kept.size() / 2);
    }

    /** What the store said, and how long it took. */
    private record Full(String message, double millis) {}

    private static Full untilFull(Lines lines, List<String> kept) throws Exception {
        while (true) {
            long began = System.nanoTime();
            try {
                lines.append(kept.size(), trial(kept.size()));
            } catch (IOException e) {
                return new Full(String.valueOf(e.getMessage()), (System.nanoTime() - began) / 1e6);
            }
            kept.addAll(trial(kept.size()));
        }
    }

    private static List<String> trial(int number) {
        return List.of(number + " " + "x".repeat(500), number + 1 + " told");
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Store must " + what + ".");
        }
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        if (run("umount", disk.toString()) != 0) {
            throw new IOException("Disk (" + disk + ") must be free.");
        }
    }
}
