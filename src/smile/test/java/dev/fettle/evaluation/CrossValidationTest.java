package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Learners;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final Task IRIS = Task.of(
            Bundled.dataset("iris", null),
            0.2,
            5,
            Learners.of("mlp"),
            List.of(Metrics.ACCURACY, Metrics.of("log_loss").orElseThrow()),
            Map.of("max_iter", 50),
            42);
    private static final Point POINT = Point.of(Map.of("hidden_layer_sizes", List.of(20), "learning_rate_init", 0.02));

    private record TestProbe(long seed, int number, List<Double> reports, boolean goOn) implements Probe {
        @Override
        public int resource() {
            return 0;
        }

        @Override
        public boolean report(int step, double score) {
            reports.add(score);
            return goOn;
        }
    }

    private static Score score(int number) throws Exception {
        return IRIS.objective().evaluate(POINT, new TestProbe(1, number, new ArrayList<>(), true));
    }

    @Test
    void theScoreIsTheMeanOfTheFolds() throws Exception {
        List<Double> reports = new ArrayList<>();
        Score score = IRIS.objective().evaluate(POINT, new TestProbe(1, 1, reports, true));
        assertThat(score.folds()).hasSize(5).isEqualTo(reports);
        assertThat(score.value()).isEqualTo(reports.stream().mapToDouble(v -> v).sum() / 5);
        assertThat(score.value()).isGreaterThan(0.9);
        assertThat(score.metrics()).containsOnlyKeys("accuracy", "log_loss").containsEntry("accuracy", score.value());
        assertThat(score.warnings()).containsEntry("did not converge in max_iter = 50 iterations", 5);
    }

    @Test
    void theMarkTellsPredictionsApart() throws Exception {
        Score other = IRIS.objective().evaluate(POINT.with("alpha", 0.5), new TestProbe(1, 1, new ArrayList<>(), true));
        assertThat(score(1).mark()).isNotZero().isEqualTo(score(2).mark()).isNotEqualTo(other.mark());
    }

    @Test
    void equalPointsScoreEquallyWhateverTheirNumber() throws Exception {
        assertThat(score(1)).isEqualTo(score(2));
    }

    @Test
    void stopsBetweenFolds() {
        List<Double> reports = new ArrayList<>();
        assertThatThrownBy(() -> IRIS.objective().evaluate(POINT, new TestProbe(1, 1, reports, false)))
                .isInstanceOf(CancellationException.class);
        assertThat(reports).hasSize(1);
    }

    @Test
    void theWinnerIsTestedOnRowsThatWereNotTunedOn() {
        Task.Refitted refitted = IRIS.refit(POINT, new Seed(42));
        assertThat(refitted.testScore()).isGreaterThan(0.9);
        assertThat(java.util.Objects.requireNonNull(IRIS.test()).rows()).isEqualTo(30);
        assertThat(IRIS.train().rows()).isEqualTo(120);
    }

    @Test
    void valuesAreScoredByTheirError() throws Exception {
        Dataset diabetes = Bundled.dataset("diabetes", null);
        Task task = Task.of(diabetes, 0, 4, Learners.of("mlp"), List.of(Metrics.RMSE), Map.of("solver", "lbfgs"), 1);
        Score score = task.objective()
                .evaluate(
                        Point.of(Map.of("hidden_layer_sizes", List.of(5))),
                        new TestProbe(1, 1, new ArrayList<>(), true));
        // The mean alone has an error of 77; scikit-learn's linear regression of 54.7.
        assertThat(score.value()).isBetween(50.0, 65.0);
        assertThat(task.refit(POINT, new Seed(1)).testScore()).isNaN();
    }

    @Test
    void aNetThatDivergesInItsLastStepFails() {
        Point far = Point.of(Map.of("solver", "sgd", "learning_rate_init", 1e60, "max_iter", 3));
        assertThatThrownBy(() -> IRIS.objective().evaluate(far, new TestProbe(1, 1, new ArrayList<>(), true)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("must be finite")
                .hasMessageContaining("Maybe");
    }

    @Test
    void theSmallerNetIsSimpler() {
        assertThat(IRIS.size(POINT)).isEqualTo(5 * 20 + 21 * 3);
        assertThat(IRIS.size(POINT.with("hidden_layer_sizes", List.of(20, 3)))).isEqualTo(5 * 20 + 21 * 3 + 4 * 3);
    }

    @Test
    void learnersNameWhatTheyDoNotKnow() {
        assertThatThrownBy(() -> Learners.of("mpl")).hasMessage("Model (mpl) must be one of mlp. Maybe mlp.");
        assertThatThrownBy(() -> Learners.of("random_forest")).hasMessageContaining("comes later");
        assertThat(Learners.of("mlp").problem("alpah", 1.0).orElseThrow()).endsWith("Maybe alpha.");
        assertThat(Learners.of("mlp").problem("solver", "rmsprop").orElseThrow())
                .isEqualTo("solver (rmsprop) must be one of lbfgs, sgd, adam.");
    }
}
