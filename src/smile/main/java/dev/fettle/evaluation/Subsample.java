package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Some rows by lot, each class in its share; more of them hold those of fewer. */
final class Subsample {
    private Subsample() {}

    /**
     * The first rows of an order by lot; all if there are no more. From as many rows as there are classes on each class has
     * at least one, and its share but for one or two.
     *
     * @param size at least 1
     * @param seed of the order, whatever the size
     */
    static Dataset of(Dataset rows, int size, Seed seed) {
        if (size >= rows.rows()) {
            return rows;
        }
        int[] some = Arrays.copyOf(order(rows.target(), seed), size);
        Arrays.sort(some);
        return rows.rows(some);
    }

    private static int[] order(Dataset.Target target, Seed seed) {
        RandomGenerator random = seed.random();
        if (!(target instanceof Dataset.Classes classes)) {
            return shuffled(IntStream.range(0, target.size()).toArray(), random);
        }
        double[] place = new double[target.size()];
        int[] rows = IntStream.empty().toArray();
        for (int[] of : classes.rowsByClass()) {
            int[] mixed = shuffled(of, random);
            for (int i = 0; i < mixed.length; i++) {
                place[mixed[i]] = (double) i / mixed.length;
            }
            rows = IntStream.concat(IntStream.of(rows), IntStream.of(mixed)).toArray();
        }
        return IntStream.of(rows)
                .boxed()
                .sorted(Comparator.comparingDouble(r -> place[r]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] shuffled(int[] rows, RandomGenerator random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = rows[i];
            rows[i] = rows[j];
            rows[j] = swap;
        }
        return rows;
    }
}
