package dev.fettle.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarningsTest {
    private static List<String> said(Object... textsAndCounts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < textsAndCounts.length; i += 2) {
            counts.put((String) textsAndCounts[i], (Integer) textsAndCounts[i + 1]);
        }
        return new Warnings(counts).sentences();
    }

    @Test
    void aWarningIsSaidOnceWithItsCount() {
        assertThat(said("no luck", 124, "did not converge in max_iter = 200 iterations", 1))
                .containsExactly(
                        "Warning, 124 times: no luck",
                        "Warning, 1 time: did not converge in max_iter = 200 iterations. Maybe a larger max_iter, or scaled features.");
        assertThat(said()).isEmpty();
    }

    @Test
    void aWarningOfAllFitsSaysSo() {
        Warnings warnings = new Warnings(Map.of("did not converge in max_iter = 200 iterations", 360));
        assertThat(warnings.sentences(360))
                .containsExactly("Warning of all 360 fits: did not converge in max_iter = 200 iterations."
                        + " Maybe a larger max_iter, or scaled features.");
        assertThat(warnings.sentences(720).get(0)).startsWith("Warning of 360 of 720 fits: did");
        assertThat(warnings.sentences(100).get(0)).as("several a fit").startsWith("Warning, 360 times: did");
        assertThat(new Warnings(Map.of("odd", 1)).sentences(1)).containsExactly("Warning of 1 of 1 fit: odd");
    }

    @Test
    void whatDiffersInANumberIsOneLineWithItsRangeAndWhatToDo() {
        assertThat(said(
                        "did not converge in max_iter = 229 iterations", 5,
                        "did not converge in max_iter = 10 iterations", 3,
                        "did not converge in max_iter = 1000 iterations", 1))
                .containsExactly("Warning, 9 times: did not converge in max_iter = 10 to 1000 iterations."
                        + " Maybe larger numbers there, or scaled features.");
    }

    @Test
    void numbersThatAreTheSameStandAsTheyAre() {
        assertThat(said(
                        "batch_size = 1024 is more than the 96 rows", 4,
                        "batch_size = 1024 is more than the 97 rows", 1,
                        "penalty l1 at 1e-05", 1,
                        "penalty l2 at 1e-05", 1,
                        "penalty l2 at 0.1", 1))
                .containsExactly(
                        "Warning, 5 times: batch_size = 1024 is more than the 96 to 97 rows",
                        "Warning, 1 time: penalty l1 at 1e-05",
                        "Warning, 2 times: penalty l2 at 1e-05 to 0.1");
    }
}
