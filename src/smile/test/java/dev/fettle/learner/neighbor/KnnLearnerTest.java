package dev.fettle.learner.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.trial.Probe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnnLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new KnnLearner();
    }

    /** scikit-learn 1.9.1, KNeighborsClassifier over StratifiedKFold(5) and KNeighborsRegressor over KFold(5). */
    @ParameterizedTest
    @CsvSource({
        "iris, accuracy, 5, uniform, 2, 0.9733333333333334",
        "iris, accuracy, 7, distance, 2, 0.98",
        "iris, accuracy, 3, uniform, 1, 0.96",
        "wine, accuracy, 5, uniform, 2, 0.6912698412698413",
        "wine, accuracy, 7, distance, 2, 0.7139682539682539",
        "wine, accuracy, 3, uniform, 1, 0.7590476190476191",
        "diabetes, rmse, 5, uniform, 2, 60.126361947859564",
        "diabetes, rmse, 7, distance, 2, 58.83736808366102",
        "diabetes, rmse, 3, uniform, 1, 61.82649372807447",
    })
    void scoresAreThoseOfScikitLearn(String data, String metric, int count, String weights, int p, double score) {
        Task task = Task.of(
                Bundled.dataset(data, null),
                0,
                5,
                learner(),
                List.of(Metrics.of(metric).orElseThrow()),
                Map.of("n_neighbors", count, "weights", weights, "p", p),
                1);
        assertThat(task.objective().evaluate(Point.of(Map.of()), Probe.of(1)).value())
                .isCloseTo(score, within(1e-9));
    }

    @Test
    void aTrainingRowIsItsOwnNeighbour() {
        Dataset iris = Bundled.dataset("iris", null);
        Model one = learner().fit(learner().configure(Map.of("n_neighbors", 1)), iris, Fitting.of(new Seed(1)));
        double[][] said = one.predictor().predict(iris);
        int[] y = ((Dataset.Classes) iris.target()).y();
        for (int i = 0; i < y.length; i++) {
            assertThat(said[i][y[i]]).isEqualTo(1);
        }
    }

    @Test
    void moreNeighboursThanRowsAreRefused() {
        assertThat(learner()
                        .problems(
                                learner().configure(Map.of("n_neighbors", 97)), new Dataset.Shape(96, 4, List.of(), 3)))
                .containsExactly("n_neighbors (97) must be at most the rows of a training, 96.");
        assertThatThrownBy(() -> predictions(sets().get(0), Map.of("n_neighbors", 1000), Fitting.of(new Seed(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("n_neighbors (1000) must be at most");
    }
}
