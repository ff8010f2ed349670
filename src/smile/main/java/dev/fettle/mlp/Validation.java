package dev.fettle.mlp;

import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Samples kept from the training to see when it stops helping.
 *
 * @param held the samples kept
 * @param rest the others
 */
record Validation(Samples held, Samples rest, Network network, Network.Pass pass) {
    /**
     * Keeps ⌈fraction·n⌉ samples; for classes each class in proportion, the largest remainders rounded up. (scikit-learn
     * stratifies only two classes.)
     *
     * @throws IllegalArgumentException if fewer than two are kept or none is left
     */
    static Validation hold(Network network, Samples samples, double fraction, Seed seed) {
        int n = samples.size();
        int size = size(n, fraction);
        problem(n, fraction).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        int[] order = IntStream.range(0, n).toArray();
        Training.shuffle(order, seed.random());
        boolean[] kept = network.output() == Output.IDENTITY ? first(order, size) : stratified(samples, order, size);
        int[] in = Arrays.stream(order).filter(i -> kept[i]).toArray();
        int[] out = Arrays.stream(order).filter(i -> !kept[i]).toArray();
        Samples held = samples.gather(in, 0, in.length, samples.room(in.length));
        Samples rest = samples.gather(out, 0, out.length, samples.room(out.length));
        return new Validation(held, rest, network, network.new Pass(in.length));
    }

    private static int size(int n, double fraction) {
        return (int) StrictMath.ceil(fraction * n);
    }

    /** What is wrong with keeping a share of {@code n} samples, as a sentence; empty if nothing is. */
    static Optional<String> problem(int n, double fraction) {
        int size = size(n, fraction);
        return size >= 2 && size < n
                ? Optional.empty()
                : Optional.of("Validation rows (" + size + " of " + n
                        + ") must be at least 2 and leave some. Maybe another validation_fraction.");
    }

    private static boolean[] first(int[] order, int size) {
        boolean[] kept = new boolean[order.length];
        for (int i = 0; i < size; i++) {
            kept[order[i]] = true;
        }
        return kept;
    }

    /** Goes through the samples in order and keeps one whenever its class lags behind its share. */
    private static boolean[] stratified(Samples samples, int[] order, int size) {
        int classes = Math.max(2, samples.y().length);
        double[] count = new double[classes];
        for (int i : order) {
            count[label(samples, i)]++;
        }
        int[] quota = new int[classes];
        for (int left = size; left > 0; left--) {
            int most = 0;
            for (int c = 1; c < classes; c++) {
                if (count[c] * size / order.length - quota[c] > count[most] * size / order.length - quota[most]) {
                    most = c;
                }
            }
            quota[most]++;
        }
        boolean[] kept = new boolean[order.length];
        for (int i : order) {
            int c = label(samples, i);
            if (quota[c] > 0) {
                quota[c]--;
                kept[i] = true;
            }
        }
        return kept;
    }

    private static int label(Samples samples, int column) {
        return best(samples.y(), column);
    }

    /** The class of a column: the largest of several rows, or whether a single one is above one half; NaN has none, −1. */
    static int best(double[][] rows, int column) {
        int best = 0;
        for (int k = 0; k < rows.length; k++) {
            if (Double.isNaN(rows[k][column])) {
                return -1;
            }
            best = rows[k][column] > rows[best][column] ? k : best;
        }
        return rows.length == 1 && rows[0][column] > 0.5 ? 1 : best;
    }

    /** Accuracy, or the coefficient of determination of values, where rows count by their weights. */
    double score(double[] theta) {
        int n = held.size();
        double[][] out = pass.forward(theta, held);
        double[] weights = held.counts();
        if (network.output() != Output.IDENTITY) {
            double right = 0;
            for (int i = 0; i < n; i++) {
                right += best(out, i) == best(held.y(), i) ? weights[i] : 0;
            }
            return right / held.total();
        }
        double[] y = held.y()[0];
        double mean = Rows.dot(weights, y, n) / held.total();
        double residual = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            residual += weights[i] * (y[i] - out[0][i]) * (y[i] - out[0][i]);
            total += weights[i] * (y[i] - mean) * (y[i] - mean);
        }
        return total == 0 ? 0 : 1 - residual / total;
    }
}
