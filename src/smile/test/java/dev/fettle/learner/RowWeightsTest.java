package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Dataset;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What weights of rows mean to the learners that know them. */
class RowWeightsTest {
    private static final Dataset CLASSES = Blobs.with(new Dataset.Classes(Blobs.codes(3), List.of("a", "b", "c")));
    private static final Dataset VALUES = Blobs.with(new Dataset.Values(Blobs.sums()));

    static Stream<Learner> thatWeigh() {
        return Learners.all().stream().filter(Learner::weighs);
    }

    private static Dataset set(Learner learner) {
        return learner.learns(VALUES.target()) ? VALUES : CLASSES;
    }

    private static double[][] said(Learner learner, Map<String, ?> values, Dataset train) {
        return learner.fit(learner.configure(values), train, Fitting.of(new Seed(3)))
                .predictor()
                .predict(set(learner));
    }

    @ParameterizedTest
    @MethodSource("thatWeigh")
    void onesChangeNotABit(Learner learner) {
        double[] ones = new double[Blobs.ROWS];
        Arrays.fill(ones, 1);
        Dataset set = set(learner);
        assertThat(said(learner, Map.of(), set.withWeights(ones))).isDeepEqualTo(said(learner, Map.of(), set));
    }

    /** Each goes to its one end, and gamma does not hang on how often a row is there. */
    static Stream<Arguments> exact() {
        Map<String, ?> descent = Map.of("alpha", 0.1, "tol", 1e-15);
        Map<String, ?> machine = Map.of("gamma", 0.5, "tol", 1e-10);
        return Stream.of(
                Arguments.of("logistic", Map.of("tol", 1e-10, "max_iter", 1000)),
                Arguments.of("logistic", Map.of("tol", 1e-10, "max_iter", 1000, "class_weight", "balanced")),
                Arguments.of("naive_bayes", Map.of()),
                Arguments.of("ridge", Map.of()),
                Arguments.of("lasso", descent),
                Arguments.of("elastic_net", descent),
                Arguments.of("svm", machine),
                Arguments.of("svr", machine));
    }

    @ParameterizedTest
    @MethodSource("exact")
    void aRowOfWeightTwoIsARowTwice(String name, Map<String, ?> values) {
        Learner learner = Learners.of(name);
        Dataset set = set(learner);
        int[] twice = IntStream.concat(
                        IntStream.range(0, Blobs.ROWS),
                        IntStream.range(0, Blobs.ROWS).filter(i -> i % 4 == 0))
                .toArray();
        double[] weights = IntStream.range(0, Blobs.ROWS)
                .mapToDouble(i -> i % 4 == 0 ? 2 : 1)
                .toArray();
        double[][] weighted = said(learner, values, set.withWeights(weights));
        double[][] repeated = said(learner, values, set.rows(twice));
        double[][] plain = said(learner, values, set);
        double apart = 0;
        for (int i = 0; i < weighted.length; i++) {
            assertThat(weighted[i]).containsExactly(repeated[i], within(1e-7));
            apart = Math.max(apart, Math.abs(weighted[i][0] - plain[i][0]));
        }
        assertThat(apart).isGreaterThan(1e-4);
    }
}
