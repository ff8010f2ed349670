package dev.fettle.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.Event;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.run.Limits;
import dev.fettle.run.Runner;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.store.Store;
import dev.fettle.store.file.FileStore;
import dev.fettle.store.sqlite.SqliteStore;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies that somebody has left behind. */
class ArchiveTest {
    private static final SearchSpace SPACE = SearchSpace.of(Choice.of("a", 1, 2, 3, 4, 5, 6), Choice.of("b", "x", "y"));

    private final Path folder;
    private final Path file;

    ArchiveTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("s.db");
    }

    private static StudyConfig config(String name) {
        // Of a point only a matters: every second one shares the end of an earlier one.
        return StudyConfig.of(name, SPACE, Goal.maximize("score"), new RandomSampler())
                .withEssence(p -> Point.of(Map.of("a", p.whole("a"))));
    }

    private static double score(Point point) {
        int a = point.whole("a");
        if (a == 3) {
            throw new IllegalStateException("three");
        }
        return a;
    }

    private static Study run(Store store, String name, Budget budget) throws IOException {
        Study study = Study.open(config(name), new KeptJournal(store.lines(name)), InstantSource.system());
        try (Lease lease = study.begin(budget)) {
            new Runner(Runnable::run, InstantSource.system())
                    .run(lease, Objective.of(ArchiveTest::score), Limits.jobs(1));
        }
        return study;
    }

    private Archived only() throws IOException {
        Archive archive = Archive.read(file.toString());
        assertThat(archive.damaged()).isEmpty();
        return archive.one(Optional.empty());
    }

    private void append(String name, Event... events) throws Exception {
        try (Store store = SqliteStore.open(file)) {
            KeptJournal journal = new KeptJournal(store.lines(name), Map.of("method", "Random search"));
            journal.append(journal.read(0).size(), List.of(events));
        }
    }

    private static Event opened() {
        return new Event.Opened(
                Instant.EPOCH,
                Map.of("space", SPACE.text(), "goals", "minimize loss, maximize score", "sampler", "RandomSampler[]"),
                null,
                Map.of());
    }

    private static Event began(String writer, Budget budget) {
        return new Event.Began(Instant.EPOCH, writer, budget, "1", Map.of());
    }

    @Test
    void aStudyIsReadAsItWasWithTrialsThatShareAnEnd() throws Exception {
        try (Store store = SqliteStore.open(file)) {
            Study study = run(store, "s", Budget.trials(12));
            assertThat(study.trials().size()).isEqualTo(12);
            Archived read = only();
            assertThat(read.history().trials()).isEqualTo(study.trials().trials());
            assertThat(read.history().evaluated()).hasSizeLessThan(12);
            assertThat(read.parameters()).containsExactly("a", "b");
            assertThat(read.condition()).isEqualTo(Archived.Condition.FINISHED);
            assertThat(read.planned()).isEqualTo(12);
            assertThat(read.method()).isEqualTo("random");
            assertThat(read.goals()).containsExactly(Goal.maximize("score"));
        }
    }

    @Test
    void whatOneTrialHasEndedIsRead() throws Exception {
        try (Store store = SqliteStore.open(file)) {
            Study study = run(store, "s", Budget.unlimited().withUntil(5.0));
            assertThat(only().history().trials()).isEqualTo(study.trials().trials());
            assertThat(only().condition()).isEqualTo(Archived.Condition.FINISHED);
        }
    }

    @Test
    void theStateSaysWhatBecameOfWhoeverWorkedOnIt() throws Exception {
        append("s", opened());
        assertThat(only().condition()).isEqualTo(Archived.Condition.EMPTY);
        assertThat(only().goals()).containsExactly(Goal.minimize("loss"), Goal.maximize("score"));
        assertThat(only().method()).isEqualTo("Random search");
        append("s", began("00000000-0000-0000-0000-000000000000", Budget.trials(9)));
        assertThat(only().condition()).isEqualTo(Archived.Condition.KILLED);
        append("s", new Event.Stopped(Instant.EPOCH, 1, Ending.INTERRUPTED));
        assertThat(only().condition()).isEqualTo(Archived.Condition.STOPPED);
    }

    @Test
    void aStudyThatSomebodyWorksOnIsRunning() throws Exception {
        for (Store store : List.of(SqliteStore.open(file), new FileStore(file.resolveSibling("s.txt")))) {
            try (store) {
                Study study = Study.open(config("s"), new KeptJournal(store.lines("s")), InstantSource.system());
                try (Lease lease = study.begin(Budget.trials(5))) {
                    assertThat(lease.ask(() -> true)).isPresent();
                    lease.isSettled();
                    Archived running = Archive.read(store.place()).one(Optional.empty());
                    assertThat(running.condition()).isEqualTo(Archived.Condition.RUNNING);
                    assertThat(running.running()).isEqualTo(1);
                }
                assertThat(Archive.read(store.place()).one(Optional.of("s")).condition())
                        .isEqualTo(Archived.Condition.STOPPED);
            }
        }
    }

    private Map<String, String> all() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            // The memory that those share who have the file open is no part of what is kept.
            for (Path path : files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith("-shm"))
                    .toList()) {
                all.put(path.toString(), Long.toString(Arrays.hashCode(Files.readAllBytes(path))));
            }
        }
        return all;
    }

    @Test
    void toLookChangesNothing() throws Exception {
        assertThatThrownBy(() -> Archive.read(file.toString()))
                .isInstanceOf(IOException.class)
                .hasMessage("Journal (" + file + ") must be there, and is not; nothing was made.");
        assertThat(all()).isEmpty();
        append("s", opened());
        Map<String, String> before = all();
        only();
        assertThat(all()).isEqualTo(before);
        // Also while another has it open.
        try (Store store = SqliteStore.open(file)) {
            run(store, "t", Budget.trials(3));
            before = all();
            assertThat(Archive.read(file.toString()).studies()).hasSize(2);
            assertThat(all()).isEqualTo(before);
        }
    }

    @Test
    void whatIsDamagedOrForeignGetsASentence() throws Exception {
        append("whole", opened());
        append("broken", began("w", Budget.trials(1)));
        append("newer", new Event.Opened(Instant.EPOCH, Map.of("space", "a is new", "goals", "?"), null, Map.of()));
        Archive archive = Archive.read(file.toString());
        assertThat(archive.studies()).extracting(Archived::name).containsExactly("whole", "newer");
        assertThat(archive.damaged())
                .containsExactly("broken: Study (broken) must begin with its opening. Maybe lines are missing.");
        assertThatThrownBy(() -> archive.one(Optional.empty()))
                .hasMessageContaining("must hold one study where none is named, and holds whole, newer.");
        assertThatThrownBy(() -> archive.one(Optional.of("hole")))
                .hasMessageEndingWith("which holds whole, newer. Maybe whole.");
        Path notes = Files.writeString(file.resolveSibling("notes.txt"), "my notes, longer than a header of SQLite is");
        assertThatThrownBy(() -> Archive.read(notes.toString())).hasMessageContaining("must be an SQLite database");
        assertThatThrownBy(() -> Archive.read(folder.toString())).hasMessageContaining("must be a file");
        Path empty = Files.createFile(file.resolveSibling("empty.db"));
        assertThat(Archive.read(empty.toString()).studies()).isEmpty();
    }

    @Test
    void anAddressIsNamedWithoutItsPassword() {
        assertThatThrownBy(() -> Archive.read("postgresql://me:hush@127.0.0.1:1/db"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:1/db")
                .hasMessageNotContaining("hush");
    }
}
