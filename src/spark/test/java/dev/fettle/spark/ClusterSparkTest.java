package dev.fettle.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.envelope.Envelope;
import dev.fettle.envelope.Packer;
import dev.fettle.envelope.Shell;
import dev.fettle.journal.Event;
import dev.fettle.run.BackendException;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two executors in processes of their own. */
class ClusterSparkTest extends SparkContract {
    /** The claim was tested with 200 trials and 20 kills. */
    private static final int KILLS = Integer.getInteger("fettle.executor.kills", 3);

    @Override
    String master() {
        return "local-cluster[2,1,1024]";
    }

    @Test
    void anExecutorThatDiesCostsAnAttempt(@TempDir Path folder) throws Exception {
        try (Shell shell = new Shell()) {
            // Every tenth trial kills the process that it runs in, the first time.
            shell.run(
                    "import java.nio.file.*; String folder = \"" + folder + "\";"
                            + "void die(int number) throws Exception { if (number % 10 == 5 && Path.of(folder, \"\" + number).toFile().createNewFile())"
                            + " { new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor(); Thread.sleep(60_000); } }"
                            + "double slow(Point p, Probe probe) throws Exception { Thread.sleep(50); die(probe.number()); return p.real(\"x\") * p.whole(\"k\"); }");
            Objective objective = (Objective) shell.value("(Objective) (p, probe) -> Score.of(slow(p, probe))");
            Side side = Side.of(KILLS * 10);
            List<String> here = side.here((p, probe) -> Score.of(p.real("x") * p.whole("k")))
                    .table();
            Side.End end = side.there(objective, shell.classes(), "spark");
            assertThat(end.table()).isEqualTo(here);
            assertThat(folder.toFile().list()).hasSize(KILLS);
            List<Integer> again = end.events().stream()
                    .filter(e -> e instanceof Event.Asked asked && asked.attempt() > 1)
                    .map(e -> ((Event.Asked) e).number())
                    .toList();
            // Whoever shares an executor with one that dies is asked for again too; here each has one of its own.
            assertThat(again).hasSize(KILLS).allSatisfy(number -> assertThat(number % 10)
                    .isEqualTo(5));
            System.out.printf(
                    "%d executors killed in %d trials: %d attempts more, each trial right%n",
                    KILLS, KILLS * 10, again.size());
        }
    }

    @Test
    void aTrialThatKillsItsExecutorsFails() throws Exception {
        try (Shell shell = new Shell()) {
            Objective objective = (Objective)
                    shell.value(
                            "(Objective) (p, probe) -> { if (probe.number() == 2) Runtime.getRuntime().halt(3); return Score.of(probe.number()); }");
            List<Trial.Finished> trials =
                    Side.of(4).there(objective, shell.classes(), "spark").trials();
            assertThat(trials.stream().filter(Trial.Completed.class::isInstance))
                    .hasSize(3);
            Failure failure = ((Trial.Failed) trials.get(1)).failure();
            assertThat(failure.type() + ": " + failure.message())
                    .matches("Lost: (executor \\d+|its executor) was lost");
            assertThat(trials.get(1).attempt()).isEqualTo(3);
        }
    }

    @Test
    void aTrialThatIgnoresItsEndLosesItsExecutor() throws Exception {
        try (Shell shell = new Shell()) {
            shell.run("double stubborn(Probe probe) { long end = System.nanoTime() + 60_000_000_000L;"
                    + " while (probe.number() == 1 && System.nanoTime() < end) { } return probe.number(); }");
            Objective objective = shell.objective("stubborn(probe)");
            long start = System.nanoTime();
            List<Trial.Finished> trials = Side.of(8)
                    .within(Duration.ofSeconds(1))
                    .there(objective, shell.classes(), "spark")
                    .trials();
            assertThat(trials).hasSize(8);
            assertThat(((Trial.Failed) trials.get(0)).failure().kind()).isEqualTo(Failure.Kind.TIMED_OUT);
            assertThat((System.nanoTime() - start) / 1e9).isLessThan(1 + 5 + 3);
        }
    }

    @Test
    void classesThatTheExecutorsCannotReadAreRefused() throws Exception {
        try (Shell shell = new Shell()) {
            byte[] bytes = Packer.pack(shell.objective("1"), shell.classes())
                    .envelope()
                    .bytes();
            int magic = HexFormat.of().formatHex(bytes).indexOf("cafebabe") / 2;
            // The version stands behind it: that of Java 99.
            bytes[magic + 7] = (byte) (44 + 99);
            Packer.Packed newer = new Packer.Packed(Envelope.of(bytes), List.of(), new TreeSet<>());
            SparkPlace place = new SparkBackend().reach("spark");
            assertThatThrownBy(() -> place.prepare(newer, List.of()))
                    .isInstanceOf(BackendException.class)
                    .hasMessageMatching("Java of the executors \\(\\d+\\) must be at least 99, .*");
        }
    }
}
