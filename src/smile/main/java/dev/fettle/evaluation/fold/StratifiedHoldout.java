package dev.fettle.evaluation.fold;

import dev.fettle.data.Dataset;
import java.util.Arrays;
import java.util.Comparator;
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
        Dataset.Classes classes = Stratified.classes(target);
        int n = target.size();
        int[][] all = classes.rowsByClass();
        this.tests = tests;
        this.rows = Arrays.stream(all).filter(of -> of.length > 0).toArray(int[][]::new);
        List<String> single = IntStream.range(0, all.length)
                .filter(c -> all[c].length == 1)
                .mapToObj(classes.labels()::get)
                .toList();
        if (!single.isEmpty()) {
            throw new IllegalArgumentException("Class (" + String.join(", ", single)
                    + ") must have at least 2 rows for a stratified test, and has one.");
        }
        if (Math.min(tests, n - tests) < rows.length) {
            throw new IllegalArgumentException("Test share (" + tests + " of " + n + " rows) must leave a row of"
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
        int[] order = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -remainders[c]))
                .mapToInt(c -> c)
                .toArray();
        for (int from = 0, to = 0; missing > 0 && from < order.length; from = to) {
            while (to < order.length && remainders[order[to]] == remainders[order[from]]) {
                to++;
            }
            int[] lot = random.permutation(to - from);
            int taken = Math.min(missing, lot.length);
            for (int i = 0; i < taken; i++) {
                shares[order[from + lot[i]]]++;
            }
            missing -= taken;
        }
        return shares;
    }
}
