package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Dataset;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MlpLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new MlpLearner();
    }

    @Test
    void earlyStoppingNeedsRowsToHoldOut() {
        Configuration values = learner().configure(Map.of("early_stopping", true));
        assertThat(learner().problems(values, new Dataset.Shape(9, 4, List.of(), 3)))
                .containsExactly("Validation rows (1 of 9) must be at least 2 and leave some."
                        + " Maybe another validation_fraction.");
        assertThat(learner().problems(values, new Dataset.Shape(11, 4, List.of(), 3)))
                .isEmpty();
    }

    /** Who gives only a part of the epochs knows that the net has not converged. */
    @Test
    void onlyAWholeTrainingWarnsThatItDidNotConverge() {
        Dataset data = sets().get(0);
        Configuration values = learner().configure(Map.of("max_iter", 3));
        assertThat(learner().fit(values, data, Fitting.of(new Seed(1))).warnings())
                .containsOnlyKeys("did not converge in max_iter = 3 iterations");
        assertThat(learner().fit(values, data, Fitting.of(new Seed(1), 3)).warnings())
                .isEmpty();
    }

    @Test
    void batchesOfMoreRowsThanThereAreAreSaidToMeanAll() {
        Dataset data = sets().get(0);
        Map<String, Object> given = Map.of("batch_size", data.rows() + 1, "tol", 1e9);
        assertThat(learner()
                        .fit(learner().configure(given), data, Fitting.of(new Seed(1)))
                        .warnings())
                .containsOnlyKeys("batch_size = " + (data.rows() + 1) + " is more than the " + data.rows()
                        + " rows of a training, and means all of them");
        Map<String, Object> fitting = Map.of("batch_size", data.rows(), "tol", 1e9);
        assertThat(learner()
                        .fit(learner().configure(fitting), data, Fitting.of(new Seed(1)))
                        .warnings())
                .isEmpty();
    }

    @Test
    void valuesWarnTooAndANetThatConvergedDoesNot() {
        for (Dataset data : sets()) {
            Configuration few = learner().configure(Map.of("max_iter", 2));
            assertThat(learner().fit(few, data, Fitting.of(new Seed(1))).warnings())
                    .isEqualTo(Map.of("did not converge in max_iter = 2 iterations", 1));
            assertThat(learner().fit(few, data, Fitting.of(new Seed(1), 2)).warnings())
                    .isEmpty();
            Configuration loose = learner().configure(Map.of("tol", 1e9, "hidden_layer_sizes", 3));
            assertThat(learner().fit(loose, data, Fitting.of(new Seed(1))).warnings())
                    .isEmpty();
        }
        assertThat(learner().resource()).contains("max_iter");
    }

    @Test
    void rowsCountByTheirWeights() {
        for (Dataset data : sets()) {
            Configuration few = learner().configure(Map.of("max_iter", 5));
            double[] weights = new double[data.rows()];
            Arrays.fill(weights, 1);
            Dataset alike = data.withWeights(weights.clone());
            weights[0] = 100;
            Dataset apart = data.withWeights(weights);
            double[] plain = said(few, data);
            assertThat(said(few, alike)).containsExactly(plain, within(1e-9));
            assertThat(said(few, apart)).isNotEqualTo(plain);
        }
    }

    private double[] said(Configuration values, Dataset data) {
        return learner().fit(values, data, Fitting.of(new Seed(1))).predictor().predict(data)[0];
    }
}
