package dev.fettle.learner.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void ofAnEvenNumberTwoAreInTheMiddle() {
        assertThat(Median.of(new double[] {4, 1, 3, 2}, new double[] {1, 1, 1, 1}))
                .isEqualTo(new Median(2, 3));
        assertThat(Median.of(new double[] {4, 1, 3}, new double[] {1, 1, 1})).isEqualTo(new Median(3, 3));
    }

    @Test
    void halfOfTheWeightLiesOnEachSide() {
        assertThat(Median.of(new double[] {4, 1, 3, 2}, new double[] {9, 1, 1, 1}))
                .isEqualTo(new Median(4, 4));
        assertThat(Median.of(new double[] {4, 1, 3, 2}, new double[] {1, 1, 3, 0.5}))
                .isEqualTo(new Median(3, 3));
        assertThat(Median.of(new double[] {4, 1, 3, 2}, new double[] {1, 2, 2, 1}))
                .isEqualTo(new Median(2, 3));
        assertThat(Median.of(new double[] {5, 6}, new double[] {2, 1})).isEqualTo(new Median(5, 5));
    }

    @Test
    void whatWeighsAlikeMayWeighAnything() {
        double[] values = {7, -1, 2, 2, 9, 4};
        double[] alike = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertThat(Median.of(values, alike)).isEqualTo(new Median(2, 4));
        assertThat(values[0]).isEqualTo(7);
    }
}
