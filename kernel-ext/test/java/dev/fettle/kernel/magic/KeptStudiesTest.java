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
        fails("%tune studies", "%tune studies must be followed by one FILE or URL. Maybe %tune studies study.db.");
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
}
