package dev.fettle.kernel.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.journal.kept.Stores;
import dev.fettle.kernel.place.Assignment;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.store.Store;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies that keep something else than a worker of this computer can open. */
class RefusedTest {
    private static final StudyConfig CONFIG =
            StudyConfig.of("s", SearchSpace.of(Real.uniform("x", 0, 1)), Goal.minimize("loss"), new RandomSampler());

    private final Path file;

    RefusedTest(@TempDir Path folder) {
        this.file = folder.resolve("s.db");
    }

    private Helping said(Map<String, String> about) throws Exception {
        try (Store store = Stores.open(file.toString()).store()) {
            Study study = Study.open(CONFIG, new KeptJournal(store.lines("s"), about), InstantSource.system());
            study.begin(Budget.trials(3)).close();
        }
        return Helping.with(file.toString(), "s");
    }

    /** An envelope with one class of a version, and contents that are none. */
    private static String envelope(int java) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(1);
            out.writeUTF("REPL.$JShell$1");
            out.writeInt(8);
            out.writeLong(44L + java);
            out.write("nothing".getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Test
    void ofANewerJava() throws Exception {
        Helping said = said(Map.of(Assignment.ENVELOPE, envelope(99)));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("Its code runs here with your rights");
        assertThat(said.err())
                .startsWith("fettle: Java (" + Runtime.version().feature()
                        + ") must be at least 99, for which the kernel of study s compiles.");
    }

    @Test
    void whichNeedsAJar() throws Exception {
        Map<String, String> about =
                Map.of(Assignment.ENVELOPE, envelope(8), Assignment.CLASSES, "java.util.List org.nowhere.Model");
        assertThat(said(about).err())
                .isEqualTo("fettle: Class path must have what the notebook of study s had, and lacks org.nowhere.Model."
                        + " Maybe --jars with what was added there.\n");
    }

    @Test
    void whichCannotBeOpened() throws Exception {
        assertThat(said(Map.of(Assignment.ENVELOPE, envelope(8))).err())
                .startsWith(
                        "fettle: Study (s) must have been begun by this version of Fettle, and what it keeps cannot be opened: ");
    }

    @Test
    void whichIsNoEnvelope() throws Exception {
        assertThat(said(Map.of(Assignment.ENVELOPE, "bm90aGluZw==")).err())
                .startsWith("fettle: ")
                .contains("Study (s)");
    }

    @Test
    void whichWasTooLarge() throws Exception {
        assertThat(said(Map.of(Assignment.UNSENDABLE, "Objective and its data (48 MB packed) must be less."))
                        .err())
                .isEqualTo("fettle: Objective and its data (48 MB packed) must be less.\n");
    }
}
