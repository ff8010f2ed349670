package dev.fettle.learner.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.random.Seed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdaBoostLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new AdaBoostLearner();
    }

    private static Dataset four(double... x) {
        return new Dataset(
                "four",
                List.of(new Feature.Numbers("x", x)),
                "y",
                new Dataset.Classes(new int[] {0, 0, 1, 1}, List.of("no", "yes")));
    }

    @Test
    void afterAPerfectTreeNoOtherIsGrown() {
        double[][] one = predictions(four(1, 2, 3, 4), Map.of("n_estimators", 1), Fitting.of(new Seed(1)));
        assertThat(one[0][0]).isGreaterThan(0.8);
        assertThat(predictions(four(1, 2, 3, 4), Map.of("n_estimators", 9), Fitting.of(new Seed(1))))
                .isDeepEqualTo(one);
    }

    /** scikit-learn refuses such data. */
    @Test
    void whereATreeIsNoBetterThanChanceTheFirstStaysAlone() {
        double[][] said = predictions(four(5, 5, 5, 5), Map.of(), Fitting.of(new Seed(1)));
        assertThat(said)
                .isDeepEqualTo(predictions(four(5, 5, 5, 5), Map.of("n_estimators", 1), Fitting.of(new Seed(1))));
    }

    @Test
    void aSteepRateEndsWhereWeightsAreNoMoreFinite() {
        for (Dataset data : sets()) {
            for (double[] row : predictions(data, Map.of("learning_rate", 1e6), Fitting.of(new Seed(1)))) {
                assertThat(row).doesNotContain(Double.NaN);
            }
        }
    }
}
