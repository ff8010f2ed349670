package dev.fettle.kernel.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FootprintTest {
    private static final double GIB = 1 << 30;
    private static final SearchSpace THIRTY = SpaceText.parse(
            IntStream.range(0, 30).mapToObj(i -> "p" + i + " in {0, 1}").collect(Collectors.joining("\n")));

    @Test
    void aGridBeyondMemoryIsRefusedUnlessSomethingElseEndsIt() {
        Budget all = Budget.unlimited();
        Footprint print = Footprint.of(THIRTY, all, 4 * GIB);
        assertThat(print.trials()).isEqualTo(1L << 30);
        assertThat(print.tooMuch(all))
                .contains("Trials (1.07·10⁹) must fit in memory: they would keep about 690 GB, and there are 4.3 GB."
                        + " Maybe --trials 100, which lie all over the space, or --time 10m.");
        assertThat(print.sentence()).contains("1.07·10⁹ trials keep about 690 GB of memory; there are 4.3 GB.");
        assertThat(print.tooMuch(all.withTime(Duration.ofMinutes(1)))).isEmpty();
        assertThat(print.tooMuch(all.withUntil(0.5))).isEmpty();
        assertThat(print.tooMuch(all.withPatience(9))).isEmpty();
        assertThat(Footprint.of(THIRTY, Budget.trials(50), 4 * GIB).tooMuch(Budget.trials(50)))
                .isEmpty();
    }

    /** Nobody knows how many points a rare constraint leaves. */
    @Test
    void onlyWhatConstraintsLeaveCounts() {
        String six =
                "a in 1..60\nb in 1..60\nc in 1..60\nd in 1..60\ne in 1..60\nf in 1..60\nrequire a + b + c + d + e + f >= ";
        Budget all = Budget.unlimited();
        assertThat(Footprint.of(SpaceText.parse(six + 357), all, 4 * GIB).tooMuch(all))
                .isEmpty();
        assertThat(Footprint.of(SpaceText.parse(six + 183), all, 4 * GIB).tooMuch(all))
                .isPresent();
    }

    @Test
    void trialsOfARangeCountLikewise() {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)");
        Budget billion = Budget.trials(1_000_000_000);
        assertThat(Footprint.of(space, billion, 4 * GIB).tooMuch(billion)).isPresent();
        assertThat(Footprint.of(space, Budget.unlimited(), 4 * GIB).tooMuch(Budget.unlimited()))
                .isEmpty();
        Budget million = Budget.trials(1_000_000);
        assertThat(Footprint.of(space, million, 4 * GIB).tooMuch(million)).isEmpty();
        assertThat(Footprint.of(space, million, 4 * GIB).sentence())
                .contains("1·10⁶ trials keep about 430 MB of memory; there are 4.3 GB.");
        assertThat(Footprint.of(space, Budget.trials(999_999), 4 * GIB).sentence())
                .isEmpty();
    }
}
