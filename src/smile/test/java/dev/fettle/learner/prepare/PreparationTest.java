package dev.fettle.learner.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.learner.Learners;
import dev.fettle.learner.Transform;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparationTest implements LearnerContract {
    private static final double NAN = Double.NaN;
    private static final Learner KNN = Learners.of("knn");

    @Override
    public Learner learner() {
        return Preparation.before(KNN, Gaps.MEDIAN, Scaler.STANDARD);
    }

    private static Feature.Numbers numbers(double... x) {
        return new Feature.Numbers("x", x);
    }

    private static Feature.Levels words(String... x) {
        List<String> labels =
                Arrays.stream(x).filter(w -> !w.isEmpty()).distinct().sorted().toList();
        return new Feature.Levels(
                "w", Arrays.stream(x).mapToInt(labels::indexOf).toArray(), labels);
    }

    private static Dataset of(Feature feature) {
        return new Dataset("d", List.of(feature), "y", new Dataset.Values(new double[feature.size()]));
    }

    private static Transform.Fitted fit(Preparation preparation, Map<String, ?> values, Feature train) {
        return preparation.fit(
                Configuration.of("prepare", preparation.hyperparameters(), values), of(train), new Seed(1));
    }

    private static double[][] after(Gaps gaps, Scaler scale, Feature train, Feature rows) {
        return fit(new Preparation(KNN, gaps, scale), Map.of(), train)
                .apply(of(rows))
                .x();
    }

    @ParameterizedTest
    @CsvSource({"MEDIAN, 4", "MEAN, 5", "MOST_FREQUENT, 2"})
    void gapsOfNumbersAreFilledWithWhatTheTrainingRowsHold(Gaps gaps, double fill) {
        double[][] x =
                after(gaps, Scaler.NONE, numbers(9, 2, NAN, 2, 5, 9, 3), numbers(NAN, 100, Double.NEGATIVE_INFINITY));
        assertThat(x).isDeepEqualTo(new double[][] {{fill}, {100}, {fill}});
    }

    @Test
    void gapsOfWordsAreFilledWithTheMostFrequent() {
        double[][] x = after(Gaps.MEDIAN, Scaler.STANDARD, words("b", "a", "", "b"), words("", "a", "c"));
        assertThat(x).isDeepEqualTo(new double[][] {{0, 1}, {1, 0}, {0, 0}});
    }

    @Test
    void aColumnWithoutAnyValueIsFilledAllTheSame() {
        assertThat(after(Gaps.MEAN, Scaler.MINMAX, numbers(NAN, NAN), numbers(NAN, 3)))
                .isDeepEqualTo(new double[][] {{0}, {3}});
        assertThat(after(Gaps.MEAN, Scaler.MINMAX, words("", ""), words("", "a")))
                .isDeepEqualTo(new double[][] {{1}, {0}});
    }

    @Test
    void wordsBecomeAColumnEachAndUnknownOnesNone() {
        Dataset after = fit(new Preparation(KNN, Gaps.OFF, Scaler.STANDARD), Map.of(), words("ulm", "bonn", "ulm"))
                .apply(of(words("köln", "ulm", "bonn")));
        assertThat(after.features()).extracting(Feature::name).containsExactly("w=bonn", "w=ulm");
        assertThat(after.x()).isDeepEqualTo(new double[][] {{0, 0}, {0, 1}, {1, 0}});
    }

    /** StandardScaler and MinMaxScaler on [1, 2, 4, 9]. */
    @Test
    void scalesAreThoseOfScikitLearn() {
        double[][] standard = after(Gaps.OFF, Scaler.STANDARD, numbers(1, 2, 4, 9), numbers(1, 2, 4, 9));
        assertThat(standard[0][0]).isCloseTo(-0.9733285267845753, within(1e-15));
        assertThat(standard[3][0]).isCloseTo(1.6222142113076254, within(1e-15));
        assertThat(after(Gaps.OFF, Scaler.MINMAX, numbers(1, 2, 4, 9), numbers(1, 5, 17)))
                .isDeepEqualTo(new double[][] {{0}, {0.5}, {2}});
        assertThat(after(Gaps.OFF, Scaler.STANDARD, numbers(0.1, 0.1, 0.1), numbers(1.1)))
                .isDeepEqualTo(new double[][] {{1.1 - 0.1}});
    }

    @Test
    void columnsThatNeedNothingStayTheVeryRows() {
        Dataset iris = Bundled.dataset("iris", null);
        Preparation none = new Preparation(KNN, Gaps.OFF, Scaler.NONE);
        Configuration standard = Configuration.of("prepare", none.hyperparameters(), Map.of());
        assertThat(none.fit(standard, iris, new Seed(1)).apply(iris)).isSameAs(iris);
    }

    @Test
    void aPointMaySayOtherwise() {
        Preparation preparation = new Preparation(KNN, Gaps.MEDIAN, Scaler.STANDARD);
        double[][] x = fit(preparation, Map.of("impute", "mean", "scale", "minmax"), numbers(0, 1, 8, NAN))
                .apply(of(numbers(NAN)))
                .x();
        assertThat(x).isDeepEqualTo(new double[][] {{3.0 / 8}});
    }

    @Test
    void gapsAreRefusedUnlessTheyAreFilled() {
        Dataset gaps = of(numbers(1, NAN));
        assertThat(Preparation.before(KNN, Gaps.OFF, Scaler.NONE).problems(gaps))
                .hasSize(1);
        assertThat(learner().problems(gaps)).isEmpty();
        assertThat(learner().problems(of(words("a", "")))).isEmpty();
    }

    /** Whatever stands in rows that are not trained on: the model is the same to the bit. */
    @Test
    void noRowThatIsTestedIsLookedAt() {
        int[] train = IntStream.range(0, 40).filter(i -> i % 4 != 0).toArray();
        double[][] honest = predictions(table(false).rows(train));
        assertThat(predictions(table(true).rows(train))).isDeepEqualTo(honest);
    }

    private double[][] predictions(Dataset train) {
        Learner learner = learner();
        return learner.fit(learner.configure(Map.of("weights", "distance")), train, Fitting.of(new Seed(1)))
                .predictor()
                .predict(table(false));
    }

    private static Dataset table(boolean spoilt) {
        double[] x = new double[40];
        String[] w = new String[40];
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            boolean tested = spoilt && i % 4 == 0;
            x[i] = tested ? 1e9 : i % 7 == 0 ? NAN : i * i % 13;
            w[i] = tested ? "zz" : i % 5 == 0 ? "" : "abc".substring(i % 3, i % 3 + 1);
            y[i] = tested ? -1e9 : i;
        }
        return new Dataset("t", List.of(numbers(x), words(w)), "y", new Dataset.Values(y));
    }
}
