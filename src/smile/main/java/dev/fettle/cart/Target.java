package dev.fettle.cart;

import java.util.Arrays;

/**
 * What a tree learns, one entry a row, as sums over rows: of weights by class, or of weighted values. Immutable as long as
 * nobody writes into the arrays; for any thread.
 */
public sealed interface Target {
    /** How many sums there are. */
    int width();

    /** Adds a row to the sums. */
    void add(double[] sums, int row, double weight);

    /**
     * What a node says, {@code [width]}.
     *
     * @param weight above 0
     */
    double[] value(double[] sums, double weight);

    /** What a node says all of whose rows have the target of this one, {@code [width]}. */
    double[] value(int row);

    /** Whether two rows have another target. */
    boolean differ(int row, int other);

    /**
     * How pure a node is, times its weight, but for what does not depend on how rows are shared among nodes: the best split
     * has the highest total.
     *
     * @param weight above 0
     */
    double purity(double[] sums, double weight);

    /** Which impurity a split of classes lessens. */
    enum Impurity {
        /** 1 − Σ p². */
        GINI,
        /** −Σ p ln p. */
        ENTROPY
    }

    /**
     * Classes; the value of a node is the share of each.
     *
     * @param y {@code [n]}, 0 … width − 1
     */
    record Classes(int[] y, int width, Impurity impurity) implements Target {
        @Override
        public void add(double[] sums, int row, double weight) {
            sums[y[row]] += weight;
        }

        @Override
        public double[] value(double[] sums, double weight) {
            return Arrays.stream(sums).map(s -> s / weight).toArray();
        }

        @Override
        public double[] value(int row) {
            double[] value = new double[width];
            value[y[row]] = 1;
            return value;
        }

        @Override
        public boolean differ(int row, int other) {
            return y[row] != y[other];
        }

        @Override
        public double purity(double[] sums, double weight) {
            return impurity == Impurity.GINI ? squares(sums) / weight : logs(sums) - term(weight);
        }

        private static double squares(double[] sums) {
            double total = 0;
            for (double s : sums) {
                total += s * s;
            }
            return total;
        }

        private static double logs(double[] sums) {
            double total = 0;
            for (double s : sums) {
                total += term(s);
            }
            return total;
        }

        /** The same bits everywhere, which Math.log does not promise. */
        private static double term(double s) {
            return s > 0 ? s * StrictMath.log(s) : 0;
        }
    }

    /**
     * Numbers; the value of a node is their mean, and a split lessens the squared error. Sums are of distances from the middle:
     * of numbers far from 0 the squares would drown what they differ by.
     *
     * @param y {@code [n]}, finite
     * @param middle near the mean
     */
    record Values(double[] y, double middle) implements Target {
        /** Numbers and their middle. */
        public Values(double[] y) {
            this(y, middle(y));
        }

        /** A multiple of a power of two as large as the range allows: sums of whole numbers stay exact, and ties ties. */
        private static double middle(double[] y) {
            double low = y[0];
            double high = y[0];
            double sum = 0;
            for (double v : y) {
                low = Math.min(low, v);
                high = Math.max(high, v);
                sum += v;
            }
            double unit = Math.scalb(1.0, Math.getExponent(high - low));
            double middle = StrictMath.rint(sum / y.length / unit) * unit;
            return low < high && Double.isFinite(middle) ? middle : 0;
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public void add(double[] sums, int row, double weight) {
            sums[0] += weight * (y[row] - middle);
        }

        @Override
        public double[] value(double[] sums, double weight) {
            return new double[] {middle + sums[0] / weight};
        }

        @Override
        public double[] value(int row) {
            return new double[] {y[row]};
        }

        @Override
        public boolean differ(int row, int other) {
            return y[row] != y[other];
        }

        @Override
        public double purity(double[] sums, double weight) {
            return sums[0] * sums[0] / weight;
        }
    }
}
