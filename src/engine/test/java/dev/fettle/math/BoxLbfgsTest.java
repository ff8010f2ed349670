package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoxLbfgsTest {
    private static final BoxLbfgs SEARCH = new BoxLbfgs(10, 200, 1e-9, 0);

    private static final Lbfgs.Problem ROSENBROCK = (x, g) -> {
        double a = x[1] - x[0] * x[0];
        g[0] = -400 * x[0] * a - 2 * (1 - x[0]);
        g[1] = 200 * a;
        return 100 * a * a + (1 - x[0]) * (1 - x[0]);
    };

    private static double[] all(double v) {
        return new double[] {v, v};
    }

    @Test
    void findsTheMinimumInside() {
        Lbfgs.Minimum found = SEARCH.minimize(ROSENBROCK, new double[] {-1.2, 1}, all(-5), all(5));
        assertThat(found.x()).containsExactly(all(1), within(1e-6));
        assertThat(found.converged()).isTrue();
        assertThat(found.iterations()).isLessThan(60);
    }

    /** With x ≤ ½ the minimum is at (½, ¼): there the gradient is (−1, 0). */
    @Test
    void findsTheMinimumAtABound() {
        Lbfgs.Minimum found = SEARCH.minimize(ROSENBROCK, new double[] {-1.2, 1}, all(-5), new double[] {0.5, 5});
        assertThat(found.x()).containsExactly(new double[] {0.5, 0.25}, within(1e-7));
        assertThat(found.value()).isCloseTo(0.25, within(1e-12));
        assertThat(found.converged()).isTrue();
    }

    @Test
    void aStartOutsideIsClippedAndLeftAlone() {
        double[] start = {9, -9};
        Lbfgs.Minimum found = SEARCH.minimize(
                (x, g) -> {
                    assertThat(x[0]).isBetween(-1.0, 1.0);
                    g[0] = 2 * x[0];
                    g[1] = 2 * x[1];
                    return x[0] * x[0] + x[1] * x[1];
                },
                start,
                all(-1),
                all(1));
        assertThat(found.x()).containsExactly(all(0), within(1e-8));
        assertThat(start).containsExactly(9, -9);
    }

    @Test
    void aCornerIsAMinimum() {
        Lbfgs.Minimum found = SEARCH.minimize(
                (x, g) -> {
                    Arrays.fill(g, 1);
                    return x[0] + x[1];
                },
                all(0.3),
                all(0),
                all(1));
        assertThat(found.x()).containsExactly(0, 0);
        assertThat(found.converged()).isTrue();
    }

    @Test
    void whatCannotBeEvaluatedIsAStepTooFar() {
        Lbfgs.Minimum found = SEARCH.minimize(
                (x, g) -> {
                    g[0] = 1 - 1 / x[0];
                    return x[0] <= 0 ? Double.NaN : x[0] - Math.log(x[0]);
                },
                new double[] {30},
                new double[] {-100},
                new double[] {100});
        assertThat(found.x()[0]).isCloseTo(1, within(1e-6));
    }
}
