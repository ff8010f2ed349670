package dev.fettle.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void fewRowsAreSortedAsManyAre() {
        double[][] x = GrowthTest.rows(8, 200);
        Columns columns = Columns.of(x);
        int[] all = IntStream.range(0, 200).toArray();
        int[] sorted = new int[200];
        for (int feature = 0; feature < 3; feature++) {
            int f = feature;
            for (int to : new int[] {1, 2, 10, 49, 50, 51, 200}) {
                columns.sort(f, all, 0, to, sorted);
                int[] expected = IntStream.range(0, to)
                        .boxed()
                        .sorted((a, b) -> Double.compare(x[a][f], x[b][f]))
                        .mapToInt(Integer::intValue)
                        .toArray();
                assertThat(Arrays.copyOf(sorted, to)).isEqualTo(expected);
            }
        }
    }
}
