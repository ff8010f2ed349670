package dev.fettle.learner.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.learner.Interrupts;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmoTest {
    private static final int N = 40;

    private final RandomGenerator random = new Seed(3).random();
    private final double[][] x = rows(N);
    private final double[] y = random.doubles(N, -1, 1).map(Math::signum).toArray();

    private double[][] rows(int n) {
        double[][] rows = new double[n][3];
        for (double[] row : rows) {
            Arrays.setAll(row, j -> random.nextGaussian());
        }
        return rows;
    }

    /** They have no max_iter that one could raise. */
    @Test
    void stepsThatRanOutAreToldWithoutAParameterThatThereIsNot() {
        assertThat(Smo.warnings(true)).isEmpty();
        assertThat(Smo.warnings(false)).containsOnlyKeys("stopped after 10000000 steps before it converged");
        assertThat(Smo.HYPERPARAMETERS).extracting(Hyperparameter::name).doesNotContain("max_iter");
    }

    private Smo.Solution solution(Kernel kernel, double c, double tol) {
        double[] low = Arrays.stream(y).map(v -> Math.min(0, c * v)).toArray();
        double[] high = Arrays.stream(y).map(v -> Math.max(0, c * v)).toArray();
        return new Smo(new KernelRows(kernel, x), y, low, high).solve(tol);
    }

    private static double decision(Kernel kernel, double[][] x, Smo.Solution s, int i) {
        double[] k = new KernelRows(kernel, x).row(i);
        double sum = s.bias();
        for (int j = 0; j < k.length; j++) {
            sum += s.beta()[j] * k[j];
        }
        return sum;
    }

    /** The conditions of Karush, Kuhn and Tucker: without weight beyond the margin, with all of it inside, else on it. */
    @ParameterizedTest
    @EnumSource(names = {"RBF", "LINEAR", "POLY"})
    void everyRowIsOnItsSideOfTheMarginAsItsWeightSays(Kernel.Form form) {
        Kernel kernel = new Kernel(form, 0.5, 1, 2);
        for (double c : new double[] {0.01, 1, 100}) {
            Smo.Solution s = solution(kernel, c, 1e-9);
            assertThat(s.converged()).isTrue();
            assertThat(Arrays.stream(s.beta()).sum()).isCloseTo(0, within(1e-9 * c));
            for (int i = 0; i < N; i++) {
                double margin = y[i] * decision(kernel, x, s, i) - 1;
                double weight = y[i] * s.beta()[i];
                assertThat(weight >= 0 && weight <= c).isTrue();
                if (weight > 0) {
                    assertThat(margin).isLessThan(1e-8);
                }
                if (weight < c) {
                    assertThat(margin).isGreaterThan(-1e-8);
                }
            }
        }
    }

    @Test
    void rowsThatAreNotKeptAreMadeAgain() {
        Kernel kernel = new Kernel(Kernel.Form.RBF, 0.5, 0, 3);
        KernelRows rows = new KernelRows(kernel, x, 2);
        double[] first = rows.row(0).clone();
        assertThat(rows.row(0)).isSameAs(rows.row(0));
        double[] kept = rows.row(0);
        rows.row(1);
        rows.row(2);
        assertThat(rows.row(0)).isNotSameAs(kept).containsExactly(first);
    }

    @Test
    void aKernelThatIsNotFiniteIsNamed() {
        x[3][0] = 1e300;
        assertThatThrownBy(() -> solution(new Kernel(Kernel.Form.POLY, 1, 0, 3), 1, 1e-3))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("Kernel must be finite");
    }

    /** Classes by chance, and no limit to the weights: it takes very long. */
    @Test
    void aLongTrainingCanBeInterrupted() throws Exception {
        Kernel kernel = new Kernel(Kernel.Form.LINEAR, 1, 0, 1);
        Interrupts.endWithin(Smo.class, () -> solution(kernel, 1e300, Double.MIN_VALUE));
    }
}
