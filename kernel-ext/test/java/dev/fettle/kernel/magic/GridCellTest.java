package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Grids that are too large, and parts of grids. */
class GridCellTest extends CellFixture {
    private static final String THIRTY =
            IntStream.range(0, 30).mapToObj(i -> "p" + i + " in {0, 1}").collect(Collectors.joining("\n"))
                    + "\nmaximize it\np0 + p29";

    @Test
    void aBillionPointsAreAnsweredAtOnce() {
        Instant start = Instant.now();
        fails("%%gridsearch huge\n" + THIRTY, "gridsearch: Trials (1.07·10⁹) must fit in memory");
        // A second where nothing else runs.
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(kernel.text()).contains("Maybe --trials 100");
    }

    @Test
    void fiftyOfABillionLieAllOverTheGrid() throws Exception {
        run("%%gridsearch some --trials 50\n" + THIRTY);
        assertThat(kernel.text())
                .contains("50 of 50 trials")
                .contains("The grid has 1.07·10⁹ points; the 50 of this study lie all over it, in an order by chance.");
        assertThat(notebook.value("some.score()")).isEqualTo(2.0);
    }

    @Test
    void aGridThatIsCutInItsOrderSaysWhatItSaw() throws Exception {
        run("%%gridsearch cut --until 7\na in {1, 2}\nb in 1..9\nc in {x, y} if a == 2\nmaximize it\nb");
        assertThat(kernel.text())
                .contains("The grid has 27 points; the 7 of this study are the first in its order, with a 1 alone,"
                        + " b at 7 of 9 values, c inactive.");
        run("%%gridsearch whole\na in {1, 2}\nmaximize it\na");
        assertThat(kernel.lastText()).doesNotContain("The grid has");
    }
}
