package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkTest {
    private static long of(double[]... rows) {
        Mark mark = new Mark();
        mark.add(rows);
        return mark.value();
    }

    /** By the same rule in Python. */
    @Test
    void isTheSameOnEveryMachine() {
        assertThat(of(new double[] {0.25, 0.75}, new double[] {1, 0})).isEqualTo(-17458541955180151L);
    }

    @Test
    void everyBitCountsAndSoDoOrderAndRows() {
        assertThat(List.of(
                        of(new double[] {1, 2}),
                        of(new double[] {2, 1}),
                        of(new double[] {1}, new double[] {2}),
                        of(new double[] {1, Math.nextUp(2.0)}),
                        of(new double[] {1, 2, 0}),
                        of(new double[] {0}),
                        of(new double[] {-0.0}),
                        of(new double[] {})))
                .doesNotHaveDuplicates()
                .doesNotContain(0L);
        assertThat(of(new double[] {Double.longBitsToDouble(0x7ff8000000000001L)}))
                .isEqualTo(of(new double[] {Double.NaN}));
    }

    @Test
    void noPredictionsStillHaveOne() {
        assertThat(of()).isEqualTo(1);
    }
}
