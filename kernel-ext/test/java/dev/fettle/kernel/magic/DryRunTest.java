package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.Stop;
import dev.fettle.kernel.cell.Cell;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.source.Origins;
import dev.fettle.kernel.variable.Session;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A dry run by a clock that only the objective moves. */
class DryRunTest extends CellFixture {
    private String dry(String options, String body) throws Exception {
        notebook.run("var clock = new java.util.concurrent.atomic.AtomicLong();");
        AtomicLong clock = (AtomicLong) Objects.requireNonNull(notebook.value("clock"));
        List<String> words = List.of((options + " --dry-run").split(" "));
        Method method = Methods.ALL.stream()
                .filter(m -> m.magic().startsWith(words.get(0)))
                .findFirst()
                .orElseThrow();
        Header header = Header.read(vocabulary(), method, words.subList(1, words.size()), true);
        Session session = new Session(Optional.empty());
        Cell cell = Cell.read(method, header, body, session.surroundings(notebook));
        Settings settings = cell.settings().found().orElseThrow(() -> new AssertionError(cell.settings()));
        new DryRun(settings, session, () -> Instant.ofEpochMilli(clock.get()), Origins.of(notebook))
                .show(kernel.output(), "d", new Stop());
        assertThat(session.studies().all()).isEmpty();
        return kernel.lastText();
    }

    @Test
    void theTimeOfOnePointTellsThatOfTheWhole() throws Exception {
        assertThat(dry("grid --jobs 2", "x in 1..9\nmaximize a\nclock.addAndGet(2000);\nreturn x;"))
                .contains("""
                        One point at x = 1 took 2.0 s (a 1.000); the 9 of the cell would take about 10.0 s with 2 jobs.
                        Nothing else was run.""");
        assertThat(notebook.value("clock.get()")).as("one point").isEqualTo(2000L);
    }

    @Test
    void theBaselineIsThePointThatIsTimed() throws Exception {
        assertThat(dry(
                        "random --trials 4",
                        "x ~ uniform(0, 1) default 0.25\nminimize a\nclock.addAndGet(3000);\nreturn x;"))
                .contains(
                        "One point at x = 0.25 took 3.0 s (a 0.2500); the 4 of the cell would take about 12.0 s with 1 job.");
    }

    @Test
    void jobsThatHaveNoWorkSaveNoTime() throws Exception {
        String body = "x ~ uniform(0, 1) default 0.25\nminimize a\nclock.addAndGet(3000);\nreturn x;";
        assertThat(dry("bayes --trials 4 --jobs 4", body)).contains("would take about 12.0 s with 1 job.");
        assertThat(dry("bayes --trials 4 --jobs 4 --batch 2", body)).contains("would take about 6.0 s with 2 jobs.");
    }

    @Test
    void theBracketsAndTheirCostAreToldBeforeTheyAreRun() throws Exception {
        String body =
                "x ~ uniform(0, 1) default 0.25\nminimize a\nclock.addAndGet(1000 * probe.resource());\nreturn x;";
        assertThat(dry("hyper --max 9", body))
                .contains(
                        "Points × resource of each rung: 9 × 1, 3 × 3, 1 × 9; 5 × 3, 1 × 9; 3 × 9.",
                        "took 9.0 s (a 0.2500); the 88 of the cell would take about 5 min 15 s with 1 job.");
        assertThat(dry("hyper --max 9 --method asha --trials 13", body))
                .contains(
                        "Resource of the rungs: 1, 3, 9; of each the best 1/3 goes on.",
                        "the 13 of the cell would take about 27.0 s with 1 job.");
    }

    @Test
    void aPointThatFailsIsTold() throws Exception {
        assertThat(dry("grid", "x in 1..9\nmaximize a\nif (x < 9) throw new IllegalStateException(\"no\");\nreturn x;"))
                .contains("One point at x = 1 failed: IllegalStateException \"no\".");
    }

    @Test
    void combinationsThatRepeatOthersAreCounted() throws Exception {
        assertThat(dry("grid", "x in 1..3\nb in {p, q} if x > 2\nmaximize a\nx"))
                .contains("4 points; 2 of 6 combinations repeat others, as conditions switch parameters off.");
        assertThat(dry("random", "x ~ uniform(0, 1)\nmaximize a\nx")).contains("Infinitely many points.");
    }

    @Test
    void nothingIsBoundOrKept() throws Exception {
        run("%%gridsearch s --dry-run\nx in 1..3\nmaximize a\nx");
        assertThat(notebook.typeOf("s")).isEmpty();
        run("%tune");
        assertThat(kernel.lastText()).startsWith("No study yet.");
    }

    @Test
    void aPointThatTakesTooLongByTheOptionFailsAtIt() throws Exception {
        run(
                "%%gridsearch --dry-run --trial-time 200ms\nx in 1..3\nmaximize a\nnew java.util.concurrent.CountDownLatch(1).await();\nreturn x;");
        assertThat(kernel.lastText()).contains("One point at x = 1 failed: took longer than 0.2s.");
    }
}
