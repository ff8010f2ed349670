package dev.fettle.learner;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.random.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Thirty rows of three numbers around three centres, one after the other. */
final class Blobs {
    static final int ROWS = 30;

    private Blobs() {}

    static Dataset with(Dataset.Target target) {
        return new Dataset("blobs", List.of(column("a", 1), column("b", -2), column("c", 0)), "y", target);
    }

    private static Feature.Numbers column(String name, double apart) {
        RandomGenerator random = new Seed(11).child(name).random();
        return new Feature.Numbers(
                name,
                IntStream.range(0, ROWS)
                        .mapToDouble(i -> apart * (i % 3) + 0.5 * random.nextGaussian())
                        .toArray());
    }

    /** The centre of each row; from {@code k} on another's. */
    static int[] codes(int k) {
        return IntStream.range(0, ROWS).map(i -> i % 3 % k).toArray();
    }

    static double[] sums() {
        double[] a = column("a", 1).x();
        double[] b = column("b", -2).x();
        return IntStream.range(0, ROWS).mapToDouble(i -> 10 + a[i] - 3 * b[i]).toArray();
    }
}
