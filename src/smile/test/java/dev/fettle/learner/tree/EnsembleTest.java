package dev.fettle.learner.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import dev.fettle.run.Tuning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import smile.classification.SoftClassifier;
import smile.regression.Regression;

/** What all tree learners keep. */
class EnsembleTest {
    private static final Dataset IRIS = Bundled.dataset("iris", null);
    private static final Dataset DIABETES =
            Bundled.dataset("diabetes", null).rows(IntStream.range(0, 80).toArray());

    /** A learner and data that it learns. */
    static Stream<Arguments> learned() {
        return Stream.of(
                        new DecisionTreeLearner(),
                        new RegressionTreeLearner(),
                        new RandomForestLearner(),
                        new GradientTreeBoostLearner(),
                        new AdaBoostLearner())
                .flatMap(learner -> Stream.of(IRIS, DIABETES)
                        .filter(data -> learner.learns(data.target()))
                        .map(data -> Arguments.of(learner, data)));
    }

    static Stream<Arguments> ensembles() {
        return learned().filter(a -> ((Learner) a.get()[0]).resource().isPresent());
    }

    private static Map<String, Object> few(Learner learner) {
        return learner.resource().isPresent() ? Map.of("n_estimators", 5) : Map.of();
    }

    private static Model fit(Learner learner, Dataset data, Map<String, ?> values) {
        return learner.fit(learner.configure(values), data, Fitting.of(new Seed(7)));
    }

    @ParameterizedTest
    @MethodSource("learned")
    @SuppressWarnings("unchecked")
    void theModelOfSmileSaysTheSame(Learner learner, Dataset data) {
        Model model = fit(learner, data, few(learner));
        double[][] said = model.predictor().predict(data);
        for (int i = 0; i < data.rows(); i++) {
            if (data.target() instanceof Dataset.Classes) {
                double[] shares = new double[3];
                int label = ((SoftClassifier<double[]>) model.smile()).predict(data.x()[i], shares);
                assertThat(shares).isEqualTo(said[i]);
                assertThat(said[i][label]).isEqualTo(Math.max(said[i][0], Math.max(said[i][1], said[i][2])));
            } else {
                assertThat(((Regression<double[]>) model.smile()).predict(data.x()[i]))
                        .isEqualTo(said[i][0]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("learned")
    void aSearchFindsTheSameAtAnyJobs(Learner learner, Dataset data) {
        Task task = Task.of(
                data,
                0,
                3,
                learner,
                List.of(Metrics.of(data == IRIS ? "log_loss" : "rmse").orElseThrow()),
                few(learner),
                1);
        Tuning search = Tuning.of(task.goal(), learner.space(task.train().shape()), task.objective())
                .trials(100);
        List<Double> alone = scores(search.jobs(1));
        assertThat(alone).hasSize(100);
        assertThat(alone.stream().distinct().count()).isGreaterThan(20);
        assertThat(scores(search.jobs(2))).isEqualTo(alone);
        assertThat(scores(search.jobs(8))).isEqualTo(alone);
    }

    private static List<Double> scores(Tuning search) {
        return search.run().completed().map(t -> t.score().value()).toList();
    }

    @ParameterizedTest
    @MethodSource("learned")
    void theSpaceStartsAtTheStandards(Learner learner, Dataset data) {
        learner.space(data.shape()).defaults().orElseThrow().entries().forEach((name, value) -> assertThat(value)
                .as(name)
                .isEqualTo(learner.configure(Map.of()).value(name)));
    }

    @ParameterizedTest
    @MethodSource("learned")
    void aClassWithoutRowsIsNeverSaid(Learner learner, Dataset data) {
        if (data.target() instanceof Dataset.Classes) {
            for (int[] rows : List.of(
                    IntStream.range(0, 50).toArray(), IntStream.range(50, 150).toArray())) {
                Model model = fit(learner, data.rows(rows), few(learner));
                double[][] said = model.predictor().predict(data);
                for (double[] row : said) {
                    assertThat(row[0]).isEqualTo(rows.length == 50 ? 1 : 0);
                    assertThat(row[0] + row[1] + row[2]).isCloseTo(1, within(1e-12));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("learned")
    void weightsOfOneAreTheVeryBitsOfNone(Learner learner, Dataset data) {
        assertThat(learner.weighs()).isTrue();
        double[] ones = DoubleStream.generate(() -> 1).limit(data.rows()).toArray();
        for (Map<String, Object> values : settings(learner, data)) {
            assertThat(said(learner, data.withWeights(ones), data, values))
                    .isDeepEqualTo(said(learner, data, data, values));
        }
    }

    /** Only how many rows a tree is drawn of depends on their number, and nothing is drawn here. */
    @ParameterizedTest
    @MethodSource("learned")
    void aRowOfWeightTwoIsTwoRows(Learner learner, Dataset data) {
        double[] times =
                IntStream.range(0, data.rows()).mapToDouble(i -> 1 + i % 3).toArray();
        int[] repeated = IntStream.range(0, data.rows())
                .flatMap(i -> IntStream.generate(() -> i).limit(1 + i % 3))
                .toArray();
        Map<String, Object> values = new HashMap<>(few(learner));
        values.put("max_depth", 2);
        if (learner.has("bootstrap")) {
            values.putAll(Map.of("bootstrap", false, "max_features", "all"));
        }
        double[][] weighted = said(learner, data.withWeights(times), data, values);
        double[][] same = said(learner, data.rows(repeated), data, values);
        for (int i = 0; i < data.rows(); i++) {
            assertThat(weighted[i]).containsExactly(same[i], within(1e-9));
        }
        assertThat(Arrays.deepEquals(weighted, said(learner, data, data, values)))
                .isFalse();
    }

    private static List<Map<String, Object>> settings(Learner learner, Dataset data) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(few(learner)));
        Map<String, Object> other = new HashMap<>(few(learner));
        if (learner.has("class_weight") && data == IRIS) {
            other.putAll(Map.of("class_weight", "balanced", "criterion", "entropy"));
        }
        if (learner.has("subsample")) {
            other.putAll(Map.of("subsample", 0.5, "loss", data == IRIS ? "auto" : "absolute_error"));
        }
        all.add(other);
        return all;
    }

    private static double[][] said(Learner learner, Dataset train, Dataset of, Map<String, Object> values) {
        return fit(learner, train, values).predictor().predict(of);
    }

    /** Of trees without a split; five standard deviations are crossed by one seed in two million. */
    @Test
    void aForestPrefersRowsByTheirWeights() {
        double[] weights =
                IntStream.range(0, 150).mapToDouble(i -> i < 50 ? 8 : 1).toArray();
        Map<String, Object> whole = Map.of("n_estimators", 50, "min_samples_split", 151);
        double[] said = said(new RandomForestLearner(), IRIS.withWeights(weights), IRIS, whole)[0];
        double error = Math.sqrt(0.8 * 0.2 / (50 * 150));
        assertThat(said).containsExactly(new double[] {0.8, 0.1, 0.1}, within(5 * error));
    }

    @ParameterizedTest
    @MethodSource("ensembles")
    void anInterruptBetweenTwoTreesEndsTheTraining(Learner learner, Dataset data) {
        Fitting interrupting = new Fitting() {
            @Override
            public Seed seed() {
                return new Seed(1);
            }

            @Override
            public int resource() {
                return 5;
            }

            @Override
            public boolean report(int step, Model.Predictor soFar) {
                assertThat(step).isLessThan(3);
                if (step == 2) {
                    Thread.currentThread().interrupt();
                }
                return true;
            }
        };
        assertThatThrownBy(() -> learner.fit(learner.configure(Map.of()), data, interrupting))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("learned")
    void moreLeavesMakeALargerModel(Learner learner, Dataset data) {
        Map<String, Object> values = new HashMap<>(few(learner));
        values.put("max_depth", "none");
        double large = learner.size(learner.configure(values), data.shape());
        values.put("max_depth", 4);
        double bounded = learner.size(learner.configure(values), data.shape());
        values.put("max_leaf_nodes", 5);
        assertThat(learner.size(learner.configure(values), data.shape())).isLessThan(bounded);
        assertThat(bounded).isLessThan(large);
    }

    @ParameterizedTest
    @MethodSource("learned")
    void moreFeaturesThanThereAreAreRefused(Learner learner, Dataset data) {
        assertThat(learner.problems(learner.configure(Map.of("max_features", 11)), data.shape()))
                .containsExactly("max_features (11) must be at most the features, "
                        + data.shape().features() + ". Maybe a share: 1.0 for all.");
    }
}
