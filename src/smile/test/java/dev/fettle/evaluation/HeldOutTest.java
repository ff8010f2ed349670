package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldOutTest {
    private static final Metric LOSS = Metrics.of("log_loss").orElseThrow();

    private final SplittableRandom random = new SplittableRandom(5);

    private double[][] said(int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(row -> random.doubles(columns).toArray())
                .toArray(double[][]::new);
    }

    private static int likeliest(double[] row) {
        return IntStream.range(0, row.length)
                .reduce((a, b) -> row[b] > row[a] ? b : a)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 9, 255, 256, 257, 1000})
    void theLikeliestClassIsKept(int classes) {
        HeldOut form = HeldOut.of(Metrics.ACCURACY, classes, 60);
        double[][] all = said(60, classes);
        double[][] read = form.read(form.write(
                        List.of(java.util.Arrays.copyOf(all, 25), java.util.Arrays.copyOfRange(all, 25, 60))))
                .orElseThrow();
        assertThat(read).hasDimensions(60, classes);
        for (int row = 0; row < 60; row++) {
            assertThat(read[row]).containsOnly(read[row].length == 1 ? new double[] {1} : new double[] {0, 1});
            assertThat(likeliest(read[row])).isEqualTo(likeliest(all[row]));
        }
    }

    @Test
    void aRowOfThreeClassesTakesTwoBits() {
        assertThat(HeldOut.of(Metrics.ACCURACY, 3, 120).write(List.<double[][]>of(said(120, 3))))
                .hasSize(40);
    }

    @Test
    void numbersAreKeptToSevenDigits() {
        HeldOut form = HeldOut.of(LOSS, 3, 50);
        double[][] all = said(50, 3);
        double[][] read = form.read(form.write(List.<double[][]>of(all))).orElseThrow();
        for (int row = 0; row < 50; row++) {
            assertThat(read[row]).containsExactly(all[row], within(1e-7));
        }
    }

    @Test
    void ofVeryManyRowsSomeAreKept() {
        HeldOut form = HeldOut.of(LOSS, 1, 100_000);
        int[] kept = form.kept();
        assertThat(kept).hasSizeBetween(10_000, 12_000).startsWith(0, 9).isSorted();
        double[][] all = said(100_000, 1);
        String text = form.write(List.<double[][]>of(all));
        assertThat(text).hasSizeLessThan(64_001);
        double[][] read = form.read(text).orElseThrow();
        assertThat(read[7][0]).isCloseTo(all[kept[7]][0], within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "no text", "////////////////////"})
    void anotherTextIsNone(String text) {
        assertThat(HeldOut.of(Metrics.ACCURACY, 3, 60).read(text)).isEmpty();
    }
}
