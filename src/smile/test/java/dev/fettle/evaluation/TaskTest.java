package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Descent;
import dev.fettle.learner.Learners;
import dev.fettle.space.Point;
import dev.fettle.trial.Goal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final Dataset DIABETES = Bundled.dataset("diabetes", null);
    private static final Metric R2 = Metrics.of("r2").orElseThrow();

    private static Task task(double testShare, int k, double rate, Metric metric, long seed) {
        return Task.of(DIABETES, testShare, k, new Descent(), List.of(metric), Map.of("rate", rate), seed);
    }

    private static Set<String> differences(Task a, Task b) {
        Map<String, String> all = new TreeMap<>(a.fingerprints());
        all.entrySet().removeAll(b.fingerprints().entrySet());
        return all.keySet();
    }

    @Test
    void fingerprintsTellWhatAContinuedStudyMustShare() {
        Task task = task(0.2, 3, 0.5, R2, 1);
        assertThat(task.fingerprints()).containsOnlyKeys("data", "objective", "folds");
        assertThat(differences(task, task(0.2, 3, 0.5, R2, 1))).isEmpty();
        assertThat(differences(task, task(0.2, 4, 0.5, R2, 1))).containsExactly("folds");
        assertThat(differences(task, task(0.2, 3, 0.25, R2, 1))).containsExactly("objective");
        assertThat(differences(task, task(0.2, 3, 0.5, Metrics.RMSE, 1))).containsExactly("objective");
        assertThat(differences(task, task(0.2, 3, 0.5, R2, 2))).containsExactly("data");
    }

    @Test
    void theFirstMetricIsTheGoal() {
        assertThat(task(0, 3, 0.5, R2, 1).goal()).isEqualTo(Goal.maximize("r2"));
        assertThat(task(0, 3, 0.5, Metrics.RMSE, 1).goal()).isEqualTo(Goal.minimize("rmse"));
    }

    @Test
    void theRowsAreSplitOnce() {
        Task task = task(0.2, 3, 0.5, R2, 1);
        assertThat(task.data()).isSameAs(DIABETES);
        assertThat(task.test()).isNotNull().extracting(Dataset::rows).isEqualTo(89);
        assertThat(task.train().rows()).isEqualTo(442 - 89);
        assertThat(task.folds().size()).isEqualTo(3);
        assertThat(task(0, 3, 0.5, R2, 1).test()).isNull();
        assertThat(task(0, 3, 0.5, R2, 1).train()).isSameAs(DIABETES);
    }

    @Test
    void aPointSaysOtherwiseThanTheConstants() {
        Task task = task(0, 3, 0.5, R2, 1);
        assertThat(task.objective().values(Point.of(Map.of())).real("rate")).isEqualTo(0.5);
        assertThat(task.objective().values(Point.of(Map.of("rate", 0.125))).real("rate"))
                .isEqualTo(0.125);
    }

    private static Dataset rows(int n) {
        return DIABETES.rows(IntStream.range(0, n).toArray());
    }

    /** Nothing is trained before. */
    @Test
    void aScoreThatNoModelCanHaveIsAMistake() {
        assertThatThrownBy(() -> Task.of(rows(9), 0, 5, new Descent(), List.of(R2), Map.of("rate", 0.5), 1))
                .hasMessage(
                        "Metric (r2) must have a second row in each fold that is tested, and one of the 5 has none. Maybe"
                                + " fewer folds.");
        assertThat(Task.of(rows(10), 0, 5, new Descent(), List.of(R2), Map.of("rate", 0.5), 1)
                        .folds()
                        .size())
                .isEqualTo(5);
        assertThatThrownBy(() -> Task.of(rows(9), 0.1, 2, new Descent(), List.of(R2), Map.of("rate", 0.5), 1))
                .hasMessage("Metric (r2) must have a second row in the test, and there is none. Maybe a larger share.");
    }

    @Test
    void anAreaUnderACurveNeedsTwoClassesInEachFold() {
        Dataset cancer = Bundled.dataset("breast_cancer", null);
        Metric area = Metrics.of("roc_auc").orElseThrow();
        Folds lopsided = new Folds(List.of(new Fold(
                IntStream.range(19, 569).toArray(), IntStream.range(0, 19).toArray())));
        assertThatThrownBy(() -> new CrossValidation(cancer, lopsided, Learners.of("mlp"), Map.of(), List.of(area)))
                .hasMessageStartingWith("Metric (roc_auc) must have a second class in each fold");
        Folds both = new Folds(List.of(new Fold(
                IntStream.range(20, 569).toArray(), IntStream.range(0, 20).toArray())));
        assertThat(new CrossValidation(cancer, both, Learners.of("mlp"), Map.of(), List.of(area))
                        .folds()
                        .size())
                .isEqualTo(1);
    }
}
