package dev.fettle.learner;

import java.io.Serializable;
import java.util.stream.IntStream;
import smile.classification.SoftClassifier;

/**
 * A classifier of Smile that tells the class with the largest share; of equals the first. Immutable, for any thread.
 *
 * <pre>{@code
 * ShareClassifier even = new ShareClassifier(x -> new double[] {0.5, 0.5}, 2);
 * int zero = even.predict(new double[] {0.5});
 * }</pre>
 *
 * @param shares of one row
 * @param numClasses k; it tells 0 … k − 1
 */
public record ShareClassifier(Shares shares, int numClasses) implements SoftClassifier<double[]> {
    private static final long serialVersionUID = 1;

    /** Says the share of each class. For any thread. */
    @FunctionalInterface
    public interface Shares extends Serializable {
        /**
         * {@code [k]} a fresh array that adds up to 1.
         *
         * @param x {@code [p]}
         */
        double[] of(double[] x);
    }

    @Override
    public int predict(double[] x) {
        return largest(shares.of(x));
    }

    @Override
    public int predict(double[] x, double[] said) {
        System.arraycopy(shares.of(x), 0, said, 0, numClasses);
        return largest(said);
    }

    /** The index of the largest, of equals of the first; {@code values} has at least one. */
    public static int largest(double[] values) {
        int largest = 0;
        for (int k = 1; k < values.length; k++) {
            largest = values[k] > values[largest] ? k : largest;
        }
        return largest;
    }

    /** The classes, 0 … k − 1. */
    public int[] classes() {
        return IntStream.range(0, numClasses).toArray();
    }
}
