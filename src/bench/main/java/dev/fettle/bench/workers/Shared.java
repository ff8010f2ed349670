package dev.fettle.bench.workers;

import dev.fettle.journal.Event;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.run.Limits;
import dev.fettle.run.Runner;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.store.Store;
import dev.fettle.store.postgres.PostgresProcess;
import dev.fettle.store.postgres.PostgresStore;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** One study in a database of PostgreSQL that many workers run at once, each as if it were a process of its own. */
record Shared(int workers, int jobs, int trials) {
    private static final StudyConfig CONFIG =
            StudyConfig.of("s", SearchSpace.of(Real.uniform("x", 0, 1)), Goal.minimize("loss"), new RandomSampler());

    /**
     * What became of it.
     *
     * @param seconds from the first ask to the last tell
     * @param twice numbers that were told more than once
     * @param lost numbers that were not told
     */
    record Outcome(double seconds, long twice, long lost) {}

    Outcome run() throws Exception {
        String address = PostgresProcess.shared().database();
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            List<Store> stores = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                stores.add(PostgresStore.open(address));
            }
            long began = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (Store store : stores) {
                all.add(pool.submit(() -> {
                    work(store, pool);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            for (Store store : stores) {
                store.close();
            }
            return outcome(address, seconds);
        } finally {
            pool.shutdownNow();
        }
    }

    private void work(Store store, ExecutorService pool) throws IOException {
        Study study = Study.open(CONFIG, new KeptJournal(store.lines("s")), InstantSource.system());
        Optional<Lease> begun = study.join(Budget.trials(trials));
        if (begun.isPresent()) {
            try (Lease lease = begun.get()) {
                new Runner(pool).run(lease, Objective.of(p -> p.real("x")), Limits.jobs(jobs));
            }
        }
    }

    private Outcome outcome(String address, double seconds) throws IOException {
        try (Store store = PostgresStore.open(address)) {
            Map<Integer, Long> told = new KeptJournal(store.lines("s"))
                    .read(0).stream()
                            .filter(Event.Told.class::isInstance)
                            .collect(Collectors.groupingBy(e -> ((Event.Told) e).number(), Collectors.counting()));
            long twice = told.values().stream().filter(times -> times > 1).count();
            return new Outcome(seconds, twice, trials - told.size());
        }
    }
}
