package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.RecordingKernel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a finished trial of a Java objective keeps. */
class TrialMemoryTest {
    private static final int TRIALS = 200_000;

    private final RecordingKernel kernel = new RecordingKernel();

    @BeforeEach
    void install() {
        Magics.install(kernel);
    }

    @AfterEach
    void close() {
        kernel.close();
    }

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
        kernel.start(cell.replace("TRIALS", "100")).get();
        long before = used();
        kernel.start(cell.replace("TRIALS", "" + TRIALS)).get();
        double bytes = (used() - before) / (double) TRIALS;
        assertThat(new Notebook(kernel.shell()).value("many.history().completedCount()"))
                .isEqualTo(TRIALS);
        System.out.printf("A finished trial of a Java objective keeps %.0f bytes (%d trials).%n", bytes, TRIALS);
        assertThat(bytes).isBetween(50.0, 1024.0);
    }

    /** After a collection: what is not reachable is of no interest. */
    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
