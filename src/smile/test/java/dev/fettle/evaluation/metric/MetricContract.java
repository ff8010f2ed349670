package dev.fettle.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every metric keeps. */
public interface MetricContract {
    /** Those that are tested. */
    List<Metric> metrics();

    /** Rows with both kinds of target and predictions of each. */
    record Rows(int[] y, double[][] p, double[] values, double[] predicted) {
        /** Chance, with a class that has no row. */
        static Rows random(long seed, int n) {
            RandomGenerator random = new Seed(seed).random();
            int[] y = IntStream.range(0, n).map(i -> random.nextInt(3)).toArray();
            double[][] p = new double[n][];
            for (int i = 0; i < n; i++) {
                double a = random.nextDouble();
                double b = random.nextDouble();
                p[i] = new double[] {a * b, a * (1 - b), (1 - a) * b, (1 - a) * (1 - b)};
            }
            return new Rows(y, p, gaussian(random, n), gaussian(random, n));
        }

        private static double[] gaussian(RandomGenerator random, int n) {
            return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
        }

        /** The same targets, each told {@code by} classes too high, and values more so in each row. */
        Rows told(int by) {
            double[][] sure = new double[y.length][4];
            for (int i = 0; i < y.length; i++) {
                sure[i][(y[i] + by) % 4] = 1;
            }
            return new Rows(
                    y,
                    sure,
                    values,
                    IntStream.range(0, y.length)
                            .mapToDouble(i -> values[i] + by * (i + 1))
                            .toArray());
        }

        /** The same rows in another order. */
        Rows pick(int[] order) {
            return new Rows(
                    Arrays.stream(order).map(i -> y[i]).toArray(),
                    Arrays.stream(order).mapToObj(i -> p[i]).toArray(double[][]::new),
                    Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
                    Arrays.stream(order).mapToDouble(i -> predicted[i]).toArray());
        }

        Rows copy() {
            return new Rows(
                    y.clone(),
                    Arrays.stream(p).map(double[]::clone).toArray(double[][]::new),
                    values.clone(),
                    predicted.clone());
        }

        double score(Metric metric) {
            return score(
                    metric, IntStream.range(0, y.length).mapToDouble(i -> 1).toArray());
        }

        double score(Metric metric, double[] w) {
            if (metric instanceof Metric.OfValues of) {
                return of.score(values, predicted, w);
            }
            Metric.OfClasses of = (Metric.OfClasses) metric;
            return of.binary() ? of.score(halved(y), halved(p), w) : of.score(y, p, w);
        }

        /** Classes 0 and 2 as one, 1 and 3 as the other. */
        private static int[] halved(int[] y) {
            return Arrays.stream(y).map(c -> c % 2).toArray();
        }

        private static double[][] halved(double[][] p) {
            return Arrays.stream(p)
                    .map(row -> new double[] {row[0] + row[2], row[1] + row[3]})
                    .toArray(double[][]::new);
        }

        /** Whether all rows are of one class and told so. */
        boolean isOneClass() {
            double[] w = new double[y.length];
            return Confusion.of(y, p, w).isOneClass();
        }

        /** Whether there is something to tell apart. */
        boolean differ(Metric metric) {
            if (metric instanceof Metric.OfClasses of) {
                int[] seen = of.binary() ? halved(y) : y;
                return Arrays.stream(seen).distinct().count() > 1;
            }
            return true;
        }
    }

    @Test
    default void nothingIsBetterThanAPerfectPrediction() {
        for (Metric metric : metrics()) {
            for (int seed = 0; seed < 100; seed++) {
                Rows rows = Rows.random(seed, 2 + seed);
                double best = rows.told(0).score(metric);
                assertThat(!rows.differ(metric) || Math.abs(best - metric.perfect()) < 1e-12)
                        .as("%s, seed %d", metric.id(), seed)
                        .isTrue();
                assertThat(metric.direction().better(rows.score(metric), best))
                        .as("%s, seed %d", metric.id(), seed)
                        .isFalse();
                assertThat(!rows.differ(metric)
                                || metric.direction().better(best, rows.told(1).score(metric)))
                        .as("%s, seed %d", metric.id(), seed)
                        .isTrue();
            }
        }
    }

    @Test
    default void theOrderOfTheRowsDoesNotMatter() {
        Rows rows = Rows.random(1, 50);
        Rows turned =
                rows.pick(IntStream.range(0, 50).map(i -> (7 * i + 3) % 50).toArray());
        for (Metric metric : metrics()) {
            assertThat(turned.score(metric)).as(metric.id()).isCloseTo(rows.score(metric), within(1e-12));
        }
    }

    @Test
    default void whatIsNoNumberIsNoScore() {
        for (Metric metric : metrics()) {
            for (int i = 0; i < 4; i++) {
                Rows rows = Rows.random(2, 4).told(0).copy();
                rows.p()[i][i] = Double.NaN;
                rows.predicted()[i] = Double.NaN;
                assertThat(rows.score(metric)).as("%s, row %d", metric.id(), i).isNaN();
            }
        }
    }

    @Test
    default void predictionsHaveAFiniteScore() {
        for (Metric metric : metrics()) {
            for (int seed = 0; seed < 100; seed++) {
                Rows rows = Rows.random(seed, 2 + seed % 5);
                Rows one = rows.pick(new int[] {0, 0, 0});
                for (Rows some : List.of(rows, one, rows.told(0), rows.told(1), one.told(0), one.told(3))) {
                    boolean undefined = !some.differ(metric)
                            && (metric instanceof RocAuc || (metric == Counted.COHEN_KAPPA && some.isOneClass()));
                    assertThat(Double.isFinite(some.score(metric)))
                            .as("%s, seed %d", metric.id(), seed)
                            .isEqualTo(!undefined);
                }
            }
        }
    }

    /** But for what has a label that no other row has. */
    @Test
    default void aWeightOfTwoIsTheRowTwiceAndOneOfNoneNoRow() {
        for (Metric metric : metrics()) {
            Rows rows = Rows.random(4, 40);
            int[] more = IntStream.range(0, 40)
                    .flatMap(i -> IntStream.range(0, i % 3).map(k -> i))
                    .toArray();
            double[] w = IntStream.range(0, 40).mapToDouble(i -> i % 3).toArray();
            assertThat(rows.score(metric, w))
                    .as(metric.id())
                    .isCloseTo(rows.pick(more).score(metric), within(1e-12));
        }
    }

    @Test
    default void theArraysAreLeftAsTheyWere() {
        Rows rows = Rows.random(3, 20);
        Rows before = rows.copy();
        metrics().forEach(rows::score);
        assertThat(rows).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    default void anIdIsAWordOfTheCellLanguage() {
        assertThat(metrics()).isNotEmpty().allSatisfy(m -> assertThat(m.id()).matches("[a-z][a-z0-9_]*"));
        assertThat(metrics()).extracting(Metric::id).doesNotHaveDuplicates();
    }

    @Test
    default void aMetricReachesAnotherMachineAsItIs() throws Exception {
        for (Metric metric : metrics()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(metric);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                assertThat(in.readObject()).isEqualTo(metric);
            }
        }
    }
}
