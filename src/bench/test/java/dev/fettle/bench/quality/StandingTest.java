package dev.fettle.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.bench.problem.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final List<Problem> TWO = List.of(Toys.problem("p"), Toys.problem("q"));

    @Test
    void equalMediansShareTheMeanOfTheirRanks() {
        assertThat(Standing.ranks(new double[] {3, 1, 3, 2})).containsExactly(3.5, 1, 3.5, 2);
        assertThat(Standing.ranks(new double[] {5, 5, 5})).containsExactly(2, 2, 2);
        assertThat(Standing.ranks(new double[] {-1, -1 - 1e-14, 0})).containsExactly(1.5, 1.5, 3);
    }

    @Test
    void rankAndRegretAreMeansOverProblems() {
        Sheet sheet = Toys.sheet(
                TWO,
                new double[][] {{0.1, 0.3, 0.2}, {0.01, 0.01}},
                new double[][] {{0.4, 0.1}, {0, 0, 0}},
                new double[][] {{7, 9}, {0.01, 0.02, 0.005}});
        Standing[] standings = Standing.of(sheet);
        assertThat(standings[0].rank()).isEqualTo((1 + 2.5) / 2);
        assertThat(standings[1].rank()).isEqualTo((2 + 1) / 2.0);
        assertThat(standings[2].rank()).isEqualTo((3 + 2.5) / 2);
        assertThat(standings[0].regret()).isCloseTo((0.2 + 0.01) / 2, within(1e-12));
        assertThat(standings[1].regret()).isCloseTo(0.125, within(1e-12));
        assertThat(standings[2].regret()).isCloseTo((1 + 0.01) / 2, within(1e-12));
        assertThat(standings[1].logRegret()).isCloseTo((Math.log10(0.25) - 6) / 2, within(1e-12));
        assertThat(standings[2].logRegret()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void onlyWhoHasTwoRunsOnAProblemIsThere() {
        Sheet sheet = Toys.sheet(
                TWO,
                new double[][] {{1, 2}, {1, 2}},
                new double[][] {{1, 2}, {1}},
                new double[][] {{1}, {}},
                new double[][] {{}, {1, 2, 3}});
        assertThat(sheet.with(true).samplers()).containsExactly("s0");
        assertThat(sheet.with(false).samplers()).containsExactly("s0", "s1", "s3");
        assertThat(sheet.with(false).values()[2][1]).containsExactly(1, 2, 3);
    }

    @Test
    void aResampleDrawsFromTheRunsAndDoesNotHangOnTheOthers() {
        Sheet sheet = Toys.sheet(TWO, new double[][] {{1, 2, 3}, {4, 5}}, new double[][] {{6, 7}, {8, 9}});
        Sheet drawn = sheet.resampled(5);
        assertThat(drawn.values()[0][0]).hasSize(3).containsAnyOf(1, 2, 3).doesNotContain(4, 5);
        Sheet alone = new Sheet(List.of("s1"), TWO, new double[][][] {sheet.values()[1]});
        for (int r = 0; r < 50; r++) {
            assertThat(alone.resampled(r).values()[0])
                    .isDeepEqualTo(sheet.resampled(r).values()[1]);
        }
        assertThat(IntStream.range(0, 50).mapToObj(r -> sheet.resampled(r).values()[0][0][0]))
                .contains(1.0, 2.0, 3.0);
    }

    @Test
    void anIntervalLeavesOutATwentiethOfTheResamples() {
        List<Double> resampled =
                IntStream.rangeClosed(1, 1_000).mapToObj(i -> (double) i).toList();
        Interval interval = Interval.of(400, resampled);
        assertThat(interval).isEqualTo(new Interval(400, 26, 975));
        assertThat(interval.text(1)).isEqualTo("400.0 [26.0, 975.0]");
    }

    @Test
    void quartilesAreRunsOfTheSample() {
        double[] values = {5, 1, 4, 2, 3};
        assertThat(Sample.median(values)).isEqualTo(3);
        assertThat(Sample.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
        assertThat(Sample.quantile(values, 0.25)).isEqualTo(2);
        assertThat(Sample.quantile(values, 0.75)).isEqualTo(4);
        assertThat(Sample.quantile(new double[] {1, 2}, 0.25)).isEqualTo(1);
        assertThat(Sample.quantile(new double[] {1, 2}, 0.75)).isEqualTo(2);
        assertThat(values).containsExactly(5, 1, 4, 2, 3);
    }
}
