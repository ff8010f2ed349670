package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.store.Child;
import dev.fettle.store.Store;
import dev.fettle.store.lock.Rhythm;
import dev.fettle.store.lock.Watched;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What may happen to the processes that run one study. */
public final class StudyFaults {
    /** The first JDK that can deny native access to all. */
    private static final int CAN_DENY = 24;

    private static final Duration LOOK = Duration.ofSeconds(1);

    private StudyFaults() {}

    /** A process is suspended until another has lost its patience and begun its trial anew; then it goes on and tells its result. */
    public static String suspended(Path place) throws Exception {
        AtomicLong now = new AtomicLong();
        try (Child child = new Child(ByHand.class, place.toString(), "hold");
                Store store = ByHand.store(place.toString())) {
            assertThat(child.says()).isEqualTo("1 1");
            child.signal("STOP");
            child.awaitStopped();
            Journal journal =
                    new KeptJournal(new Watcher(store.lines(ByHand.STUDY), Watched.locks(place, now::get)::enter));
            Study study = ByHand.study(journal, InstantSource.system());
            try (Lease lease = ByHand.lease(study)) {
                long seconds = 0;
                while (ended(journal).isEmpty()) {
                    now.addAndGet(LOOK.toNanos());
                    seconds++;
                    lease.look();
                }
                assertThat(seconds).isEqualTo(Rhythm.USUAL.patience().toSeconds());
                Trial.Running again = lease.ask(() -> true).orElseThrow();
                assertThat(again.number()).isEqualTo(1);
                assertThat(again.attempt()).isEqualTo(2);
                child.signal("CONT");
                child.goOn();
                assertThat(child.says()).isEqualTo(Ending.TAKEN_OVER.name());
                ByHand.tell(lease, again, 1);
                ByHand.finish(lease);
            }
            assertFinished(study, journal);
            return "its result refused, trial 1 finished once, the table is that of one process";
        }
    }

    /** A process dies; the one that has found it dead does so too, before it asks for the trial again. */
    public static String buried(Path place) throws Exception {
        try (Store store = ByHand.store(place.toString())) {
            Journal journal = new KeptJournal(store.lines(ByHand.STUDY));
            try (Child first = new Child(ByHand.class, place.toString(), "hold")) {
                assertThat(first.says()).isEqualTo("1 1");
                first.kill();
            }
            try (Child second = new Child(ByHand.class, place.toString(), "bury")) {
                assertThat(second.says()).isEqualTo("buried");
                second.kill();
            }
            assertThat(ended(journal)).contains(Ending.TAKEN_OVER);
            assertThat(ByHand.asked(journal, 1)).isEqualTo(1);
            finishTogether(place, 3);
            assertThat(ByHand.asked(journal, 1)).isEqualTo(2);
            assertFinished(ByHand.study(journal, InstantSource.system()), journal);
            return "exactly one retry, by one of three that came at once";
        }
    }

    private static void finishTogether(Path place, int processes) throws IOException, InterruptedException {
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            children.add(new Child(ByHand.class, place.toString(), "run"));
        }
        for (Child child : children) {
            assertThat(child.says()).isEqualTo("here");
        }
        for (Child child : children) {
            child.goOn();
        }
        for (Child child : children) {
            child.awaitEnd();
        }
    }

    /** Three processes share a study: the clocks of two are wrong by an hour, and that of the third goes back by an hour meanwhile. */
    public static String clocks(Path folder) throws Exception {
        Path library = fake();
        Path shift = Files.writeString(folder.resolve("shift"), "+0\n");
        Path place = folder.resolve("s.db");
        List<Child> children = new ArrayList<>();
        List<Long> wrong = new ArrayList<>();
        for (String when : List.of("+3600", "-3600", "file")) {
            Child child = new Child(fake(library, when, shift), ByHand.class, place.toString(), "share");
            children.add(child);
            wrong.add(wrong(child));
            assertThat(child.says()).isEqualTo(children.size() + " 1");
        }
        Files.writeString(shift, "-3600\n");
        for (Child child : children) {
            child.goOn();
            assertThat(child.says()).isIn("none", "TRIALS");
            wrong.add(wrong(child));
            child.awaitEnd();
        }
        assertThat(wrong).containsExactly(60L, -60L, 0L, 60L, -60L, -60L);
        try (Store store = ByHand.store(place.toString())) {
            Journal journal = new KeptJournal(store.lines(ByHand.STUDY));
            assertThat(journal.read(0))
                    .noneMatch(e -> e instanceof Event.Asked asked && asked.attempt() > 1)
                    .noneMatch(e -> e instanceof Event.Stopped s && s.ending() == Ending.TAKEN_OVER);
            assertFinished(ByHand.study(journal, InstantSource.system()), journal);
        }
        return "no false stale trial, the table is that of one process";
    }

    /** By how much the clock of a process is wrong, in minutes. */
    private static long wrong(Child child) throws IOException {
        Duration by = Duration.between(Instant.now(), Instant.parse(child.says()));
        return Math.round(by.toSeconds() / 60.0);
    }

    /** A process whose clock is wrong by an hour is killed: it is found dead at once. */
    public static String deadClocks(Path folder) throws Exception {
        Path library = fake();
        for (String when : List.of("+3600", "-3600")) {
            Path place = folder.resolve("s" + when + ".db");
            try (Child dead = new Child(fake(library, when, place), ByHand.class, place.toString(), "hold");
                    Store store = ByHand.store(place.toString())) {
                assertThat(dead.says()).isEqualTo("1 1");
                dead.kill();
                Journal journal = new KeptJournal(store.lines(ByHand.STUDY));
                Study study = ByHand.study(journal, InstantSource.system());
                try (Lease lease = ByHand.lease(study)) {
                    ByHand.finish(lease);
                }
                assertThat(ByHand.asked(journal, 1)).isEqualTo(2);
                assertFinished(study, journal);
            }
        }
        return "no missed one: found dead at once";
    }

    /** A process that may load nothing native: its study is in a text file, and it says so in a line. */
    public static String denied(Path folder) throws Exception {
        assumeTrue(Runtime.version().feature() >= CAN_DENY, "a JDK from 24 on");
        Path place = folder.resolve("s.db");
        Map<String, String> denied = Map.of("JDK_JAVA_OPTIONS", "--illegal-native-access=deny");
        try (Child child = new Child(denied, ByHand.class, place.toString(), "open")) {
            assertThat(child.says()).startsWith("The journal is the text file " + folder.resolve("s.journal") + ": ");
            child.awaitEnd();
        }
        try (Store store = ByHand.store(folder.resolve("s.journal").toString())) {
            Journal journal = new KeptJournal(store.lines(ByHand.STUDY));
            assertFinished(ByHand.study(journal, InstantSource.system()), journal);
        }
        return "the text journal, one line, the table is that of one process";
    }

    /** The library that shows a process another clock. */
    private static Path fake() throws IOException {
        Path none = Path.of("");
        Path found = none;
        for (String folder : List.of("/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib/aarch64-linux-gnu/faketime")) {
            Path library = Path.of(folder, "libfaketimeMT.so.1");
            found = Files.exists(library) ? library : found;
        }
        assumeTrue(!found.equals(none), "libfaketime: apt-get install faketime");
        return found;
    }

    private static Map<String, String> fake(Path library, String when, Path shift) {
        String key = when.equals("file") ? "FAKETIME_TIMESTAMP_FILE" : "FAKETIME";
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                key,
                when.equals("file") ? shift.toString() : when,
                "FAKETIME_NO_CACHE",
                "1",
                // Waits are none of its business; its mending of them makes them last for seconds.
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    /** How the first run ended. */
    private static Stream<Ending> endings(Journal journal) throws IOException {
        return journal.read(0).stream()
                .filter(e -> e instanceof Event.Stopped stopped && stopped.run() == 1)
                .map(e -> ((Event.Stopped) e).ending());
    }

    private static Optional<Ending> ended(Journal journal) throws IOException {
        return endings(journal).findFirst();
    }

    private static void assertFinished(Study study, Journal journal) throws IOException {
        assertThat(ByHand.table(study)).isEqualTo(ByHand.alone());
        assertThat(ByHand.told(journal)).isEqualTo(ByHand.TRIALS);
    }
}
