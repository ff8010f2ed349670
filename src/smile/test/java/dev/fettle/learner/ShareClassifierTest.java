package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareClassifierTest {
    @Test
    void theLargestShareDecidesOfEqualsTheFirst() {
        ShareClassifier said = new ShareClassifier(double[]::clone, 3);
        double[] shares = new double[3];
        assertThat(said.predict(new double[] {0.2, 0.4, 0.4}, shares)).isEqualTo(1);
        assertThat(shares).containsExactly(0.2, 0.4, 0.4);
        assertThat(said.predict(new double[] {0.5, 0, 0.5})).isZero();
        assertThat(said.classes()).containsExactly(0, 1, 2);
    }
}
