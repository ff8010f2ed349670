package dev.fettle.learner.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Interrupts;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.learner.Learners;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RidgeLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new RidgeLearner();
    }

    private double[] weights(Map<String, ?> values, Dataset data) {
        Model model = learner().fit(learner().configure(values), data, Fitting.of(new Seed(1)));
        return ((LeastSquares.Solution) model.smile()).weights();
    }

    private static Dataset columns(double[]... columns) {
        List<Feature> features = IntStream.range(0, columns.length)
                .<Feature>mapToObj(j -> new Feature.Numbers("x" + j, columns[j]))
                .toList();
        double[] y = IntStream.range(0, columns[0].length)
                .mapToDouble(
                        i -> 2 + Arrays.stream(columns).mapToDouble(c -> c[i]).sum() + StrictMath.sin(i))
                .toArray();
        return new Dataset("made", features, "y", new Dataset.Values(y));
    }

    private static double[] column(int rows, int seed, double size) {
        RandomGenerator random = new Seed(seed).random();
        return random.doubles(rows, -size, size).toArray();
    }

    @Test
    void ofManySolutionsWithoutAPenaltyTheShortestIsTaken() {
        Dataset data = sets().get(0);
        Dataset twice =
                data.with(List.of(data.features().get(0), data.features().get(0)));
        double[] w = weights(Map.of("alpha", 0), twice);
        assertThat(w[0]).isCloseTo(w[1], within(1e-12)).isNotZero();
        assertThat(weights(Map.of("alpha", 1e-300), twice)).isEqualTo(w);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-100, 1e-12, 1e-9, 1e9, 1e12, 1e100})
    void withoutAPenaltyTheUnitOfAColumnDoesNotMatter(double unit) {
        double[] a = column(40, 1, 1);
        double[] b = column(40, 2, 1);
        double[] other = Arrays.stream(b).map(v -> v * unit).toArray();
        Dataset data = columns(a, b);
        Dataset mixed = data.with(List.of(data.features().get(0), new Feature.Numbers("other", other)));
        double[] w = weights(Map.of("alpha", 0), data);
        double[] v = weights(Map.of("alpha", 0), mixed);
        assertThat(v[0]).isCloseTo(w[0], within(1e-12));
        assertThat(v[1] * unit).isCloseTo(w[1], within(1e-12));
    }

    /** Of their products nothing would be left. */
    @Test
    void columnsThatDifferInTheirTenthDigitAreToldApart() {
        double[] a = column(40, 1, 1);
        double[] apart = column(40, 2, 1e-10);
        double[] b = IntStream.range(0, 40).mapToDouble(i -> a[i] + apart[i]).toArray();
        double[] y = IntStream.range(0, 40).mapToDouble(i -> a[i] - 2 * b[i]).toArray();
        double[] w = weights(Map.of("alpha", 0), columns(a, b).withTarget(new Dataset.Values(y)));
        assertThat(w).containsExactly(new double[] {1, -2}, within(1e-4));
    }

    /** Whichever system is solved, the weights hold the penalty in balance: Xᵀ(y − Xw) = alpha·w. */
    @ParameterizedTest
    @CsvSource({"6, 15, 0.5", "15, 6, 0.5", "7, 7, 0.01"})
    void moreFeaturesThanRowsAreNoOtherProblem(int rows, int features, double alpha) {
        Dataset data = columns(
                IntStream.range(0, features).mapToObj(j -> column(rows, j, 1)).toArray(double[][]::new));
        double[] w = weights(Map.of("alpha", alpha), data);
        LeastSquares.Problem problem = LeastSquares.Problem.of(data, data.weights());
        double[] residual = problem.y().clone();
        for (int j = 0; j < features; j++) {
            problem.rows().x().addTo(residual, -w[j], j);
        }
        double[] slope = problem.rows().x().transposedTimes(residual);
        for (int j = 0; j < features; j++) {
            assertThat(slope[j]).isCloseTo(alpha * w[j], within(1e-12));
        }
    }

    /** Products of thousands of rows and columns take a second or more. */
    @ParameterizedTest
    @ValueSource(strings = {"ridge", "lda", "qda"})
    void aLongTrainingCanBeInterrupted(String name) throws Exception {
        double[] once = column(1500, 1, 1);
        Dataset values = columns(IntStream.range(0, 2000).mapToObj(j -> once).toArray(double[][]::new));
        Learner learner = Learners.of(name);
        Dataset wide = learner.learns(values.target())
                ? values
                : values.withTarget(new Dataset.Classes(
                        IntStream.range(0, 1500).map(i -> i % 2).toArray(), List.of("a", "b")));
        Interrupts.endWithin(
                Centered.class, () -> learner.fit(learner.configure(Map.of()), wide, Fitting.of(new Seed(1))));
    }
}
