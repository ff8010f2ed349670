package dev.fettle.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against their definitions, for all remainders of the units and for lengths below and above a vector register. */
class ProductsTest {
    private final RandomGenerator random = new Seed(5).random();

    static List<Arguments> sizes() {
        List<Arguments> all = new ArrayList<>();
        for (int columns : new int[] {4, 12}) {
            for (int units = 1; units <= 9; units++) {
                for (int length : new int[] {1, 7, 33}) {
                    all.add(Arguments.of(columns, units, length));
                }
            }
        }
        return all;
    }

    /** Rows of random numbers, zeros where units are made up to four. */
    private double[][] rows(int count, int length) {
        double[][] rows = new Room(IntStream.generate(() -> length).limit(Room.fours(count))).take(Room.fours(count));
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < length; j++) {
                rows[i][j] = random.nextGaussian();
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void longSignalsAreSpreadFromShortOnes(int columns, int units, int length) {
        double[][] s = rows(columns, units);
        double[][] w = rows(units, length);
        double[][] l = rows(columns, length);
        Products.spread(s, w, l, columns, units, length);
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < length; j++) {
                double sum = 0;
                for (int r = 0; r < units; r++) {
                    sum += s[i][r] * w[r][j];
                }
                assertThat(l[i][j]).isCloseTo(sum, within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void shortSignalsAreDotProductsOfLongOnes(int columns, int units, int length) {
        double[][] l = rows(columns, length);
        double[][] w = rows(units, length);
        double[][] s = rows(columns, units);
        Products.dots(l, w, s, columns, units, length);
        for (int i = 0; i < columns; i++) {
            for (int r = 0; r < units; r++) {
                assertThat(s[i][r]).isCloseTo(Rows.dot(l[i], w[r], length), within(1e-13));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void productsOfBothAreAddedToTheWeights(int columns, int units, int length) {
        double[][] s = rows(columns, units);
        double[][] l = rows(columns, length);
        double[][] w = rows(units, length);
        double[][] before = new double[units][];
        for (int r = 0; r < units; r++) {
            before[r] = w[r].clone();
        }
        Products.accumulate(s, l, w, columns, units, length);
        for (int r = 0; r < units; r++) {
            for (int j = 0; j < length; j++) {
                double sum = before[r][j];
                for (int i = 0; i < columns; i++) {
                    sum += s[i][r] * l[i][j];
                }
                assertThat(w[r][j]).isCloseTo(sum, within(1e-13));
            }
        }
    }

    @Test
    void rowsFillWholeCacheLinesWithTheirHeaders() {
        for (double[] row : new Room(IntStream.rangeClosed(1, 40)).take(40)) {
            assertThat((16 + 8 * row.length) % 64).isZero();
        }
        double[][] rows = new Room(IntStream.rangeClosed(1, 40)).take(40);
        assertThat(IntStream.range(0, 40).allMatch(i -> rows[i].length >= Room.fours(i + 1)))
                .isTrue();
    }
}
