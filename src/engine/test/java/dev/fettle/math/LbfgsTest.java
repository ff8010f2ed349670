package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LbfgsTest {
    private static double rosenbrock(double[] x, double[] g) {
        double f = 0;
        java.util.Arrays.fill(g, 0);
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            f += 100 * a * a + b * b;
            g[i] += -400 * a * x[i] - 2 * b;
            g[i + 1] += 200 * a;
        }
        return f;
    }

    @Test
    void findsTheMinimumOfRosenbrock() {
        Lbfgs.Minimum found = new Lbfgs(10, 500, 1000, 1e-9, 0)
                .minimize(LbfgsTest::rosenbrock, new double[] {-1.2, 1, -1.2, 1, 2}, v -> {});
        for (double v : found.x()) {
            assertThat(v).isCloseTo(1, within(1e-7));
        }
        assertThat(found.converged()).isTrue();
        assertThat(found.evaluations()).isLessThan(120);
    }

    @Test
    void neverClimbs() {
        List<Double> values = new ArrayList<>();
        new Lbfgs(3, 40, 1000, 0, 0).minimize(LbfgsTest::rosenbrock, new double[] {-1.2, 1}, values::add);
        for (int i = 1; i < values.size(); i++) {
            assertThat(values.get(i)).isLessThanOrEqualTo(values.get(i - 1));
        }
    }

    @Test
    void comesBackFromWhereTheValueIsNoNumber() {
        Lbfgs.Minimum found = new Lbfgs(5, 100, 1000, 1e-10, 0)
                .minimize(
                        (x, g) -> {
                            g[0] = 1 - 1 / x[0];
                            return x[0] > 0 ? x[0] - Math.log(x[0]) : Double.NaN;
                        },
                        new double[] {0.01},
                        v -> {});
        assertThat(found.x()[0]).isCloseTo(1, within(1e-6));
    }

    @Test
    void stopsAtTheIterationsAskedFor() {
        Lbfgs.Minimum found =
                new Lbfgs(10, 3, 1000, 0, 0).minimize(LbfgsTest::rosenbrock, new double[] {-1.2, 1}, v -> {});
        assertThat(found.iterations()).isEqualTo(3);
        assertThat(found.converged()).isFalse();
    }
}
