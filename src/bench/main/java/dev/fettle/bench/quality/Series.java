package dev.fettle.bench.quality;

import dev.fettle.bench.problem.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The runs of a sampler: those that its file has are kept, the others are run, and the file is written after each. */
final class Series {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final String sampler;
    private final Options options;
    private final PrintStream progress;
    private final Path file;
    private Recording recording;

    Series(String sampler, Options options, PrintStream progress) throws IOException {
        this.sampler = sampler;
        this.options = options;
        this.progress = progress;
        this.file = options.out().resolve("quality_fettle_" + sampler + ".json");
        this.recording = RecordingFile.read(file, "fettle_" + sampler);
    }

    Recording run(List<Problem> problems) throws IOException, InterruptedException {
        List<Callable<Void>> left = new ArrayList<>();
        for (int seed = options.firstSeed(); seed < options.firstSeed() + options.seeds(); seed++) {
            for (Problem problem : problems) {
                Run old = recording.run(problem.name(), seed);
                if (old == null || !old.reaches(options.budget())) {
                    left.add(attempt(problem, seed));
                }
            }
        }
        ExecutorService pool = Executors.newFixedThreadPool(options.jobs());
        try {
            for (Future<Void> done : pool.invokeAll(left)) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("Run must end.", e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return recording;
    }

    private Callable<Void> attempt(Problem problem, int seed) {
        return () -> {
            Run run = new Attempt(problem, Samplers.of(sampler), seed, options.budget()).run();
            keep(problem, seed, run);
            return null;
        };
    }

    private synchronized void keep(Problem problem, int seed, Run run) throws IOException {
        recording = recording.with(problem.name(), seed, run, RecordingFile.rounded(peakMb()));
        RecordingFile.write(file, recording);
        String result = run.error() == null
                ? "best " + Markdown.number(run.bestAt(run.budget()).orElse(Double.NaN), 5) + ", CPU "
                        + Markdown.number(run.cpuSeconds(), 2) + " s"
                : "failed: " + run.error();
        progress.println(recording.sampler() + " " + problem.name() + " " + seed + ": " + result);
    }

    /** Where the system tells it; else 0. */
    private static double peakMb() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
