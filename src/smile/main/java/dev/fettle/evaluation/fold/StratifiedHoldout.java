package dev.fettle.evaluation.fold;

import dev.fettle.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Test rows with their share of each class, drawn as by scikit-learn's StratifiedShuffleSplit from the same random numbers.
 * For one thread.
 */
final class StratifiedHoldout {
    private final int tests;
    /** The rows of each class that has some, rising. */
    private final int[][] rows;

    /** Checks what scikit-learn checks: two rows of each class, and room for each class on both sides. */
    StratifiedHoldout(Dataset.Target target, int tests) {
        int[] y = Stratified.classes(target);
        int[] present = IntStream.of(y).sorted().distinct().toArray();
        this.tests = tests;
        this.rows = IntStream.of(present)
                .mapToObj(
                        c -> IntStream.range(0, y.length).filter(i -> y[i] == c).toArray())
                .toArray(int[][]::new);
        List<String> single = IntStream.range(0, rows.length)
                .filter(c -> rows[c].length < 2)
                .mapToObj(c -> ((Dataset.Classes) target).labels().get(present[c]))
                .toList();
        if (!single.isEmpty()) {
            throw new IllegalArgumentException("Class (" + String.join(", ", single)
                    + ") must have at least 2 rows for a stratified test, and has one.");
        }
        if (Math.min(tests, y.length - tests) < rows.length) {
            throw new IllegalArgumentException("Test share (" + tests + " of " + y.length + " rows) must leave a row of"
                    + " each of the " + rows.length + " classes on both sides.");
        }
    }

    Fold split(long seed) {
        MersenneTwister random = new MersenneTwister(seed);
        int[] counts = Arrays.stream(rows).mapToInt(of -> of.length).toArray();
        int[] train = shares(counts, IntStream.of(counts).sum() - tests, random);
        int[] rest =
                IntStream.range(0, counts.length).map(c -> counts[c] - train[c]).toArray();
        int[] test = shares(rest, tests, random);
        int[][] mixed = Arrays.stream(rows)
                .map(of -> IntStream.of(random.permutation(of.length))
                        .map(i -> of[i])
                        .toArray())
                .toArray(int[][]::new);
        int[] training = joined(mixed, new int[counts.length], train);
        int[] testing = joined(mixed, train, test);
        random.shuffle(training);
        random.shuffle(testing);
        return new Fold(training, testing);
    }

    /** Of each class so many rows from a place on. */
    private static int[] joined(int[][] classes, int[] from, int[] count) {
        return IntStream.range(0, classes.length)
                .flatMap(c -> Arrays.stream(classes[c], from[c], from[c] + count[c]))
                .toArray();
    }

    /** How many of each class are likeliest among so many drawn; between equal remainders the lot decides. */
    private static int[] shares(int[] counts, int draws, MersenneTwister random) {
        int all = IntStream.of(counts).sum();
        double[] exact =
                IntStream.of(counts).mapToDouble(c -> (double) c / all * draws).toArray();
        int[] shares = Arrays.stream(exact).mapToInt(v -> (int) v).toArray();
        double[] remainders = IntStream.range(0, shares.length)
                .mapToDouble(c -> exact[c] - shares[c])
                .toArray();
        int missing = draws - IntStream.of(shares).sum();
        for (double value : Arrays.stream(remainders)
                .map(v -> -v)
                .sorted()
                .distinct()
                .map(v -> -v)
                .toArray()) {
            int[] equal = IntStream.range(0, shares.length)
                    .filter(c -> remainders[c] == value)
                    .toArray();
            int[] order = missing > 0 ? random.permutation(equal.length) : new int[0];
            int taken = Math.min(missing, order.length);
            Arrays.stream(order, 0, taken).forEach(i -> shares[equal[i]]++);
            missing -= taken;
        }
        return shares;
    }
}
