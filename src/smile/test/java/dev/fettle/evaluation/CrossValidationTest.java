package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.data.Travel;
import dev.fettle.evaluation.fold.Plain;
import dev.fettle.evaluation.fold.Shuffle;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Centroids;
import dev.fettle.learner.Descent;
import dev.fettle.learner.Learners;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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

    private record TestProbe(long seed, int number, int resource, List<Integer> steps, List<Double> reports, int most)
            implements Probe {
        static TestProbe listening(int number) {
            return with(number, Proposal.ALL, Integer.MAX_VALUE);
        }

        /** One that says stop at the given report. */
        static TestProbe with(int number, int resource, int most) {
            return new TestProbe(1, number, resource, new ArrayList<>(), new ArrayList<>(), most);
        }

        @Override
        public boolean report(int step, double score) {
            steps.add(step);
            reports.add(score);
            return steps.size() < most;
        }
    }

    private static Score score(int number) throws Exception {
        return IRIS.objective().evaluate(POINT, TestProbe.listening(number));
    }

    @Test
    void theScoreIsTheMeanOfTheFolds() throws Exception {
        TestProbe probe = TestProbe.listening(1);
        Score score = IRIS.objective().evaluate(POINT, probe);
        assertThat(score.folds()).hasSize(5).isEqualTo(probe.reports());
        assertThat(probe.steps()).containsExactly(1, 2, 3, 4, 5);
        assertThat(score.value())
                .isEqualTo(probe.reports().stream().mapToDouble(v -> v).sum() / 5);
        assertThat(score.value()).isGreaterThan(0.9);
        assertThat(score.metrics()).containsOnlyKeys("accuracy", "log_loss").containsEntry("accuracy", score.value());
        assertThat(score.warnings()).containsEntry("did not converge in max_iter = 50 iterations", 5);
    }

    @Test
    void theMarkTellsPredictionsApart() throws Exception {
        Score other = IRIS.objective().evaluate(POINT.with("alpha", 0.5), TestProbe.listening(1));
        assertThat(score(1).mark()).isNotZero().isEqualTo(score(2).mark()).isNotEqualTo(other.mark());
    }

    @Test
    void equalPointsScoreEquallyWhateverTheirNumber() throws Exception {
        assertThat(score(1)).isEqualTo(score(2));
    }

    @Test
    void stopsBetweenFolds() {
        TestProbe probe = TestProbe.with(1, Proposal.ALL, 1);
        assertThatThrownBy(() -> IRIS.objective().evaluate(POINT, probe)).isInstanceOf(CancellationException.class);
        assertThat(probe.reports()).hasSize(1);
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
        Score score =
                task.objective().evaluate(Point.of(Map.of("hidden_layer_sizes", List.of(5))), TestProbe.listening(1));
        // The mean alone has an error of 77; scikit-learn's linear regression of 54.7.
        assertThat(score.value()).isBetween(50.0, 65.0);
        assertThat(task.refit(POINT, new Seed(1)).testScore()).isNaN();
    }

    @Test
    void aNetThatDivergesInItsLastStepFails() {
        Point far = Point.of(Map.of("solver", "sgd", "learning_rate_init", 1e60, "max_iter", 3));
        assertThatThrownBy(() -> IRIS.objective().evaluate(far, TestProbe.listening(1)))
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
        assertThat(Learners.of("mlp").problem("alpah", 1.0).orElseThrow()).endsWith("Maybe alpha.");
        assertThat(Learners.of("mlp").problem("solver", "rmsprop").orElseThrow())
                .isEqualTo("solver (rmsprop) must be one of lbfgs, sgd, adam.");
        assertThatThrownBy(() -> IRIS.objective().evaluate(POINT.with("alpah", 1.0), TestProbe.listening(1)))
                .hasMessageEndingWith("Maybe alpha.");
    }

    @Test
    void whatDoesNotFitTogetherIsSaidAtOnce() {
        Dataset iris = Bundled.dataset("iris", null);
        assertThatThrownBy(() ->
                        Task.of(iris, 0, 5, new Descent(), List.of(Metrics.RMSE), Map.of("rate", 2.0, "ronds", 3), 1))
                .hasMessageContaining("Target (species) must be numbers, not classes, for descent.")
                .hasMessageContaining("Metric (rmse) must be one of accuracy, balanced_accuracy, f1, f1_macro,")
                .hasMessageContaining("rate (2.0) must be a number of above 0 and at most 1.")
                .hasMessageContaining("Maybe rounds.");
    }

    @Test
    void aMetricOfTwoClassesIsRefusedForThreeBeforeAnythingIsTrained() {
        Dataset iris = Bundled.dataset("iris", null);
        Metric f1 = Metrics.of("f1").orElseThrow();
        assertThatThrownBy(() -> Task.of(iris, 0, 5, Learners.of("mlp"), List.of(f1), Map.of(), 1))
                .hasMessage("Metric (f1) must have two classes, and there are 3. Maybe f1_macro.");
    }

    @Test
    void whatHindersAFoldIsSaidBeforeItsTraining() {
        Point point = POINT.with("early_stopping", true).with("validation_fraction", 0.001);
        assertThatThrownBy(() -> IRIS.objective().evaluate(point, TestProbe.listening(1)))
                .hasMessageStartingWith("Validation rows (1 of 96)");
    }

    @Test
    void itTravelsAndScoresThereAsHere() throws Exception {
        Objective there = (Objective) Travel.object(Travel.bytes(IRIS.objective()));
        assertThat(there.evaluate(POINT, TestProbe.listening(7))).isEqualTo(score(7));
    }

    @Test
    void aTrialKeepsItsPredictionsAsAShortText() throws Exception {
        Task digits =
                Task.of(Bundled.dataset("digits", null), 0, 5, new Centroids(), List.of(Metrics.ACCURACY), Map.of(), 1);
        Score score = digits.objective().evaluate(Point.of(Map.of()), TestProbe.listening(1));
        assertThat(score.value()).isGreaterThan(0.8);
        // 1,797 rows of 10 probabilities are 143,760 bytes, their likeliest classes 1,200 letters; a score with five
        // folds
        // written out in full is below a thousand.
        assertThat(score.predictions()).hasSize(1199);
        assertThat(Travel.bytes(score)).hasSizeLessThan(2200);
    }

    @Test
    void aResourceIsShownStepByStep() throws Exception {
        Task task = Task.of(
                Bundled.dataset("diabetes", null), 0, 3, new Descent(), List.of(Metrics.RMSE), Map.of("rate", 0.5), 1);
        TestProbe probe = TestProbe.with(1, 4, Integer.MAX_VALUE);
        Score score = task.objective().evaluate(Point.of(Map.of()), probe);
        assertThat(probe.steps()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(score.folds())
                .containsExactly(
                        probe.reports().get(3),
                        probe.reports().get(7),
                        probe.reports().get(11));
        assertThat(probe.reports().subList(0, 4)).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        Score all = task.objective().evaluate(Point.of(Map.of("rounds", 4)), TestProbe.listening(1));
        assertThat(score).isEqualTo(all);

        TestProbe stopping = TestProbe.with(1, 4, 6);
        assertThatThrownBy(() -> task.objective().evaluate(Point.of(Map.of()), stopping))
                .isInstanceOf(CancellationException.class);
        assertThat(stopping.steps()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aResourceOfANetIsItsEpochs() throws Exception {
        TestProbe probe = TestProbe.with(1, 20, Integer.MAX_VALUE);
        Score part = IRIS.objective().evaluate(POINT, probe);
        assertThat(probe.steps())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
        assertThat(part.mark())
                .isEqualTo(IRIS.objective()
                        .evaluate(POINT.with("max_iter", 20), TestProbe.listening(1))
                        .mark());
        Task without =
                Task.of(Bundled.dataset("iris", null), 0, 5, new Centroids(), List.of(Metrics.ACCURACY), Map.of(), 1);
        assertThatThrownBy(() -> without.objective().evaluate(Point.of(Map.of()), probe))
                .hasMessage("Resource (20) must be one that centroids knows, such as epochs, and it knows none.");
    }

    @Test
    void aResourceMayBeFolds() throws Exception {
        CrossValidation folds = IRIS.objective().withResource(Resource.FOLDS);
        assertThat(folds.mostResource()).hasValue(5);
        TestProbe probe = TestProbe.with(1, 2, Integer.MAX_VALUE);
        Score two = folds.evaluate(POINT, probe);
        assertThat(probe.steps()).containsExactly(1, 2);
        Score five = folds.evaluate(POINT, TestProbe.with(1, 5, Integer.MAX_VALUE));
        assertThat(five).isEqualTo(IRIS.objective().evaluate(POINT, TestProbe.listening(1)));
        assertThat(two.folds()).isEqualTo(five.folds().subList(0, 2));
        assertThat(two.value()).isEqualTo((two.folds().get(0) + two.folds().get(1)) / 2);
        assertThatThrownBy(() -> folds.evaluate(POINT, TestProbe.with(1, 6, Integer.MAX_VALUE)))
                .hasMessage("Resource (6) must be at most the folds, 5.");
    }

    @Test
    void aResourceMayBeRows() throws Exception {
        CrossValidation rows = IRIS.objective().withResource(Resource.ROWS);
        assertThat(rows.mostResource()).hasValue(96);
        TestProbe probe = TestProbe.with(1, 30, Integer.MAX_VALUE);
        Score some = rows.evaluate(POINT, probe);
        assertThat(probe.steps()).containsExactly(1, 2, 3, 4, 5);
        Score all = IRIS.objective().evaluate(POINT, TestProbe.listening(1));
        assertThat(some.mark()).isNotEqualTo(all.mark());
        assertThat(rows.evaluate(POINT, TestProbe.with(1, 30, Integer.MAX_VALUE)))
                .isEqualTo(some);
        assertThat(rows.evaluate(POINT, TestProbe.with(1, 96, Integer.MAX_VALUE))
                        .mark())
                .isEqualTo(all.mark());
    }

    @Test
    void theMostOfALearnerIsWhatItsConstantsSay() {
        assertThat(IRIS.objective().mostResource()).hasValue(50);
        Task standard = Task.of(
                Bundled.dataset("iris", null), 0, 5, Learners.of("mlp"), List.of(Metrics.ACCURACY), Map.of(), 1);
        assertThat(standard.objective().mostResource()).hasValue(200);
        Task none =
                Task.of(Bundled.dataset("iris", null), 0, 5, new Centroids(), List.of(Metrics.ACCURACY), Map.of(), 1);
        assertThat(none.objective().mostResource()).isEmpty();
        assertThat(none.withResource(Resource.FOLDS).objective().mostResource()).hasValue(5);
    }

    /** Each look at the clock is a second later than the one before. */
    private static InstantSource ticking() {
        AtomicInteger looks = new AtomicInteger();
        return () -> Instant.EPOCH.plusSeconds(looks.incrementAndGet());
    }

    @Test
    void trainingsAreScoredAndTimedOnRequestAndChangeNothingElse() {
        CrossValidation plain = new CrossValidation(
                Bundled.dataset("iris", null),
                new Plain(3, Shuffle.once(1))
                        .folds(Bundled.dataset("iris", null).target()),
                new Centroids(),
                Map.of(),
                List.of(Metrics.ACCURACY));
        Score without = plain.evaluate(Point.of(Map.of()), Probe.of(1));
        assertThat(without.trainings()).isEmpty();
        Score with = plain.withTrainings(ticking()).evaluate(Point.of(Map.of()), Probe.of(1));
        assertThat(with.withTrainings(List.of())).isEqualTo(without);
        assertThat(with.trainings()).hasSize(3).allSatisfy(training -> {
            assertThat(training.seconds()).isEqualTo(1);
            assertThat(training.score()).isBetween(0.85, 1.0);
        });
    }
}
