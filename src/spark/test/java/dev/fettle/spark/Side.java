package dev.fettle.spark;

import dev.fettle.envelope.ClassSource;
import dev.fettle.envelope.Packer;
import dev.fettle.journal.Event;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.pruner.Pruner;
import dev.fettle.run.Crew;
import dev.fettle.run.Runner;
import dev.fettle.run.ThreadCrew;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.space.text.SpaceText;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A study that is evaluated here, or there. */
record Side(StudyConfig config, int trials, @Nullable Duration trialTime) {
    static Side of(int trials) {
        StudyConfig config = StudyConfig.of(
                "s",
                SpaceText.parse("x ~ uniform(-2, 2)\nk in 1..6\nmode in {a, b}"),
                Goal.minimize("loss"),
                new RandomSampler());
        return new Side(config, trials, null);
    }

    Side within(Duration time) {
        return new Side(config, trials, time);
    }

    Side pruned(Pruner pruner) {
        return new Side(config.withPruner(pruner).withBatch(2), trials, trialTime);
    }

    /** What came of it, and its events. */
    record End(List<Trial.Finished> trials, List<Event> events, Runner runner) {
        /** All that must be the same wherever it ran. */
        List<String> table() {
            return trials.stream()
                    .map(t -> t.number() + " " + t.proposal() + " " + t.reports() + " "
                            + t.match(
                                    c -> c.score(),
                                    p -> p.reason(),
                                    f -> f.failure().type() + ": " + f.failure().message()))
                    .toList();
        }
    }

    End here(Objective objective) throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            return run(objective, new ThreadCrew(pool, 2), pool, runner -> {});
        } finally {
            pool.shutdownNow();
        }
    }

    End there(Objective objective, ClassSource classes, String on) throws Exception {
        return there(objective, classes, on, runner -> {});
    }

    End there(Objective objective, ClassSource classes, String on, Consumer<Runner> begun) throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        SparkPlace place = new SparkBackend().reach(on);
        Packer.Packed packed = Packer.pack(objective, classes);
        place.prepare(packed, List.of());
        try (Crew crew = place.crew(packed.envelope(), place.slots())) {
            return run(objective, crew, pool, begun);
        } finally {
            pool.shutdownNow();
        }
    }

    private End run(Objective objective, Crew crew, ExecutorService pool, Consumer<Runner> begun) throws Exception {
        MemoryJournal journal = new MemoryJournal();
        Study study = Study.open(config, journal, InstantSource.system());
        Runner runner = new Runner(pool);
        try (Lease lease = study.begin(Budget.trials(trials).withOnError(Budget.OnError.IGNORE))) {
            begun.accept(runner);
            runner.run(lease, objective, crew, trialTime);
        }
        return new End(study.trials().trials(), new ArrayList<>(journal.read(0)), runner);
    }
}
