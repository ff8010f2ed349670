package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells with a journal. */
class JournalCellTest extends CellFixture {
    private final Path file;

    JournalCellTest(@TempDir Path folder) {
        this.file = folder.resolve("s.db");
    }

    private void cell(String options) throws Exception {
        run(text(options));
    }

    private String text(String options) {
        return "%%gridsearch s --journal " + file + " " + options
                + "\nx in 1..20\nmaximize a\ncalls.incrementAndGet();\nreturn x % 7;";
    }

    private void calls() throws Exception {
        notebook.run("var calls = new java.util.concurrent.atomic.AtomicInteger();");
    }

    private @Nullable Object called() throws Exception {
        return notebook.value("calls.get()");
    }

    @Test
    void theSameCellGoesOnToItsTotal() throws Exception {
        calls();
        cell("--trials 8");
        assertThat(kernel.lastText()).contains("Journal " + file + ": a new study, s.");
        assertThat(called()).isEqualTo(8);
        cell("--trials 8");
        assertThat(kernel.lastText()).contains("8 trials read, nothing to do.", "8 of");
        assertThat(called()).isEqualTo(8);
        assertThat(kernel.lastText()).doesNotContain("A fresh run");
    }

    @Test
    void aLargerTotalGoesOn() throws Exception {
        calls();
        cell("--until 5");
        assertThat(called()).isEqualTo(5);
        cell("--until 6");
        assertThat(kernel.lastText()).contains("5 trials read");
        assertThat(called()).isEqualTo(6);
    }

    @Test
    void anotherStudyIsRefusedWithAllDifferences() throws Exception {
        calls();
        cell("--until 5");
        fails(
                text("--until 5 --seed 7 --batch 2"),
                "Study s must ask what the journal " + file + " holds; nothing was run.");
        assertThat(kernel.lastText())
                .contains("batch: 1 there, 2 here", "seed: 42 there, 7 here", "Maybe --restart")
                .doesNotContain("--continue-anyway");
        cell("--until 5 --seed 7 --batch 2 --restart");
        assertThat(kernel.lastText()).contains("a new study, s.", "what was there is kept as s~1.");
        assertThat(called()).isEqualTo(10);
    }

    @Test
    void anotherObjectiveGoesOnAnyway() throws Exception {
        calls();
        notebook.run("int k = 1;");
        String cell = "%%gridsearch s --journal " + file + " --until 3 %s\nx in 1..20\nmaximize a\nk * x";
        run(cell.formatted(""));
        notebook.run("k = 2;");
        fails(cell.formatted(""), "Study s must ask");
        assertThat(kernel.lastText()).contains("variable k:", "--continue-anyway");
        run(cell.formatted("--continue-anyway").replace("--until 3", "--until 10"));
        assertThat(kernel.lastText()).contains("3 trials read");
        assertThat(notebook.value("s.history().size()")).isEqualTo(5);
        // From now on it is about the new one.
        run(cell.formatted("").replace("--until 3", "--until 10"));
        assertThat(kernel.lastText()).contains("5 trials read, nothing to do.");
    }

    @Test
    void whatIsNoJournalIsRefusedAndStays() throws Exception {
        calls();
        Files.writeString(
                file, "my notes, which nobody may overwrite, and which are longer than a header of SQLite is");
        String before = Files.readString(file);
        fails(text(""), "must be an SQLite database");
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(called()).isEqualTo(0);
    }

    @Test
    void aResumedStudyIsKeptToo() throws Exception {
        calls();
        cell("--trials 4");
        run("%tune resume s --trials 6");
        cell("--trials 6");
        assertThat(kernel.lastText()).contains("6 trials read");
        assertThat(called()).isEqualTo(6);
    }

    @Test
    void noneIsNoJournal() throws Exception {
        run("%%gridsearch s --journal none\nx in 1..3\nmaximize a\nx");
        assertThat(kernel.lastText()).doesNotContain("Journal");
    }
}
