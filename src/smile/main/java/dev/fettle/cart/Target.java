package dev.fettle.cart;

/**
 * What a tree learns, one entry a row, as sums over rows: of weights by class, or of weighted values. Immutable as long as
 * nobody writes into the arrays; for any thread.
 */
public sealed interface Target {
    /** How many sums there are. */
    int width();

    /** Adds a row to the sums. */
    void add(double[] sums, int row, double weight);

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
     * Numbers; the value of a node is their mean, and a split lessens the squared error.
     *
     * @param y {@code [n]}, finite
     */
    record Values(double[] y) implements Target {
        @Override
        public int width() {
            return 1;
        }

        @Override
        public void add(double[] sums, int row, double weight) {
            sums[0] += weight * y[row];
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
