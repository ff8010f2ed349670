package dev.fettle.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmoothTest {
    private static final int ROWS = 12;
    private static final double STEP = 1e-3;
    private final RandomGenerator random = new Seed(7).random();
    /** The last row does not count. */
    private final double[] w = IntStream.range(0, ROWS)
            .mapToDouble(i -> i == ROWS - 1 ? 0 : 1 + i % 3)
            .toArray();

    private static Stream<Smooth.OfClasses> ofClasses() {
        return Metrics.ALL.stream().filter(Smooth.OfClasses.class::isInstance).map(Smooth.OfClasses.class::cast);
    }

    private static Stream<Smooth.OfValues> ofValues() {
        return Metrics.ALL.stream().filter(Smooth.OfValues.class::isInstance).map(Smooth.OfValues.class::cast);
    }

    private static double[] place(int i, double by, double[] values) {
        double[] moved = values.clone();
        moved[i] += by;
        return moved;
    }

    private interface Line {
        double at(double step);
    }

    private static double difference(Line line) {
        return (line.at(-2 * STEP) - 8 * line.at(-STEP) + 8 * line.at(STEP) - line.at(2 * STEP)) / (12 * STEP);
    }

    @ParameterizedTest
    @MethodSource("ofClasses")
    void slopesByProbabilitiesAreThoseOfDifferences(Smooth.OfClasses metric) {
        for (int classes : new int[] {2, 3}) {
            int[] y = random.ints(ROWS, 0, classes).toArray();
            double[][] p = IntStream.range(0, ROWS)
                    .mapToObj(i -> random.doubles(classes, 0.1, 0.9).toArray())
                    .toArray(double[][]::new);
            double[][] slopes = metric.slopes(y, p, w);
            for (int i = 0; i < ROWS; i++) {
                for (int k = 0; k < classes; k++) {
                    int row = i;
                    int column = k;
                    double difference = difference(step -> {
                        double[][] moved = p.clone();
                        moved[row] = place(column, step, p[row]);
                        return metric.score(y, moved, w);
                    });
                    assertThat(slopes[i][k]).isCloseTo(difference, within(1e-7));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofValues")
    void slopesByValuesAreThoseOfDifferences(Smooth.OfValues metric) {
        double[] y = random.doubles(ROWS, -1, 1).toArray();
        double[] said = random.doubles(ROWS, -1, 1).toArray();
        double[] slopes = metric.slopes(y, said, w);
        for (int i = 0; i < ROWS; i++) {
            int row = i;
            double difference = difference(step -> metric.score(y, place(row, step, said), w));
            assertThat(slopes[i]).isCloseTo(difference, within(1e-9));
        }
    }

    @Test
    void whatIsClippedDoesNotMove() {
        double[][] slopes =
                new LogLoss().slopes(new int[] {0, 1}, new double[][] {{0, 1}, {0, 1}}, new double[] {1, 1});
        assertThat(slopes).isDeepEqualTo(new double[][] {{0, 0}, {0, 0}});
    }

    @Test
    void aPerfectRootHasAKink() {
        assertThat(new Rmse().slopes(new double[] {1}, new double[] {1}, new double[] {1}))
                .containsExactly(Double.NaN);
    }
}
