package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.learner.hyperparameter.Configuration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreClassifierTest {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private static double[] shares(double... scores) {
        double[] shares = new double[scores.length];
        new ScoreClassifier(x -> scores, scores.length).predict(new double[0], shares);
        return shares;
    }

    private static int told(double... scores) {
        return new ScoreClassifier(x -> scores, scores.length).predict(new double[0]);
    }

    @Test
    void sharesAreTheSoftmaxOfScores() {
        assertThat(shares(0, Math.log(3))).containsExactly(new double[] {0.25, 0.75}, within(1e-15));
        assertThat(shares(5, 5, 5, 5)).containsOnly(0.25);
        assertThat(shares(-1e6, -1e6 - 1e4)).containsExactly(1, 0);
        assertThat(shares(NEVER, -800, NEVER)).containsExactly(0, 1, 0);
    }

    @Test
    void theHighestScoreIsToldAndOfEqualsTheFirst() {
        assertThat(told(1, 3, 2)).isEqualTo(1);
        assertThat(told(1, 2, 2)).isEqualTo(1);
        assertThat(told(NEVER, NEVER, -1e300)).isEqualTo(2);
        assertThat(new ScoreClassifier(x -> x, 3).classes()).containsExactly(0, 1, 2);
    }

    @Test
    void balancedClassesCountTheSame() {
        int[] y = {0, 0, 0, 3};
        assertThat(ClassWeight.of(weights("balanced"), y, 4))
                .containsExactly(new double[] {2 / 3.0, 0, 0, 2}, within(1e-15));
        assertThat(ClassWeight.of(weights("balanced"), y, new double[] {3, 1, 1, 1}, 4))
                .containsExactly(new double[] {0.6, 0, 0, 3}, within(1e-15));
        assertThat(ClassWeight.of(weights("none"), y, 4)).containsExactly(1, 0, 0, 1);
    }

    private static Configuration weights(String word) {
        return Configuration.of("any", List.of(ClassWeight.HYPERPARAMETER), Map.of("class_weight", word));
    }
}
