package dev.fettle.kernel.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.archive.Archive;
import dev.fettle.archive.Archived;
import dev.fettle.journal.Event;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.journal.kept.Stores;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.RecordingKernel;
import dev.fettle.kernel.magic.Magics;
import dev.fettle.run.Tuning;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that help with the study of a cell. */
class WorkerTest {
    private static final int TRIALS = 12;

    private final Path folder;
    private final Path file;
    private final RecordingKernel kernel = new RecordingKernel();

    WorkerTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("s.db");
    }

    @BeforeEach
    void install() throws Exception {
        new Notebook(kernel.shell()).run("import java.util.*;");
        Magics.install(kernel);
    }

    @AfterEach
    void close() {
        kernel.close();
    }

    /** A cell whose trials of some numbers wait for a file of that number. */
    private String cell(Path journal, int... waiting) {
        String numbers = IntStream.of(waiting).mapToObj(n -> "n == " + n).collect(Collectors.joining(" || "));
        return "%%tpe s --trials " + TRIALS + " --batch 3 --jobs 1 --journal " + journal
                + "\nx ~ uniform(0, 1)\nmaximize a\nint n = probe.number();\n"
                + (numbers.isEmpty()
                        ? ""
                        : "if (" + numbers + ") { var go = java.nio.file.Path.of(\"" + folder + "\", \"go\" + n);"
                                + " while (!java.nio.file.Files.exists(go)) { if (Thread.interrupted()) throw new InterruptedException();"
                                + " Thread.onSpinWait(); } }\n")
                + "return x * (1 - x);";
    }

    private void go(int number) throws IOException {
        Files.createFile(folder.resolve("go" + number));
    }

    private static List<Object> table(Archived study) {
        List<Object> rows = new ArrayList<>();
        study.history()
                .trials()
                .forEach(t -> rows.add(List.of(
                        t.number(),
                        t.point(),
                        t.match(
                                c -> c.score().value(),
                                p -> -1.0,
                                f -> f.failure() + " " + f.failure().place()
                                        + f.failure().frames()))));
        return rows;
    }

    private Archived study(Path journal) throws IOException {
        return Archive.read(journal.toString()).one(Optional.of("s"));
    }

    /** Until so many trials of a cell that goes on are under way. */
    private void awaitRunning(Future<Object> cell, int trials) throws IOException {
        while (!Files.exists(file) || running() < trials) {
            assertThat(cell.isDone()).as(kernel.text()).isFalse();
            Thread.onSpinWait();
        }
    }

    private int running() throws IOException {
        return Archive.read(file.toString()).studies().stream()
                .mapToInt(Archived::running)
                .sum();
    }

    /** The lines of a process until one that begins so. */
    private static List<String> until(BufferedReader lines, String beginning) throws IOException {
        List<String> all = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            all.add(line);
            if (line.startsWith(beginning)) {
                return all;
            }
        }
        throw new AssertionError("No line begins with " + beginning + ": " + all);
    }

    @Test
    void aWorkerHelpsAndAnotherIsKilled() throws Exception {
        Path alone = folder.resolve("alone.db");
        kernel.start(cell(alone).replace("--jobs 1", "--jobs 2")).get();
        // The kernel waits in the first trial; a worker does the second and waits in the third.
        Future<Object> cell = kernel.start(cell(file, 1, 3));
        awaitRunning(cell, 1);
        Process killed = Helping.elsewhere(file.toString(), "s");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(until(lines, "trial 2: "))
                    .first()
                    .asString()
                    .startsWith("Study s of " + file + ": 0 trials there.");
            awaitRunning(cell, 2);
        }
        killed.destroyForcibly().waitFor();
        assertThat(killed.exitValue()).isEqualTo(137);
        go(1);
        go(3);
        Helping said = Helping.with(file.toString(), "s");
        cell.get();
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isEqualTo(0);
        assertThat(said.out()).contains("Study s has ended: 12 trials, best a 0.2");
        assertThat(table(study(file))).isEqualTo(table(study(alone)));
        try (Store store = Stores.open(file.toString()).store()) {
            Map<Integer, Long> told = new KeptJournal(store.lines("s"))
                    .read(0).stream()
                            .filter(Event.Told.class::isInstance)
                            .collect(Collectors.groupingBy(e -> ((Event.Told) e).number(), Collectors.counting()));
            assertThat(told).hasSize(TRIALS).allSatisfy((number, times) -> assertThat(times)
                    .isEqualTo(1));
        }
    }

    @Test
    void atAStopTrialsAreGivenBack() throws Exception {
        Future<Object> cell = kernel.start(cell(file, 1, 3));
        awaitRunning(cell, 1);
        Process stopped = Helping.elsewhere(file.toString(), "s");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stopped.getInputStream(), StandardCharsets.UTF_8))) {
            until(lines, "trial 2: ");
            awaitRunning(cell, 2);
            // What Ctrl-C sends has the same end.
            stopped.toHandle().destroy();
            List<String> end = until(lines, "Stopped; ");
            assertThat(end).contains("trial 3: given back");
        }
        stopped.waitFor();
        assertThat(study(file).running()).isEqualTo(1);
        go(1);
        go(3);
        cell.get();
        assertThat(study(file).history().size()).isEqualTo(TRIALS);
    }

    @Test
    void aStudyThatHasEndedIsReadAndNothingIsRun() throws Exception {
        kernel.start("%%gridsearch s --model knn --data iris --cv 3 --journal " + file + "\nn_neighbors in {1, 3}")
                .get();
        Helping said = Helping.with(file.toString(), "s");
        assertThat(said.err()).isEmpty();
        assertThat(said.out().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("Study s has ended: 2 trials, best accuracy 0.9");
    }

    /** Classes, values and helpers of the notebook, a failure in its words, and a space that is written with a variable. */
    @Test
    void aWorkerHasWhatTheCellHasFromItsNotebook() throws Exception {
        Notebook notebook = new Notebook(kernel.shell());
        for (String line : List.of(
                "double[] w = {3, 1, 4, 1, 5, 9};",
                "record Row(double a, int b) {}",
                "List<Row> rows = List.of(new Row(1, 2), new Row(3, 4));",
                "class Layer { static double bias = 0.5; static double of(double v) { return Math.max(0, v) + bias; } }",
                "double square(double v) { if (v > 1.5) throw new ArithmeticException(\"too far\");\n return v * v; }",
                "double far = 2;")) {
            notebook.run(line);
        }
        String body = "x ~ uniform(0, ${far})\nk in 1..6\nmaximize a\n";
        String java = "return square(x) + w[k - 1] * rows.get(k % 2).a() + Layer.of(x);";
        Path alone = folder.resolve("alone.db");
        kernel.start(cell(alone).replaceFirst("(?s)x ~.*", "") + body + java).get();
        String wait = cell(file, 1)
                .replaceFirst("(?s)^.*maximize a\n", "")
                .replaceFirst("return.*", "")
                .replace("\n", " ");
        Future<Object> cell = kernel.start(cell(file).replaceFirst("(?s)x ~.*", "") + body + wait + java);
        awaitRunning(cell, 1);
        Process worker = Helping.elsewhere(file.toString(), "s");
        while (study(file).history().size() < 2) {
            assertThat(worker.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        go(1);
        cell.get();
        String said = new String(worker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(worker.waitFor()).as(said).isEqualTo(0);
        assertThat(said).contains("failed: ArithmeticException \"too far\"");
        assertThat(table(study(file))).isEqualTo(table(study(alone)));
    }

    @Test
    void whatCannotBeSentIsNamed() throws Exception {
        new Notebook(kernel.shell()).run("Thread bad = new Thread();");
        kernel.start("%%gridsearch s --journal " + file + "\nx in {1, 2}\nmaximize a\nbad.getPriority() * x")
                .get();
        Helping said = Helping.with(file.toString(), "s");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .startsWith(
                        "fettle: Variable (bad) must hold what can be sent to another JVM, and java.lang.Thread cannot.");
    }

    @Test
    void dataComeAlongAndOthersAreRefusedWithAllDifferences() throws Exception {
        Path csv = Files.writeString(folder.resolve("d.csv"), "a,c\n1,x\n2,y\n3,x\n4,y\n5,x\n6,y\n");
        String cell = "%%gridsearch s --model knn --data " + csv + " --target c --cv 2 --journal " + file;
        kernel.start(cell + "\nn_neighbors in {1, 2}").get();
        Files.writeString(csv, "a,c\n1,x\n2,y\n3,x\n4,y\n5,x\n7,y\n");
        assertThat(Helping.with(file.toString(), "s").out()).contains("Study s has ended: 2 trials");
        kernel.start(cell + " --continue-anyway\nn_neighbors in {1, 2}").get();
        assertThat(Helping.with(file.toString(), "s").err())
                .contains("Study s must be what it was when it was begun, and its journal " + file + " differs in")
                .contains("data: ");
    }

    @Test
    void aProgramsStudyIsRefused() throws Exception {
        SearchSpace space = SearchSpace.of(Real.uniform("x", 0, 1));
        Tuning.minimize("loss", space, p -> p.real("x")).trials(2).journal(file).run();
        assertThat(Helping.with(file.toString(), "tuning").err())
                .contains("Study (tuning) must have been begun by a cell of this version of Fettle with --journal");
    }

    @Test
    void whatIsNotThereIsASentence() throws Exception {
        assertThat(Helping.with(file.toString(), "s").err())
                .isEqualTo("fettle: Journal (" + file + ") must be there, and is not; nothing was made.\n");
        kernel.start("%%gridsearch s --journal " + file + "\nx in {1, 2}\nmaximize a\nx")
                .get();
        assertThat(Helping.with(file.toString(), "t").err())
                .contains("Study (t) must be in the journal", "which holds s.");
    }
}
