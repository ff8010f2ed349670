package dev.fettle.learner.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Interrupts;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.learner.Model;
import dev.fettle.learner.Peer;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoordinateDescentTest {
    private static final Dataset DIABETES = Peer.standardized(Bundled.dataset("diabetes", null));

    private static Model model(String name, Map<String, ?> values) {
        Learner learner = Learners.of(name);
        return learner.fit(learner.configure(values), DIABETES, Fitting.of(new Seed(1)));
    }

    private static double[] weights(String name, Map<String, ?> values) {
        return ((LeastSquares.Solution) model(name, values).smile()).weights();
    }

    /** At the least value the slope of the squares is l1 where there is a weight, against it, and at most l1 elsewhere. */
    @Test
    void everyWeightOfLassoIsWhereThePenaltyHoldsIt() {
        LeastSquares.Problem problem = LeastSquares.Problem.of(DIABETES, DIABETES.weights());
        Centered rows = problem.rows();
        double[] y = problem.y();
        for (double alpha : new double[] {0.1, 1, 10}) {
            double[] w = weights("lasso", Map.of("alpha", alpha, "tol", 1e-14));
            double[] residual = y.clone();
            for (int j = 0; j < w.length; j++) {
                rows.x().addTo(residual, -w[j], j);
            }
            double[] slope = rows.x().transposedTimes(residual);
            for (int j = 0; j < w.length; j++) {
                double penalty = alpha * y.length;
                assertThat(slope[j])
                        .isCloseTo(
                                w[j] == 0
                                        ? Math.max(-penalty, Math.min(penalty, slope[j]))
                                        : penalty * Math.signum(w[j]),
                                within(1e-3));
            }
            assertThat(Arrays.stream(w).filter(v -> v != 0).count()).isLessThan(w.length);
        }
    }

    @Test
    void elasticNetHasLassoAndRidgeAtItsEnds() {
        assertThat(weights("elastic_net", Map.of("alpha", 0.5, "l1_ratio", 1)))
                .containsExactly(weights("lasso", Map.of("alpha", 0.5)));
        double[] ridge = weights("ridge", Map.of("alpha", 0.5 * DIABETES.rows()));
        assertThat(weights("elastic_net", Map.of("alpha", 0.5, "l1_ratio", 0, "tol", 1e-14)))
                .containsExactly(ridge, within(1e-5));
    }

    @Test
    void aPenaltyThatNoWeightIsWorthLeavesTheMean() {
        assertThat(weights("lasso", Map.of("alpha", 100))).containsOnly(0);
        assertThat(((LeastSquares.Solution) model("lasso", Map.of("alpha", 100)).smile()).predict(new double[10]))
                .isCloseTo(152.13348416, within(1e-8));
    }

    @Test
    void whoStopsEarlySaysSo() {
        assertThat(model("lasso", Map.of("alpha", 0.01, "max_iter", 1, "tol", 1e-9))
                        .warnings())
                .isEqualTo(Map.of("did not converge in max_iter = 1 iterations", 1));
        assertThat(model("lasso", Map.of()).warnings()).isEmpty();
    }

    /** Without a penalty the squared slope would have to be 0. */
    @Test
    void aLongTrainingCanBeInterrupted() throws Exception {
        Map<String, ?> endless = Map.of("alpha", 0, "tol", 0, "max_iter", Integer.MAX_VALUE);
        Interrupts.endWithin(CoordinateDescent.class, () -> model("lasso", endless));
    }
}
