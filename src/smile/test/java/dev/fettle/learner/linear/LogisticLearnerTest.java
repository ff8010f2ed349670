package dev.fettle.learner.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.learner.Model;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new LogisticLearner();
    }

    @Test
    void whoStopsEarlySaysSo() {
        Dataset data = sets().get(2);
        Model early = learner().fit(learner().configure(Map.of("max_iter", 2)), data, Fitting.of(new Seed(1)));
        assertThat(early.warnings()).isEqualTo(Map.of("did not converge in max_iter = 2 iterations", 1));
        Model whole = learner().fit(learner().configure(Map.of()), data, Fitting.of(new Seed(1)));
        assertThat(whole.warnings()).isEmpty();
    }

    @Test
    void withoutAPenaltyCIsNotRead() {
        Map<String, ?> free = Map.of("penalty", "none", "C", 0.001);
        assertThat(learner().reads("C", learner().configure(free))).isFalse();
        assertThat(predictions(sets().get(0), free, Fitting.of(new Seed(1))))
                .isDeepEqualTo(predictions(sets().get(0), Map.of("penalty", "none"), Fitting.of(new Seed(1))));
    }

    @Test
    void aStrongerPenaltyIsSimpler() {
        Dataset.Shape shape = new Dataset.Shape(100, 4, List.of(), 3);
        assertThat(learner().size(learner().configure(Map.of("C", 0.1)), shape))
                .isLessThan(learner().size(learner().configure(Map.of()), shape));
        assertThat(learner().size(learner().configure(Map.of("penalty", "none")), shape))
                .isEqualTo(15);
    }

    /** A fold may have no row of a class: it is never told, whatever C. */
    @Test
    void slopesOfSharesSumToZeroAndLeaveMissingClassesOut() {
        Dataset data = sets().get(2);
        int[] y = ((Dataset.Classes) data.target()).y();
        for (int missing = -1; missing < 3; missing++) {
            int without = missing;
            int[] rows =
                    IntStream.range(0, y.length).filter(i -> y[i] != without).toArray();
            Dataset train = data.rows(rows);
            Model.Predictor slope = new LogisticLearner()
                    .tangents(learner().configure(Map.of()), train, Fitting.of(new Seed(1)), List.of("C"))
                    .slopes()
                    .get("C");
            for (double[] row : Objects.requireNonNull(slope).predict(data)) {
                assertThat(Arrays.stream(row).sum()).isCloseTo(0, within(1e-15));
                assertThat(Arrays.stream(row).map(Math::abs).sum()).isPositive();
                if (missing >= 0) {
                    assertThat(row[missing]).isZero();
                }
            }
        }
    }

    @Test
    void forGradientsTheMinimumIsReachedWhateverTheTolerance() {
        Dataset data = sets().get(2);
        double[][] loose = derived(Map.of("tol", 0.5, "max_iter", 1), data);
        double[][] tight = derived(Map.of("tol", 1e-9, "max_iter", 1000), data);
        for (int i = 0; i < loose.length; i++) {
            assertThat(loose[i]).containsExactly(tight[i], within(1e-12));
        }
    }

    private double[][] derived(Map<String, ?> values, Dataset data) {
        return new LogisticLearner()
                .tangents(learner().configure(values), data, Fitting.of(new Seed(1)), List.of("C"))
                .model()
                .predictor()
                .predict(data);
    }
}
