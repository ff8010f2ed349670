package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** What a finished trial of a Java objective keeps. */
class TrialMemoryTest extends CellFixture {
    private static final int TRIALS = 200_000;
    private static final int COUNTS = 5;

    @Test
    void aTrialKeepsLessThanAKilobyte() throws Exception {
        String cell = """
                %%randomsearch many --live off --plot none --quiet --jobs 2 --trials TRIALS
                x ~ uniform(0, 1)
                alpha ~ logUniform(1e-5, 1e-1)
                k in 1..9
                mode in {sgd, adam}
                minimize loss
                x * k + alpha + mode.length()
                """;
        run(cell.replace("TRIALS", "" + TRIALS));
        assertThat(notebook.value("many.history().completedCount()")).isEqualTo(TRIALS);
        long kept = used();
        // What is replaced is garbage.
        run(cell.replace("TRIALS", "100"));
        double bytes = (kept - used()) / (double) TRIALS;
        System.out.printf("A finished trial of a Java objective keeps %.0f bytes (%d trials).%n", bytes, TRIALS);
        assertThat(bytes).isBetween(50.0, 1024.0);
    }

    /**
     * The bytes of all objects that are reachable: what the collector calls free depends on what it has still to do. A JVM in
     * which some thread is in native code counts garbage too, so the least of several counts is nearest.
     */
    private static long used() throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COUNTS; i++) {
            least = Math.min(least, counted());
        }
        return least;
    }

    private static long counted() throws Exception {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        String total =
                histogram.toString().lines().reduce((first, last) -> last).orElseThrow();
        return Long.parseLong(total.strip().split("\\s+", -1)[2]);
    }
}
