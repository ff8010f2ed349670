package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.sampler.Sequence.Place;
import dev.fettle.space.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class WithoutReplacementTest {
    private static final Place FAILING = new Place.Failing();
    private static final Place REPEATED = new Place.Repeated();

    private static Place point(long number) {
        return new Place.Fresh(Point.of(Map.of("n", (int) number)));
    }

    /** All points from 0 on, in their order. */
    private record All(long size) implements Sequence {
        @Override
        public Place at(long place, BooleanSupplier goOn) {
            return point(place);
        }
    }

    /** Goes through all places, and gives those that hold a point. */
    private static List<String> fresh(Sequence sequence) {
        List<String> fresh = new ArrayList<>();
        for (long place = 0; place < sequence.size() && place < 20_000; place++) {
            if (sequence.at(place, () -> true) instanceof Place.Fresh f) {
                fresh.add(place + ": " + f.point());
            }
        }
        return fresh;
    }

    @Test
    void whatWasNotDrawnFollowsBehindAThousandRepeats() {
        Sequence sequence = new WithoutReplacement((n, goOn) -> point(n % 2), new All(4));
        assertThat(sequence.size()).isEqualTo(Long.MAX_VALUE);
        assertThat(fresh(sequence)).containsExactly("0: n = 0", "1: n = 1", "1004: n = 2", "1005: n = 3");
        assertThat(sequence.size()).isEqualTo(1006);
        assertThat(sequence.at(1001, () -> true)).isEqualTo(REPEATED);
    }

    @Test
    void aFreshPointEndsARowOfRepeats() {
        Sequence sequence = new WithoutReplacement((n, goOn) -> point(Math.min(3, n / 1_000)), new All(4));
        assertThat(fresh(sequence)).containsExactly("0: n = 0", "1000: n = 1", "2000: n = 2", "3000: n = 3");
        assertThat(sequence.size()).isEqualTo(4001 + 4);
    }

    @Test
    void failingDrawsEndWhenThereWereAsManyAsPoints() {
        Sequence few = new WithoutReplacement((n, goOn) -> FAILING, new All(3));
        assertThat(fresh(few)).containsExactly("1000: n = 0", "1001: n = 1", "1002: n = 2");
        Sequence many = new WithoutReplacement((n, goOn) -> FAILING, new All(1_500));
        assertThat(fresh(many)).hasSize(1_500).startsWith("1500: n = 0");
    }

    @Test
    void failingDrawsAreNoRepeatsAndEndNoRowOfThem() {
        Sequence sequence = new WithoutReplacement((n, goOn) -> n % 2 == 0 ? point(7) : FAILING, new All(9_000));
        assertThat(fresh(sequence)).hasSize(9_000).startsWith("0: n = 7", "2001: n = 0");
    }

    @Test
    void aPlaceHoldsTheSameInWhateverOrderItIsLookedAt() {
        for (long jump : new long[] {1005, 1003, 500, 1}) {
            Sequence sequence = new WithoutReplacement((n, goOn) -> point(n % 2), new All(4));
            sequence.at(jump, () -> true);
            assertThat(sequence.at(1005, () -> true)).isEqualTo(point(3));
            assertThat(sequence.at(1003, () -> true)).isEqualTo(REPEATED);
            assertThat(sequence.at(500, () -> true)).isEqualTo(REPEATED);
            assertThat(sequence.at(1, () -> true)).isEqualTo(point(1));
            assertThat(sequence.at(0, () -> true)).isEqualTo(point(0));
        }
    }

    @Test
    void withoutAListOfAllPointsTheDrawsGoOn() {
        Sequence sequence = new WithoutReplacement((n, goOn) -> point(n / 5_000), null);
        assertThat(fresh(sequence)).containsExactly("0: n = 0", "5000: n = 1", "10000: n = 2", "15000: n = 3");
        assertThat(sequence.size()).isEqualTo(Long.MAX_VALUE);
    }
}
