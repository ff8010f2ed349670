package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.random.Seed;
import dev.fettle.run.Tuning;
import dev.fettle.trial.History;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What linear and kernel models keep beyond the contract of all learners. */
class ModelsTest {
    private static final Dataset CLASSES = Blobs.with(new Dataset.Classes(Blobs.codes(3), List.of("a", "b", "c")));
    private static final Dataset VALUES = Blobs.with(new Dataset.Values(Blobs.sums()));

    private static double[][] said(Learner learner, Dataset train, Dataset test) {
        return learner.fit(learner.configure(Map.of()), train, Fitting.of(new Seed(1)))
                .predictor()
                .predict(test);
    }

    private static int[] where(int... codes) {
        int[] all = Blobs.codes(3);
        return IntStream.range(0, all.length)
                .filter(i -> IntStream.of(codes).anyMatch(c -> c == all[i]))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "svm", "naive_bayes", "lda", "qda"})
    void aClassWithoutARowIsNeverToldAndDoesNotMatter(String name) {
        Learner learner = Learners.of(name);
        Dataset two = Blobs.with(new Dataset.Classes(
                Arrays.stream(Blobs.codes(3)).map(c -> c / 2).toArray(), List.of("a", "c")));
        double[][] of = said(learner, CLASSES.rows(where(0, 2)), CLASSES);
        double[][] alone = said(learner, two.rows(where(0, 2)), two);
        for (int i = 0; i < of.length; i++) {
            assertThat(of[i]).containsExactly(alone[i][0], 0, alone[i][1]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "svm", "naive_bayes", "lda", "qda"})
    void aClassWithAllRowsIsCertain(String name) {
        for (double[] shares : said(Learners.of(name), CLASSES.rows(where(1)), CLASSES)) {
            assertThat(shares).containsExactly(0, 1, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ridge", "lasso", "elastic_net", "svr", "gaussian_process"})
    void aTargetThatIsTheSameEverywhereIsSaidEverywhere(String name) {
        double[] same = new double[Blobs.ROWS];
        Arrays.fill(same, 7.1);
        for (double[] value : said(Learners.of(name), Blobs.with(new Dataset.Values(same)), VALUES)) {
            assertThat(value[0]).isCloseTo(7.1, within(1e-12));
        }
    }

    /** Features may be taken twice, and be the same for all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "logistic",
                "svm",
                "naive_bayes",
                "lda",
                "ridge",
                "lasso",
                "elastic_net",
                "svr",
                "gaussian_process"
            })
    void rowsAndColumnsMayRepeat(String name) {
        Learner learner = Learners.of(name);
        Dataset data = learner.learns(CLASSES.target()) ? CLASSES : VALUES;
        int[] twice = IntStream.range(0, 2 * Blobs.ROWS).map(i -> i / 2).toArray();
        double[] same = new double[Blobs.ROWS];
        Arrays.fill(same, 0.1);
        Dataset wide = data.with(List.of(
                data.features().get(0),
                data.features().get(1),
                data.features().get(2),
                data.features().get(0),
                new Feature.Numbers("same", same)));
        for (double[] row : said(learner, wide.rows(twice), wide)) {
            assertThat(row).doesNotContain(Double.NaN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logistic",
                "svm",
                "naive_bayes",
                "lda",
                "qda",
                "ridge",
                "lasso",
                "elastic_net",
                "svr",
                "gaussian_process",
                "knn",
                "decision_tree",
                "regression_tree",
                "mlp"
            })
    void aRandomSearchFindsTheSameAtAnyJobs(String name) {
        Learner learner = Learners.of(name);
        boolean classes = learner.learns(CLASSES.target());
        Metric metric = Metrics.of(classes ? "log_loss" : "rmse").orElseThrow();
        Map<String, Object> few = name.equals("mlp") ? Map.of("max_iter", 10) : Map.of();
        Task task = Task.of(classes ? CLASSES : VALUES, 0, 3, learner, List.of(metric), few, 1);
        List<String> one = search(task, 1);
        assertThat(one).hasSizeGreaterThan(1);
        assertThat(search(task, 2)).isEqualTo(one);
        assertThat(search(task, 8)).isEqualTo(one);
    }

    private static List<String> search(Task task, int jobs) {
        History history = Tuning.of(
                        task.goal(),
                        task.objective().learner().space(task.train().shape()),
                        task.objective())
                .trials(100)
                .jobs(jobs)
                .run();
        return history.evaluated().stream()
                .map(t -> t.proposal().point() + " " + t.score().folds() + " "
                        + t.score().mark())
                .toList();
    }
}
