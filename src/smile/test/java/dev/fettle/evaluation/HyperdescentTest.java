package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Bundled;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Learners;
import dev.fettle.learner.prepare.Gaps;
import dev.fettle.learner.prepare.Preparation;
import dev.fettle.learner.prepare.Scaler;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What exact gradients are worth: few of them lead to the optimum over five folds. */
class HyperdescentTest {
    private static final SearchSpace SPACE = SearchSpace.of(Real.logUniform("C", 1e-4, 1e4));
    private static final double LN_4 = StrictMath.log(4);

    private static Score at(Task task, double z) throws Exception {
        return task.objective().evaluate(Point.of(Map.of("C", StrictMath.exp(z))), Probe.of(1));
    }

    /**
     * Steps along the slope, first by a factor of four and then to where the secant sees none, at most by a factor of 16; from the
     * standard and from both ends of the range.
     */
    @ParameterizedTest
    @CsvSource({"iris, 1", "iris, 0.01", "iris, 1000", "breast_cancer, 1", "breast_cancer, 0.001", "breast_cancer, 100"
    })
    void theOptimumIsReachedInFifteenGradients(String data, double start) throws Exception {
        Task plain = Task.of(
                Bundled.dataset(data, null),
                0,
                5,
                Preparation.before(Learners.of("logistic"), Gaps.OFF, Scaler.STANDARD),
                List.of(Metrics.of("log_loss").orElseThrow()),
                Map.of(),
                42);
        Task task = plain.withGradient(SPACE);
        double z = StrictMath.log(start);
        double step = 0;
        double before = 0;
        double slope = Double.NaN;
        double loss = Double.NaN;
        for (int evaluation = 1; evaluation <= 15; evaluation++) {
            Score score = at(task, z);
            loss = score.value();
            slope = score.gradient().get(0);
            double curvature = evaluation == 1 ? 0 : (slope - before) / step;
            double wanted = curvature > 0 ? -slope / curvature : -Math.signum(slope) * LN_4;
            step = Math.max(-2 * LN_4, Math.min(2 * LN_4, wanted));
            if (Math.abs(slope) < 1e-9) {
                break;
            }
            before = slope;
            z += step;
        }
        assertThat(Math.abs(slope)).isLessThan(1e-6);
        for (int i = -40; i <= 40; i++) {
            assertThat(at(task, StrictMath.log(10) * i / 10).value()).isGreaterThan(loss - 1e-12);
        }
    }
}
