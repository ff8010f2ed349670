package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.journal.kept.Stores;
import dev.fettle.store.Presence;
import dev.fettle.store.Store;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that name no journal. */
class BesideCellTest extends CellFixture {
    private static final String CELL =
            "%%gridsearch s %s\nx in 1..20\nmaximize a\ncalls.incrementAndGet();\nreturn x % 7;";
    private final Path folder;

    BesideCellTest(@TempDir Path temporary) {
        this.folder = temporary.resolve("journals");
    }

    @Override
    Optional<Path> journals() {
        return Optional.of(folder);
    }

    private void cell(String options) throws Exception {
        if (notebook.typeOf("calls").isEmpty()) {
            notebook.run("var calls = new java.util.concurrent.atomic.AtomicInteger();");
        }
        run(CELL.replace("%s", options));
    }

    private @Nullable Object called() throws Exception {
        return notebook.value("calls.get()");
    }

    /** What another kernel has left behind: its lines without those behind a number. */
    private void leave(int lines) throws Exception {
        try (Store store = Stores.open(file("s.db").toString()).store()) {
            List<String> all = store.lines("s").read(0).subList(0, lines);
            store.remove("s");
            store.lines("s").append(0, all);
        }
    }

    private void end(Ending ending) throws Exception {
        try (Store store = Stores.open(file("s.db").toString()).store()) {
            Journal journal = new KeptJournal(store.lines("s"));
            journal.append(journal.read(0).size(), List.of(new Event.Stopped(Instant.EPOCH, 1, ending)));
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private List<String> studies(String file) throws Exception {
        try (Store store = Stores.open(file(file).toString()).store()) {
            return store.studies();
        }
    }

    @Test
    void theReportNamesIt() throws Exception {
        cell("");
        assertThat(kernel.lastText()).contains("Journal " + file("s.db") + ".").doesNotContain("A fresh run");
        assertThat(studies("s.db")).containsExactly("s");
    }

    @Test
    void aCellThatHasEndedIsRunAfresh() throws Exception {
        for (int i = 0; i < 4; i++) {
            cell("");
        }
        assertThat(kernel.lastText()).contains("Journal " + file("s.db") + ".", "A fresh run");
        assertThat(called()).isEqualTo(80);
        // Of what has ended the newest is kept.
        assertThat(studies("s.db")).containsExactlyInAnyOrder("s", "s~1");
    }

    @Test
    void whatWasCutGoesOn() throws Exception {
        cell("");
        leave(2 + 2 * 7);
        cell("");
        assertThat(kernel.lastText())
                .contains("Journal " + file("s.db") + ": 7 trials read, 13 to do.")
                .doesNotContain("A fresh run");
        assertThat(called()).isEqualTo(20 + 13);
        assertThat(studies("s.db")).containsExactly("s");
    }

    @Test
    void whatWasCutBehindItsLastTrialIsReported() throws Exception {
        cell("--jobs 2");
        leave(2 + 2 * 20);
        cell("--jobs 2");
        assertThat(kernel.lastText()).contains("Journal " + file("s.db") + ": 20 trials read, nothing to do.");
        assertThat(called()).isEqualTo(20);
    }

    @Test
    void whatWasCutWaitsBehindAnotherQuestion() throws Exception {
        cell("");
        leave(2 + 2 * 7);
        cell("--seed 5");
        assertThat(kernel.lastText())
                .contains("Journal " + file("s.db") + ".", "was cut off; it does not go on, since it differs in seed");
        assertThat(studies("s.db")).containsExactlyInAnyOrder("s", "s~1");
        cell("");
        assertThat(kernel.lastText()).contains("7 trials read, 13 to do.");
        assertThat(studies("s.db")).containsExactlyInAnyOrder("s", "s~2");
    }

    @Test
    void whatWasCutDoesNotGoOnIfItIsToBeginAnew() throws Exception {
        cell("");
        leave(2 + 2 * 7);
        cell("--restart");
        assertThat(called()).isEqualTo(40);
        assertThat(studies("s.db")).containsExactlyInAnyOrder("s", "s~1");
    }

    @Test
    void whatTheUserStoppedGoesOnInAnotherSession() throws Exception {
        cell("");
        leave(2 + 2 * 7);
        end(Ending.INTERRUPTED);
        cell("");
        assertThat(kernel.lastText()).contains("Journal " + file("s.db") + ".", "A fresh run");
        leave(2 + 2 * 7);
        end(Ending.INTERRUPTED);
        Magics.install(kernel, vocabulary(), journals());
        cell("");
        assertThat(kernel.lastText()).contains("7 trials read, 13 to do.");
    }

    @Test
    void whatWasStoppedAgainAndAgainIsKeptOnce() throws Exception {
        for (int i = 0; i < 4; i++) {
            cell("--seed " + i);
            leave(2 + 2 * 7);
            end(Ending.INTERRUPTED);
        }
        cell("");
        assertThat(studies("s.db")).containsExactlyInAnyOrder("s", "s~1");
        assertThat(kernel.lastText()).doesNotContain("cut off");
    }

    @Test
    void aStudyThatGoesOnElsewhereIsLeftAlone() throws Exception {
        cell("");
        leave(1);
        try (Store store = Stores.open(file("s.db").toString()).store();
                Presence other = store.lines("s").enter()) {
            new KeptJournal(store.lines("s"))
                    .append(
                            1,
                            List.of(new Event.Began(Instant.EPOCH, other.writer(), Budget.unlimited(), "1", Map.of())));
            cell("");
            assertThat(kernel.lastText()).contains("Journal " + file("s-2.db") + ".");
        }
        assertThat(studies("s-2.db")).containsExactly("s");
    }

    @Test
    void oneThatDoesNotFitTogetherIsLeftAlone() throws Exception {
        cell("");
        try (Store store = Stores.open(file("s.db").toString()).store()) {
            List<String> all = new ArrayList<>(store.lines("s").read(0));
            all.removeIf(line -> line.contains("\"asked\"") && line.contains("\"number\":3,"));
            store.remove("s");
            store.lines("s").append(0, all.subList(0, 12));
        }
        cell("");
        assertThat(kernel.lastText())
                .contains("There is no journal: Trial (3) of the journal must be running. Maybe lines are missing.");
        assertThat(called()).isEqualTo(40);
        assertThatThrownBy(() -> cell("--journal " + file("s.db")))
                .hasMessageContaining("Trial (3) of the journal must be running.");
    }

    @Test
    void aStudyThatGaveItsNameAwayCannotGoOn() throws Exception {
        cell("--trials 5");
        notebook.run("var before = s;");
        cell("--trials 5");
        assertThatThrownBy(() -> notebook.run("before.resume(9);"))
                .hasMessageContaining("Journal must hold this study, and does not any more. Maybe it was begun anew");
        assertThat(notebook.value("before.history().size() == 5")).isEqualTo(true);
    }

    @Test
    void anUnnamedStudyIsKeptToo() throws Exception {
        run("%%gridsearch\nx in 1..3\nmaximize a\nx");
        assertThat(kernel.lastText()).contains("Journal " + file("last.db") + ".");
    }

    @Test
    void allThatAreThereAreATable() throws Exception {
        run("%tune studies");
        assertThat(kernel.lastText()).isEqualTo("Journals beside the notebook, in " + folder + ": no study.");
        cell("");
        run("%%gridsearch\nx in 1..3\nmaximize a\nx");
        Files.writeString(file("notes.db"), "no journal");
        run("%tune studies");
        assertThat(kernel.lastText().lines())
                .hasSize(5)
                .first()
                .isEqualTo("Journals beside the notebook, in " + folder + ": 2 studies.");
        assertThat(kernel.lastText())
                .contains(
                        "journal  study  method",
                        "last.db  last   Grid search  finished  3 of 3",
                        "s.db     s ",
                        "notes.db");
    }

    @Test
    void noneIsNone() throws Exception {
        cell("--journal none");
        assertThat(kernel.lastText()).doesNotContain("ournal");
        run("%tune set journal none");
        cell("");
        assertThat(kernel.lastText()).doesNotContain("Journal " + folder);
        assertThat(folder).doesNotExist();
    }

    @Test
    void theStudyRunsWhereNoJournalCanBe() throws Exception {
        Files.writeString(folder, "a file in the place of the folder");
        cell("");
        assertThat(kernel.lastText()).contains("There is no journal: " + folder + " cannot be written", "best");
        assertThat(called()).isEqualTo(20);
    }

    @Test
    void theFolderMayBeDeletedMeanwhile() throws Exception {
        cell("");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        cell("");
        assertThat(kernel.lastText()).contains("Journal " + file("s.db") + ".", "A fresh run");
        assertThat(called()).isEqualTo(40);
        assertThat(studies("s.db")).containsExactly("s");
    }

    @Test
    void whatIsNoJournalIsLeftAlone() throws Exception {
        Files.createDirectories(folder);
        String notes = "my notes, which nobody may overwrite, and which are longer than a header of SQLite is";
        Files.writeString(file("s.db"), notes);
        cell("");
        assertThat(kernel.lastText()).contains("There is no journal: ", "must be an SQLite database");
        assertThat(Files.readString(file("s.db"))).isEqualTo(notes);
        assertThat(called()).isEqualTo(20);
    }
}
