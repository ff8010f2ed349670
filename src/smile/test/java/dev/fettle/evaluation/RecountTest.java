package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Grouped;
import dev.fettle.evaluation.fold.Holdout;
import dev.fettle.evaluation.fold.Shuffle;
import dev.fettle.evaluation.fold.Splitting;
import dev.fettle.evaluation.fold.Stratified;
import dev.fettle.evaluation.fold.TimeSeries;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Learners;
import dev.fettle.space.Point;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecountTest {
    private static final Dataset IRIS = Bundled.dataset("iris", null);

    private static Task task(String metric, Splitting splitting) {
        return Task.of(
                IRIS,
                Holdout.of(0, 1),
                splitting,
                Learners.of("knn"),
                List.of(Metrics.of(metric).orElseThrow()),
                Map.of());
    }

    private static Score score(Task task) {
        return task.objective().evaluate(Point.of(Map.of()), Probe.of(1));
    }

    private static double[] counts(int n, double count) {
        double[] counts = new double[n];
        Arrays.fill(counts, count);
        return counts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"accuracy", "log_loss", "brier"})
    void allRowsOnceGiveTheScoreOfFoldsOfOneSize(String metric) {
        Task task = task(metric, new Stratified(5, Shuffle.NONE));
        Score score = score(task);
        Task.Rescoring rescoring = task.rescoring().orElseThrow();
        ToDoubleFunction<double[]> again = rescoring.of(score).orElseThrow();
        assertThat(rescoring.units()).isEqualTo(150);
        assertThat(again.applyAsDouble(counts(150, 1))).isCloseTo(score.value(), within(1e-6));
        assertThat(again.applyAsDouble(counts(150, 3))).isCloseTo(score.value(), within(1e-6));
    }

    @Test
    void rowsCountAsOftenAsTheyAreDrawn() {
        Task task = task("accuracy", new Stratified(5, Shuffle.NONE));
        ToDoubleFunction<double[]> again =
                task.rescoring().orElseThrow().of(score(task)).orElseThrow();
        int wrong = 0;
        for (int row = 0; row < 150; row++) {
            double[] alone = counts(150, 0);
            alone[row] = 2;
            wrong += again.applyAsDouble(alone) == 0 ? 1 : 0;
        }
        assertThat(1 - wrong / 150.0).isCloseTo(score(task).value(), within(1e-12));
    }

    @Test
    void aRowThatSeveralFoldsTestIsOne() {
        Task task = task("accuracy", new Stratified(5, new Shuffle(3, 7)));
        assertThat(task.folds().size()).isEqualTo(15);
        Task.Rescoring rescoring = task.rescoring().orElseThrow();
        assertThat(rescoring.units()).isEqualTo(150);
        Score score = score(task);
        assertThat(rescoring.of(score).orElseThrow().applyAsDouble(counts(150, 1)))
                .isCloseTo(score.value(), within(1e-12));
    }

    @Test
    void groupsCountAsAWhole() {
        int[] groups = IntStream.range(0, 150).map(row -> 7 * (row % 30)).toArray();
        Task task = task("accuracy", new Grouped(5, false, "plot", groups));
        Score score = score(task);
        Task.Rescoring rescoring = task.rescoring().orElseThrow();
        assertThat(rescoring.units()).isEqualTo(30);
        ToDoubleFunction<double[]> again = rescoring.of(score).orElseThrow();
        assertThat(again.applyAsDouble(counts(30, 1))).isCloseTo(score.value(), within(1e-12));
        double sum = 0;
        for (int group = 0; group < 30; group++) {
            double[] alone = counts(30, 0);
            alone[group] = 1;
            double of = again.applyAsDouble(alone);
            assertThat(5 * of).as("of five rows").isCloseTo(Math.rint(5 * of), within(1e-9));
            sum += of;
        }
        assertThat(sum / 30).isCloseTo(score.value(), within(1e-12));
    }

    @Test
    void inTheOrderOfTimeNothingIsDrawn() {
        Dataset diabetes = Bundled.dataset("diabetes", null);
        Task task = Task.of(
                diabetes, Holdout.NONE, new TimeSeries(2, 0), Learners.of("knn"), List.of(Metrics.RMSE), Map.of());
        assertThat(task.rescoring()).isEmpty();
    }

    @Test
    void whatIsNotKeptCannotBeScored() {
        Task task = task("accuracy", new Stratified(5, Shuffle.NONE));
        Task.Rescoring rescoring = task.rescoring().orElseThrow();
        assertThat(rescoring.of(Score.of(0.9))).isEqualTo(Optional.empty());
        assertThat(rescoring.of(Score.of(0.9).withPredictions("AAAA"))).isEqualTo(Optional.empty());
    }
}
