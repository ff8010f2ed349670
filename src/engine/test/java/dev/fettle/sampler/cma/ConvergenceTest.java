package dev.fettle.sampler.cma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.Point;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five dimensions, eight points a generation; the losses are those of Hansen's tutorial and of the BBOB suite. */
class ConvergenceTest {
    private static final double[] CENTRE = {0.31, -0.52, 0.11, 0.47, -0.23};

    private static double[] shifted(Point point) {
        double[] x = Runs.vector(point);
        for (int i = 0; i < x.length; i++) {
            x[i] -= CENTRE[i];
        }
        return x;
    }

    private static double sphere(Point point) {
        double sum = 0;
        for (double v : shifted(point)) {
            sum += v * v;
        }
        return sum;
    }

    private static double ellipsoid(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += StrictMath.pow(1e4, i / 4.0) * x[i] * x[i];
        }
        return sum;
    }

    /** The rows of the discrete cosine transform stand at right angles. */
    private static double[] rotated(double[] x) {
        int n = x.length;
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                z[i] += x[j]
                        * StrictMath.cos((j + 0.5) * i * StrictMath.PI / n)
                        * StrictMath.sqrt((i == 0 ? 1.0 : 2) / n);
            }
        }
        return z;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theSphereIsBelow1em8In100Generations(long seed) {
        assertThat(Runs.best(Runs.run(new CmaSampler(), Runs.cube(5), seed, 800, ConvergenceTest::sphere)))
                .isLessThan(1e-8);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anEllipsoidIsBelow1em8In250Generations(long seed) {
        assertThat(Runs.best(Runs.run(new CmaSampler(), Runs.cube(5), seed, 2000, p -> ellipsoid(shifted(p)))))
                .isLessThan(1e-8);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aRotatedEllipsoidIsToo(long seed) {
        assertThat(Runs.best(Runs.run(new CmaSampler(), Runs.cube(5), seed, 2000, p -> ellipsoid(rotated(shifted(p))))))
                .isLessThan(1e-8);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void independentDrawsFindItTooWithoutTheWorseHalf(long seed) {
        CmaSampler plain = new CmaSampler().withMirrored(false).withActive(false);
        assertThat(Runs.best(Runs.run(plain, Runs.cube(5), seed, 1200, ConvergenceTest::sphere)))
                .isLessThan(1e-8);
    }
}
