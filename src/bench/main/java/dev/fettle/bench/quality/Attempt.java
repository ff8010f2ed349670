package dev.fettle.bench.quality;

import dev.fettle.bench.problem.Problem;
import dev.fettle.journal.NoJournal;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Sampler;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A study to be run: one trial after the other, on the thread that calls. */
record Attempt(Problem problem, Sampler sampler, int seed, int budget) {
    static final List<Integer> MARKS = List.of(10, 20, 30, 50, 100, 150, 200);
    private static final int AROUND = 10;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Nanoseconds of a stretch of work. */
    private record Clock(long cpu, long wall) {
        static Clock now() {
            return new Clock(THREADS.getCurrentThreadCpuTime(), System.nanoTime());
        }

        Clock since(Clock start) {
            return new Clock(cpu - start.cpu(), wall - start.wall());
        }

        Clock plus(Clock other) {
            return new Clock(cpu + other.cpu(), wall + other.wall());
        }
    }

    /** Whatever goes wrong becomes a run that says so. */
    Run run() {
        try {
            return measured();
        } catch (RuntimeException e) {
            return new Run(budget, List.of(), new TreeMap<>(), new TreeMap<>(), 0, 0, e.toString());
        }
    }

    private Run measured() {
        Clock begin = Clock.now();
        Lease lease = Study.open(config(), new NoJournal(), InstantSource.system())
                .begin(Budget.unlimited().withOnError(Budget.OnError.IGNORE));
        List<Improvement> curve = new ArrayList<>();
        List<Clock> spent = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (int k = 1; k <= budget; k++) {
            Clock start = Clock.now();
            Optional<Trial.Running> trial = lease.ask(() -> true);
            Clock asked = Clock.now().since(start);
            if (trial.isEmpty()) {
                break;
            }
            Trial.Running running = trial.get();
            double seen = problem.observe(running.point(), k, new Seed(seed));
            if (seen < best) {
                best = seen;
                curve.add(new Improvement(k, RecordingFile.rounded(problem.evaluate(running.point()))));
            }
            Clock told = Clock.now();
            lease.tell(running.number(), running.attempt(), Score.of(seen));
            spent.add(Clock.now().since(told).plus(asked));
        }
        Clock all = Clock.now().since(begin);
        return new Run(
                budget,
                List.copyOf(curve),
                marks(spent.stream().map(Clock::cpu).toList()),
                marks(spent.stream().map(Clock::wall).toList()),
                RecordingFile.rounded(all.cpu() / 1e9),
                RecordingFile.rounded(all.wall() / 1e9),
                null);
    }

    private StudyConfig config() {
        return StudyConfig.of(problem.name(), problem.space(), Goal.minimize("value"), sampler)
                .withSeed(seed)
                .withTrials(budget);
    }

    /** Milliseconds at each mark that was reached. */
    private static SortedMap<Integer, Double> marks(List<Long> nanos) {
        SortedMap<Integer, Double> marks = new TreeMap<>();
        for (int mark : MARKS) {
            if (mark <= nanos.size()) {
                double mean = nanos.subList(Math.max(0, mark - AROUND), mark).stream()
                        .mapToLong(n -> n)
                        .average()
                        .orElse(0);
                marks.put(mark, RecordingFile.rounded(mean / 1e6));
            }
        }
        return marks;
    }
}
