package dev.fettle.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankSumTest {
    @Test
    void withoutTiesItIsExact() {
        // Three below four: 2 of 35 arrangements are as extreme.
        RankSum all = RankSum.of(new double[] {1, 2, 3}, new double[] {4, 5, 6, 7});
        assertThat(all.p()).isCloseTo(2 / 35.0, within(1e-12));
        assertThat(all.better()).isTrue();
        // Two pairs of twelve the other way round: 1 + 1 + 2 arrangements are as extreme at either end.
        RankSum one = RankSum.of(new double[] {4, 5, 7}, new double[] {0, 1, 2, 6});
        assertThat(one.p()).isCloseTo(8 / 35.0, within(1e-12));
        assertThat(one.better()).isFalse();
    }

    /** Every way that ranks 1 to 7 can fall to three runs, against the count of those as far from the middle. */
    @Test
    void everyArrangementOfThreeAndFourHasItsShare() {
        List<double[][]> arrangements = new ArrayList<>();
        for (int bits = 0; bits < 128; bits++) {
            if (Integer.bitCount(bits) == 3) {
                double[] ours = new double[3];
                double[] others = new double[4];
                int a = 0;
                int b = 0;
                for (int rank = 0; rank < 7; rank++) {
                    if ((bits >> rank & 1) == 1) {
                        ours[a++] = rank;
                    } else {
                        others[b++] = rank;
                    }
                }
                arrangements.add(new double[][] {ours, others});
            }
        }
        assertThat(arrangements).hasSize(35);
        for (double[][] x : arrangements) {
            double far = far(x);
            long extreme = arrangements.stream().filter(y -> far(y) >= far).count();
            assertThat(RankSum.of(x[0], x[1]).p()).isCloseTo(extreme / 35.0, within(1e-12));
        }
    }

    /** How far the number of pairs that ours wins lies from half of the twelve. */
    private static double far(double[][] arrangement) {
        return Math.abs(Wins.of(arrangement[0], arrangement[1]).better() * 12 - 6);
    }

    @Test
    void withTiesItIsNormalWithBothCorrections() {
        // U = 25; ties of 3 and 2: variance 30/12·(12 − 30/110), z = 9.5/√29.318 = 1.7545.
        RankSum ties = RankSum.of(new double[] {1, 2, 2, 3, 5}, new double[] {2, 4, 4, 6, 7, 8});
        assertThat(ties.p()).isCloseTo(0.0793, within(1e-4));
        assertThat(ties.better()).isTrue();
        assertThat(RankSum.of(new double[] {1, 1, 1}, new double[] {1, 1}).p()).isEqualTo(1);
    }

    @Test
    void balancedRunsDoNotDiffer() {
        RankSum balanced = RankSum.of(new double[] {1, 4}, new double[] {2, 3});
        assertThat(balanced.p()).isEqualTo(1);
        assertThat(balanced.verdict()).isEqualTo(RankSum.Verdict.NO_DIFFERENCE);
    }

    @Test
    void holmMultipliesTheLeastByAllAndNeverFalls() {
        List<RankSum> raw = List.of(
                new RankSum(0.03, true), new RankSum(0.01, false), new RankSum(0.02, true), new RankSum(0.6, true));
        List<RankSum> adjusted = RankSum.holm(raw);
        double[] expected = {0.06, 0.04, 0.06, 0.6};
        for (int i = 0; i < expected.length; i++) {
            assertThat(adjusted.get(i).p()).isCloseTo(expected[i], within(1e-12));
            assertThat(adjusted.get(i).better()).isEqualTo(raw.get(i).better());
        }
        assertThat(adjusted.stream().map(RankSum::verdict))
                .containsExactly(
                        RankSum.Verdict.NO_DIFFERENCE,
                        RankSum.Verdict.WORSE,
                        RankSum.Verdict.NO_DIFFERENCE,
                        RankSum.Verdict.NO_DIFFERENCE);
        assertThat(RankSum.count(adjusted, RankSum.Verdict.WORSE)).isEqualTo(1);
        assertThat(RankSum.holm(List.of(new RankSum(0.7, true), new RankSum(0.8, true))))
                .allSatisfy(r -> assertThat(r.p()).isEqualTo(1));
    }

    @Test
    void onlyProblemsOfBothAreCompared() {
        Sheet sheet = Toys.sheet(
                List.of(Toys.problem("p"), Toys.problem("q"), Toys.problem("r")),
                new double[][] {{1, 2, 3}, {1, 2}, {1, 2, 3}},
                new double[][] {{4, 5, 6, 7}, {3}, {4, 5, 6, 7}});
        assertThat(RankSum.row(sheet, 0, 1)).containsOnlyKeys(0, 2);
        assertThat(RankSum.row(sheet, 0, 1).values())
                .allSatisfy(r -> assertThat(r.p()).isCloseTo(4 / 35.0, within(1e-12)));
    }

    @Test
    void winsAreSharesOfPairsMeanOverProblems() {
        assertThat(Wins.of(new double[] {1, 2}, new double[] {2, 3, 1})).isEqualTo(new Wins(3 / 6.0, 2 / 6.0));
        Sheet sheet = Toys.sheet(
                List.of(Toys.problem("p"), Toys.problem("q")),
                new double[][] {{1, 2}, {5, 6}},
                new double[][] {{2, 3}, {5, 4}});
        assertThat(Wins.of(sheet, 0, 1)).isEqualTo(new Wins((0.75 + 0) / 2, (0.25 + 0.25) / 2));
    }
}
