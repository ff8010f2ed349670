package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Bundled;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Learners;
import dev.fettle.learner.prepare.Gaps;
import dev.fettle.learner.prepare.Preparation;
import dev.fettle.learner.prepare.Scaler;
import dev.fettle.run.Tuning;
import dev.fettle.sampler.gradient.GradientSampler;
import dev.fettle.sampler.gradient.Optimizer;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Probe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Descents along exact gradients. */
class GradientSearchTest {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private static double loss(Task task, double c) throws Exception {
        return task.objective().evaluate(Point.of(Map.of("C", c)), Probe.of(1)).value();
    }

    /** By golden section on ln C, where there is one valley. */
    private static double least(Task task) throws Exception {
        double low = Math.log(1e-3);
        double high = Math.log(1e4);
        while (high - low > 1e-5) {
            double a = high - GOLDEN * (high - low);
            double b = low + GOLDEN * (high - low);
            if (loss(task, Math.exp(a)) < loss(task, Math.exp(b))) {
                high = b;
            } else {
                low = a;
            }
        }
        return loss(task, Math.exp((low + high) / 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "breast_cancer"})
    void fifteenStepsReachTheBestPenaltyOfLogisticRegression(String data) throws Exception {
        Task task = Task.of(
                Bundled.dataset(data, null),
                0,
                5,
                Preparation.before(Learners.of("logistic"), Gaps.OFF, Scaler.STANDARD),
                List.of(Metrics.of("log_loss").orElseThrow()),
                Map.of("tol", 1e-8, "max_iter", 10_000),
                42);
        SearchSpace space = SearchSpace.of(Real.logUniform("C", 1e-4, 1e4).startingAt(1.0));
        GradientSampler sampler =
                new GradientSampler().withOptimizer(Optimizer.SPECTRAL).withRate(1);
        History history = Tuning.of(task.goal(), space, task.withGradient(space).objective())
                .sampler(sampler)
                .trials(1 + 2 + 15)
                .run();
        double best = history.best().orElseThrow().score().value();
        double least = least(task);
        assertThat(best).isLessThan(least * (1 + 1e-6));
    }
}
