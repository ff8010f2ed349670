package dev.fettle.evaluation.fold;

import dev.fettle.data.Dataset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Gives whole groups to folds so that the classes are as alike in them as a greedy way can make it: scikit-learn's
 * StratifiedGroupKFold, with its sums in its order, since ties are decided by their last bits. For one thread.
 */
final class GroupStrata {
    /** Within which numpy's {@code isclose} calls numbers equal. */
    private static final double ABSOLUTE = 1e-8;

    private static final double RELATIVE = 1e-5;

    private static final int LANES = 8;

    private final int[] classes;
    /** {@code [groups][classes]} rows. */
    private final double[][] ofGroup;
    /** {@code [folds][classes]} rows so far. */
    private final double[][] ofFold;

    GroupStrata(int k, int[] groups, Dataset.Target target) {
        int[] y = Stratified.classes(target).y();
        int[] names = IntStream.of(y).sorted().distinct().toArray();
        int[] codes = IntStream.of(y).map(c -> Arrays.binarySearch(names, c)).toArray();
        this.classes = Stratified.counts(codes);
        Stratified.check(k, classes);
        this.ofFold = new double[k][classes.length];
        this.ofGroup = new double[Stratified.counts(groups).length][classes.length];
        for (int i = 0; i < y.length; i++) {
            ofGroup[groups[i]][codes[i]]++;
        }
    }

    /** The fold of each group: the most uneven group first. */
    int[] folds() {
        int[] fold = new int[ofGroup.length];
        IntStream.range(0, ofGroup.length)
                .boxed()
                .sorted(Comparator.comparingDouble(g -> -deviation(ofGroup[g], GroupStrata::inLanes)))
                .forEach(g -> {
                    fold[g] = best(ofGroup[g]);
                    add(fold[g], ofGroup[g], 1);
                });
        return fold;
    }

    /** The fold with which the classes are most alike; of nearly equals the one with the fewest rows. */
    private int best(double[] group) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        double fewest = Double.POSITIVE_INFINITY;
        for (int f = 0; f < ofFold.length; f++) {
            add(f, group, 1);
            double uneven = unevenness();
            add(f, group, -1);
            double rows = Arrays.stream(ofFold[f]).sum();
            boolean close = Math.abs(uneven - least) <= ABSOLUTE + RELATIVE * Math.abs(least);
            if (uneven < least || (close && rows < fewest)) {
                best = f;
                least = uneven;
                fewest = rows;
            }
        }
        return best;
    }

    private void add(int fold, double[] group, int sign) {
        for (int c = 0; c < group.length; c++) {
            ofFold[fold][c] += sign * group[c];
        }
    }

    /** How much the shares of a class in the folds differ, the mean over the classes. */
    private double unevenness() {
        double[] deviations = IntStream.range(0, classes.length)
                .mapToDouble(c -> deviation(
                        Arrays.stream(ofFold)
                                .mapToDouble(fold -> fold[c] / classes[c])
                                .toArray(),
                        GroupStrata::inTurn))
                .toArray();
        return inLanes(deviations) / deviations.length;
    }

    private static double deviation(double[] values, ToDoubleFunction<double[]> sum) {
        double mean = sum.applyAsDouble(values) / values.length;
        double[] squares =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray();
        return Math.sqrt(sum.applyAsDouble(squares) / values.length);
    }

    /** As numpy adds rows. */
    private static double inTurn(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }

    /** As numpy adds neighbours, up to 128 of them: eight sums at once, then what is left over. */
    private static double inLanes(double[] values) {
        int whole = values.length - values.length % LANES;
        if (whole == 0) {
            return inTurn(values);
        }
        double[] r = Arrays.copyOf(values, LANES);
        for (int i = LANES; i < whole; i++) {
            r[i % LANES] += values[i];
        }
        double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        for (int i = whole; i < values.length; i++) {
            sum += values[i];
        }
        return sum;
    }
}
