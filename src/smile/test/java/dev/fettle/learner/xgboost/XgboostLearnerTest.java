package dev.fettle.learner.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smile.classification.SoftClassifier;
import smile.regression.Regression;

class XgboostLearnerTest implements LearnerContract {
    private static final Fitting ONE = Fitting.of(new Seed(1));

    @Override
    public Learner learner() {
        return new XgboostLearner();
    }

    private Dataset values() {
        return sets().get(3);
    }

    /** Hears each round, and says whether to go on. */
    private record Hearing(BiPredicate<Integer, Model.Predictor> heard) implements Fitting {
        @Override
        public Seed seed() {
            return new Seed(1);
        }

        @Override
        public int resource() {
            return 9;
        }

        @Override
        public boolean report(int step, Model.Predictor soFar) {
            return heard.test(step, soFar);
        }
    }

    private static Dataset changed(Dataset data, double from, double to) {
        return data.with(data.features().stream()
                .map(f -> new Feature.Numbers(
                        f.name(),
                        Arrays.stream(((Feature.Numbers) f).x())
                                .map(v -> v < from ? to : v)
                                .toArray()))
                .toList());
    }

    @Test
    void gapsNeedNotBeFilled() {
        for (Dataset data : sets()) {
            Dataset gaps = changed(data, -1, Double.NaN);
            assertThat(learner().problems(gaps)).isEmpty();
            assertThat(predictions(gaps, Map.of(), ONE))
                    .isDeepEqualTo(predictions(changed(data, -1, Double.NEGATIVE_INFINITY), Map.of(), ONE));
            assertThat(Arrays.deepEquals(predictions(gaps, Map.of(), ONE), predictions(data, Map.of(), ONE)))
                    .isFalse();
        }
    }

    @Test
    void numbersBeyond32BitsAreTheLargestOfThem() {
        double[] x = {-1e300, -1, 1, 1e300};
        Dataset wide = new Dataset(
                "wide", List.of(new Feature.Numbers("x", x)), "y", new Dataset.Values(new double[] {1, 2, 3, 4}));
        Map<String, Object> exact =
                Map.of("min_child_weight", 0, "reg_lambda", 0, "learning_rate", 1, "n_estimators", 1);
        assertThat(predictions(wide, exact, ONE)).isDeepEqualTo(new double[][] {{1}, {2}, {3}, {4}});
    }

    @Test
    void weightsOfOneChangeNothingAndOthersDo() {
        for (Dataset data : sets()) {
            double[] ones = DoubleStream.generate(() -> 1).limit(data.rows()).toArray();
            double[] rising =
                    IntStream.range(0, data.rows()).mapToDouble(i -> 1 + i % 5).toArray();
            Map<String, Object> shallow = Map.of("max_depth", 2, "subsample", 0.8);
            double[][] without = predictions(data, shallow, ONE);
            assertThat(predictions(data.withWeights(ones), shallow, ONE)).isDeepEqualTo(without);
            assertThat(Arrays.deepEquals(predictions(data.withWeights(rising), shallow, ONE), without))
                    .isFalse();
        }
    }

    @Test
    void chanceFollowsTheSeedAndIsThereOnlyWhereSomeAreDrawn() {
        for (Dataset data : sets()) {
            for (String share : List.of("subsample", "colsample_bytree")) {
                assertThat(Arrays.deepEquals(
                                predictions(data, Map.of(share, 0.5), ONE),
                                predictions(data, Map.of(share, 0.5), Fitting.of(new Seed(-2)))))
                        .isFalse();
            }
            assertThat(predictions(data, Map.of(), ONE))
                    .isDeepEqualTo(predictions(data, Map.of(), Fitting.of(new Seed(-2))));
        }
    }

    @Test
    void theSecondOfTwoClassesCanCountMore() {
        Dataset two = sets().get(0);
        Map<String, Object> more = Map.of("scale_pos_weight", 5, "max_depth", 1);
        double[][] said = predictions(two, more, ONE);
        double[][] alike = predictions(two, Map.of("max_depth", 1), ONE);
        assertThat(Arrays.stream(said).mapToDouble(row -> row[1]).sum())
                .isGreaterThan(Arrays.stream(alike).mapToDouble(row -> row[1]).sum());
        assertThat(learner().problems(learner().configure(more), sets().get(2).shape()))
                .containsExactly("scale_pos_weight (5) must be left out: the target has 3 classes, not two classes.");
        assertThat(learner().problems(learner().configure(more), values().shape()))
                .containsExactly("scale_pos_weight (5) must be left out: the target has values, not two classes.");
    }

    @Test
    void classesWithoutARowAreNeverSaid() {
        assertThat(List.of(predictions(sets().get(1), Map.of(), ONE)))
                .allSatisfy(row -> assertThat(row[2]).isZero());
        Dataset alone = values().withTarget(new Dataset.Classes(new int[values().rows()], List.of("all", "none")));
        assertThat(List.of(predictions(alone, Map.of(), ONE)))
                .allSatisfy(row -> assertThat(row).containsExactly(1, 0));
    }

    @Test
    void whoAsksAboutOtherRowsBetweenRoundsIsAnsweredForThose() {
        for (Dataset data : sets()) {
            Dataset few = data.rows(new int[] {4, 2});
            List<double[][]> heard = new ArrayList<>();
            predictions(data, Map.of(), new Hearing((step, soFar) -> {
                heard.add(soFar.predict(step % 2 == 0 ? few : data));
                return true;
            }));
            double[][] four = predictions(data, Map.of("n_estimators", 4), ONE);
            assertThat(heard.get(3)).isDeepEqualTo(new double[][] {four[4], four[2]});
            assertThat(heard.get(4)).isDeepEqualTo(predictions(data, Map.of("n_estimators", 5), ONE));
        }
    }

    @Test
    void anInterruptBetweenRoundsEndsTheTraining() {
        List<Integer> steps = new ArrayList<>();
        assertThatThrownBy(() -> predictions(values(), Map.of(), new Hearing((step, soFar) -> {
                    steps.add(step);
                    if (step == 3) {
                        Thread.currentThread().interrupt();
                    }
                    return true;
                })))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(steps).containsExactly(1, 2, 3);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aModelIsOneOfSmileToo() {
        for (Dataset data : sets()) {
            Model model = learner().fit(learner().configure(Map.of()), data, ONE);
            double[] x = data.x()[7];
            double[] said = model.predictor().predict(data)[7];
            if (data.target() instanceof Dataset.Classes) {
                SoftClassifier<double[]> smile = (SoftClassifier<double[]>) model.smile();
                double[] shares = new double[said.length];
                assertThat(said[smile.predict(x, shares)])
                        .isEqualTo(DoubleStream.of(said).max().orElseThrow());
                assertThat(shares).isEqualTo(said);
                assertThat(smile.predict(x)).isEqualTo(smile.predict(x, shares));
            } else {
                assertThat(((Regression<double[]>) model.smile()).predict(x)).isEqualTo(said[0]);
            }
        }
        assertThat(learner()
                        .fit(learner().configure(Map.of()), values(), ONE)
                        .predictor()
                        .predict(values().rows(new int[0])))
                .isEmpty();
    }

    @Test
    void theSpaceStartsAtTheStandards() {
        learner().space(values().shape()).defaults().orElseThrow().entries().forEach((name, value) -> assertThat(
                        ((Number) value).doubleValue())
                .as(name)
                .isEqualTo(learner().configure(Map.of()).real(name)));
    }

    @Test
    void deeperTreesAndMoreOfThemAreLarger() {
        Dataset.Shape two = new Dataset.Shape(1000, 5, List.of(), 2);
        assertThat(size(two, Map.of("n_estimators", 10, "max_depth", 3))).isEqualTo(80);
        assertThat(size(two, Map.of("n_estimators", 10, "max_depth", 0))).isEqualTo(10_000);
        assertThat(size(two, Map.of("n_estimators", 10, "min_child_weight", 500)))
                .isEqualTo(20);
        assertThat(size(new Dataset.Shape(1000, 5, List.of(), 3), Map.of("n_estimators", 10, "max_depth", 3)))
                .isEqualTo(240);
    }

    private double size(Dataset.Shape data, Map<String, ?> values) {
        return learner().size(learner().configure(values), data);
    }

    @Test
    void whatTheLibraryRefusesIsSaidInALine() {
        Dataset huge = values().withTarget(new Dataset.Values(
                IntStream.range(0, values().rows()).mapToDouble(i -> 1e300 * i).toArray()));
        assertThatThrownBy(() -> predictions(huge, Map.of(), ONE))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("XGBoost failed: ")
                .hasMessageNotContaining("\n");
    }
}
