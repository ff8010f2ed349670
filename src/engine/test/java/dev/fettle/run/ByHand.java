package dev.fettle.run;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.NoJournal;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.journal.kept.Stores;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.store.Child;
import dev.fettle.store.Store;
import dev.fettle.store.file.FileStore;
import dev.fettle.store.sqlite.SqliteStore;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A study whose trials are asked for and told one by one, in a process that says what it does and waits to be told to go on. */
final class ByHand {
    static final String STUDY = "s";
    static final int TRIALS = 12;

    private static final StudyConfig CONFIG = StudyConfig.of(
                    "s", SearchSpace.of(Real.uniform("x", -1, 1)), Goal.minimize("loss"), new RandomSampler())
            .withTrials(TRIALS);

    private ByHand() {}

    /**
     * {@code PLACE WHAT}: with {@code hold} it asks for a trial, says its number and attempt, and, when it may go on, tells its
     * score and says why its run has ended; with {@code share} it says what time it is as well, and goes on with other trials; with {@code bury} it finds out who is dead, says so and stays; with {@code run} it waits,
     * runs as long as there is something to do, and says so; with {@code open}
     * it runs on whatever store it gets, and says why it is another than was asked for.
     */
    public static void main(String[] words) throws IOException {
        if (words[1].equals("open")) {
            open(words[0]);
            return;
        }
        try (Store store = store(words[0])) {
            Study study = study(new KeptJournal(store.lines(STUDY)), InstantSource.system());
            if (words[1].equals("run")) {
                System.out.println("here");
                Child.await();
                finish(study);
                return;
            }
            try (Lease lease = lease(study)) {
                switch (words[1]) {
                    case "hold" -> hold(lease, -1);
                    case "share" -> share(lease);
                    default -> bury(lease);
                }
            }
        }
    }

    private static void open(String place) throws IOException {
        Stores.Opened opened = Stores.open(place);
        try (Store store = opened.store()) {
            finish(study(new KeptJournal(store.lines(STUDY)), InstantSource.system()));
            System.out.println(opened.remark());
        }
    }

    private static void share(Lease lease) throws IOException {
        System.out.println(Instant.now());
        hold(lease, 1);
        finish(lease);
        System.out.println(Instant.now());
    }

    private static void hold(Lease lease, double sign) throws IOException {
        Trial.Running trial = lease.ask(() -> true).orElseThrow();
        lease.isSettled();
        System.out.println(trial.number() + " " + trial.attempt());
        Child.await();
        tell(lease, trial, sign);
        System.out.println(lease.ending().map(Enum::name).orElse("none"));
    }

    private static void bury(Lease lease) throws IOException {
        lease.look();
        lease.isSettled();
        System.out.println("buried");
        Child.stay();
    }

    static Store store(String place) throws IOException {
        return place.endsWith(".db") ? SqliteStore.open(Path.of(place)) : new FileStore(Path.of(place));
    }

    static Study study(Journal journal, InstantSource clock) {
        return Study.open(CONFIG, journal, clock);
    }

    static Lease lease(Study study) {
        return study.join(Budget.trials(TRIALS)).orElseThrow();
    }

    static void tell(Lease lease, Trial.Running trial, double sign) {
        lease.tell(
                trial.number(), trial.attempt(), Score.of(sign * trial.point().real("x")));
    }

    /** Runs if there is something to do. */
    private static void finish(Study study) {
        study.join(Budget.trials(TRIALS)).ifPresent(run -> {
            try (Lease lease = run) {
                finish(lease);
            }
        });
    }

    /** Runs until nothing is left that another does not do. */
    static void finish(Lease lease) {
        for (Optional<Trial.Running> trial = lease.ask(() -> true); trial.isPresent(); trial = lease.ask(() -> true)) {
            tell(lease, trial.get(), 1);
            lease.look();
        }
    }

    /** The table of one process that nobody disturbs. */
    static List<String> alone() {
        Study study = study(new NoJournal(), InstantSource.system());
        finish(lease(study));
        return table(study);
    }

    static List<String> table(Study study) {
        return study.trials().trials().stream()
                .map(t -> t.number() + " " + t.proposal() + " "
                        + t.match(c -> c.score().toString(), Object::toString, Object::toString))
                .toList();
    }

    /** How often a trial was asked for. */
    static long asked(Journal journal, int number) throws IOException {
        return journal.read(0).stream()
                .filter(e -> e instanceof Event.Asked asked && asked.number() == number)
                .count();
    }

    /** How many results there are. */
    static long told(Journal journal) throws IOException {
        return journal.read(0).stream().filter(Event.Told.class::isInstance).count();
    }
}
