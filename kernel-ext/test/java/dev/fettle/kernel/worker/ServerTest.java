package dev.fettle.kernel.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.archive.Archive;
import dev.fettle.archive.Archived;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.RecordingKernel;
import dev.fettle.kernel.magic.Magics;
import dev.fettle.kernel.shelf.StudiesPage;
import dev.fettle.store.postgres.PostgresProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells whose studies are kept by a server of PostgreSQL. */
class ServerTest {
    private static final Pattern ADDRESS = Pattern.compile("postgresql://[^:]*:([^@]*)@(.*)");

    private final Path folder;
    private final RecordingKernel kernel = new RecordingKernel();
    private final String url;
    private final String secret;
    private final String place;

    ServerTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.url = PostgresProcess.shared().database();
        Matcher address = ADDRESS.matcher(url);
        assertThat(address.matches()).isTrue();
        this.secret = address.group(1);
        this.place = "postgresql://" + address.group(2);
    }

    @BeforeEach
    void install() throws Exception {
        new Notebook(kernel.shell()).run("import java.util.*;");
        Magics.install(kernel);
    }

    /** Nothing that was shown holds the password. */
    @AfterEach
    void close() {
        assertThat(kernel.text()).doesNotContain(secret);
        kernel.close();
    }

    private void run(String cell) throws Exception {
        kernel.start(cell).get();
    }

    private String mistake(String cell) throws InterruptedException {
        try {
            kernel.start(cell).get();
            return "";
        } catch (ExecutionException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String cell(String journal) {
        return "%%tpe s --trials 9 --batch 3 --jobs 1 --journal " + journal
                + "\nx ~ uniform(0, 1)\nmaximize a\nif (probe.number() == 1) {"
                + " while (!java.nio.file.Files.exists(java.nio.file.Path.of(\"" + folder + "\", \"go\"))) {"
                + " if (Thread.interrupted()) throw new InterruptedException(); Thread.onSpinWait(); } }\nreturn x * (1 - x);";
    }

    private Archived study(String journal) throws Exception {
        return Archive.read(journal).one(Optional.of("s"));
    }

    @Test
    void aWorkerHelpsAndTheStudyIsListedExportedAndGoneOnWith() throws Exception {
        Future<Object> cell = kernel.start(cell(url));
        while (Archive.read(url).studies().stream().mapToInt(Archived::running).sum() < 1) {
            assertThat(cell.isDone()).as(kernel.text()).isFalse();
            Thread.onSpinWait();
        }
        // A kernel runs one cell at a time; this is what another one shows.
        assertThat(StudiesPage.of(List.of(url), Optional.empty()).forms().get("text/plain"))
                .contains("Journal " + place + ": 1 study.", "running")
                .doesNotContain(secret);
        Process worker = Helping.elsewhere(url, "s");
        while (study(url).history().size() + study(url).running() < 3) {
            assertThat(worker.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        Files.createFile(folder.resolve("go"));
        cell.get();
        String said = new String(worker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(worker.waitFor()).as(said).isEqualTo(0);
        assertThat(said).contains("Study s of " + place + ": ", "trial 2: ", "Study s has ended: 9 trials");
        assertThat(said).doesNotContain(secret);
        Path file = folder.resolve("alone.db");
        run(cell(file.toString()));
        assertThat(scores(study(url))).isEqualTo(scores(study(file.toString())));
        run("%tune export s --journal " + url + " --out " + folder.resolve("s.csv"));
        assertThat(Files.readAllLines(folder.resolve("s.csv"))).hasSize(10);
        run("%%randomsearch again --trials 2 --journal none --from " + url
                + "#s\nx ~ uniform(0, 1)\nmaximize a\nx * (1 - x)");
        assertThat(kernel.lastText()).contains("From " + place + "#s: the best 9 points");
        assertThat(Helping.with(url, "s").out()).contains("Study s has ended: 9 trials");
    }

    private static Object scores(Archived study) {
        return study.history()
                .completed()
                .map(t -> t.number() + " " + t.point() + " " + t.score().value())
                .toList();
    }

    @Test
    void aWrongPasswordIsASentenceThatDoesNotTellIt() throws Exception {
        String wrong = url.replace(secret, "swordfish-99");
        for (String line : new String[] {
            cell(wrong), "%tune studies " + wrong, "%tune export s --journal " + wrong + " --out x.csv"
        }) {
            assertThat(mistake(line) + kernel.text())
                    .as(line)
                    .contains("password")
                    .doesNotContain("swordfish-99");
        }
        Helping said = Helping.with(wrong, "s");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).startsWith("fettle: ").contains("password").doesNotContain("swordfish-99");
    }
}
