package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies of a journal, looked at and written to files. */
class KeptStudiesTest extends CellFixture {
    private final Path file;
    private final Path out;

    KeptStudiesTest(@TempDir Path folder) {
        this.file = folder.resolve("s.db");
        this.out = folder.resolve("t.csv");
    }

    private String last(String line) throws Exception {
        run(line);
        return kernel.lastText();
    }

    private void studies() throws Exception {
        run("%%gridsearch grid --journal " + file
                + "\nx in 1..7\nmaximize a\nif (x == 3) throw new IllegalStateException();\nreturn x;");
        run("%%randomsearch some --trials 3 --journal " + file + "\nx ~ uniform(0, 1)\nminimize b\nx * 0 + 0.25");
    }

    @Test
    void theStudiesOfAJournalAreATable() throws Exception {
        studies();
        List<String> lines = last("%tune studies " + file).lines().toList();
        assertThat(lines.get(0)).isEqualTo("Journal " + file + ": 2 studies.");
        assertThat(lines.get(1)).matches("study  method +state +trials +best +last run");
        assertThat(lines.get(2))
                .matches(
                        "grid   Grid search +finished  7 of 7: 6 scored, 1 failed +a 7\\.0+ at trial 7 +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
        assertThat(lines.get(3)).matches("some   Random search +finished  3 of 3 +b 0\\.2500 at trial 1 .*");
    }

    @Test
    void whatIsNotThereIsASentenceAndNoFile() throws Exception {
        fails("%tune studies " + file, "Journal (" + file + ") must be there, and is not; nothing was made.");
        assertThat(file).doesNotExist();
        fails("%tune studies a.db b.db", "%tune studies must be followed by one FILE or URL, or by nothing");
        assertThat(last("%tune studies")).isEqualTo("Journals beside the notebook: no study.");
        fails("%tune studies postgresql://me:hush@127.0.0.1:1/db", "127.0.0.1:1/db");
        assertThat(kernel.text()).doesNotContain("hush");
    }

    @Test
    void allTrialsOfAStudyGoToAFile() throws Exception {
        studies();
        assertThat(last("%tune export grid --out " + out))
                .isEqualTo("Wrote " + out + ": 7 trials of grid in 6 columns.");
        String csv = Files.readString(out);
        assertThat(csv).startsWith("trial,state,a,se,x,seconds\r\n1,completed,1.0,,1,");
        fails("%tune export grid --out " + out, "must not be there yet; it stays as it is. Maybe --overwrite");
        assertThat(last("%tune export some --overwrite --out=" + out)).contains("3 trials of some");
        // The same from the journal, whether the session knows the study or not.
        run("%tune export grid --overwrite --journal " + file + " --out " + out);
        assertThat(Files.readString(out)).isEqualTo(csv);
    }

    @Test
    void mistakesOfAnExportAreToldTogether() throws Exception {
        studies();
        fails(
                "%tune export grid more --aut " + out + " --journal",
                "Option (--aut) of %tune export must be one of --out, --journal, --overwrite. Maybe --out.\n"
                        + "Option (--journal) must have a value.\n%tune export must have one name, and has grid, more.");
        fails("%tune export --journal " + file, "Option (--journal) must stand beside --out. Maybe --out trials.csv.");
        fails(
                "%tune export --out t.csv --journal " + file,
                "must hold one study where none is named, and holds grid, some.");
        fails("%tune export gird --out t.csv --journal " + file, "which holds grid, some. Maybe grid.");
        fails("%tune export grid", "Export must be of a study with --model");
        fails("%tune export grid --out t.txt", "must end in .csv or .json. Maybe trials.csv.");
    }

    @Test
    void aStudyBeginsWithOneOfAJournal() throws Exception {
        studies();
        String cell = "%%tpe s --trials 12 --from " + file + "%s --journal none\nx ~ int(2, 40)\nmaximize a\nx";
        fails(
                cell.formatted(""),
                "must hold one study where none is named, and holds grid, some. Maybe --from " + file + "#grid.");
        fails(cell.formatted("#gird"), "which holds grid, some. Maybe grid.");
        run(cell.formatted("#grid"));
        assertThat(kernel.lastText())
                .contains(
                        "From " + file + "#grid: the best 5 points that fit are tried first, and all 5 results that fit"
                                + " are known to the model; 1 did not fit, the first since x = 1 lies outside int(2, 40).");
        fails(cell.formatted(".not"), "must be there, and is not; nothing was made.");
        fails("%%tpe s --from nobody\nx ~ int(2, 40)\nmaximize a\nx", "1 mistake");
        assertThat(kernel.lastText()).contains("Study (nobody) behind --from must have run in this notebook");
    }

    @Test
    void aStudyBeginsWithOneOfOptuna() throws Exception {
        Files.copy(Path.of("../src/engine/test/resources/optuna/optuna.db"), file);
        byte[] before = Files.readAllBytes(file);
        run("%%tpe s --trials 14 --from " + file
                + "#net --journal none\nx ~ uniform(-1, 1)\nalpha ~ logUniform(1e-5, 1e-1)"
                + "\nunits ~ int(16, 112, step 16)\nsolver in {sgd, adam, none, true, 2, 0.5}\nmaximize score\nx");
        assertThat(kernel.lastText())
                .contains("From " + file
                        + "#net: the best 9 points that fit are tried first, and all 9 results that fit are"
                        + " known to the model.");
        assertThat(last("%tune studies " + file))
                .contains(
                        "net        Optuna  running elsewhere  12: 9 scored, 1 pruned, 2 failed, 1 running  value 1.090 at trial 1")
                .contains("two goals  Optuna  finished           3");
        run("%tune export net --journal " + file + " --out " + out);
        assertThat(Files.readString(out))
                .startsWith(
                        "trial,state,value,se,x,alpha,units,solver,seconds\r\n0,completed,-0.003932909580603812,,-0.165955990594852,");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void noPasswordIsShown() {
        String secret = "hush-hush";
        String url = "postgresql://me:" + secret + "@127.0.0.1:1/db";
        String body = "\nx in {1, 2}\nmaximize a\nx";
        for (String line : List.of(
                "%%gridsearch s --journal " + url + " --trails 3",
                "%%gridsearch " + url,
                "%%gridsearch s --storage " + url,
                "%%gridsearch s --jornal=" + url,
                "%%gridsearch s --seed " + url,
                "%%gridsearch s --from " + url,
                "%%gridsearch s --journal none --dry-run --from " + url,
                "%%gridsearch s --journal " + url)) {
            fails(line + body, "gridsearch");
            assertThat(kernel.text()).as(line).doesNotContain(secret);
        }
        assertThat(kernel.lastText()).contains("127.0.0.1:1/db");
    }
}
