package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a finished trial of a Java objective keeps. */
class TrialMemoryTest extends CellFixture {
    private static final int TRIALS = 200_000;

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
        run(cell.replace("TRIALS", "100"));
        long before = used();
        run(cell.replace("TRIALS", "" + TRIALS));
        double bytes = (used() - before) / (double) TRIALS;
        assertThat(notebook.value("many.history().completedCount()")).isEqualTo(TRIALS);
        System.out.printf("A finished trial of a Java objective keeps %.0f bytes (%d trials).%n", bytes, TRIALS);
        assertThat(bytes).isBetween(50.0, 1024.0);
    }

    /** After collections that free nothing more: what is not reachable is of no interest. */
    private static long used() {
        long before;
        long now = Long.MAX_VALUE;
        do {
            before = now;
            System.gc();
            now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        } while (now < before);
        return now;
    }
}
