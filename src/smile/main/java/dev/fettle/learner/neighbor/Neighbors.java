package dev.fettle.learner.neighbor;

import dev.fettle.learner.ShareClassifier;
import java.io.Serializable;
import java.util.Arrays;
import smile.classification.SoftClassifier;
import smile.math.distance.ManhattanDistance;
import smile.neighbor.KDTree;
import smile.neighbor.KNNSearch;
import smile.neighbor.LinearSearch;
import smile.neighbor.Neighbor;
import smile.regression.Regression;

/**
 * The training rows that are nearest to a row, and what they say of it. Immutable, for any thread.
 *
 * @param count how many decide, at most the training rows
 * @param byDistance whether each counts by the inverse of its distance; one that is at the very place leaves no say to others
 */
record Neighbors(KNNSearch<double[], ?> search, int count, boolean byDistance) implements Serializable {
    private static final long serialVersionUID = 1;

    /** @param straight whether distances are straight lines; else city blocks */
    static Neighbors of(double[][] x, int count, boolean byDistance, boolean straight) {
        KNNSearch<double[], ?> search = straight ? new KDTree<>(x, x) : new LinearSearch<>(x, new ManhattanDistance());
        return new Neighbors(search, count, byDistance);
    }

    /** {@code [columns]} the mean of what the neighbours of a row hold. */
    private double[] mean(double[] x, int columns, Said said) {
        // Smile leaves out a row that is the very same array.
        Neighbor<double[], ?>[] near = search.knn(x.clone(), count);
        Arrays.sort(
                near,
                (a, b) -> a.distance == b.distance
                        ? Integer.compare(a.index, b.index)
                        : Double.compare(a.distance, b.distance));
        boolean there = near[0].distance == 0;
        double[] mean = new double[columns];
        double total = 0;
        for (Neighbor<double[], ?> one : near) {
            double weight = !byDistance ? 1 : there ? (one.distance == 0 ? 1 : 0) : near[0].distance / one.distance;
            said.add(mean, one.index, weight);
            total += weight;
        }
        for (int k = 0; k < columns; k++) {
            mean[k] /= total;
        }
        return mean;
    }

    @FunctionalInterface
    private interface Said {
        void add(double[] mean, int row, double weight);
    }

    /** Tells classes 0 … k − 1, {@code y[row]}, by the share of the neighbours. */
    SoftClassifier<double[]> classifier(int[] y, int k) {
        return new ShareClassifier(x -> mean(x, k, (sums, row, weight) -> sums[y[row]] += weight), k);
    }

    /** Tells the mean value of the neighbours. */
    record OfValues(Neighbors neighbors, double[] y) implements Regression<double[]> {
        private static final long serialVersionUID = 1;

        @Override
        public double predict(double[] x) {
            return neighbors.mean(x, 1, (mean, row, weight) -> mean[0] += weight * y[row])[0];
        }
    }
}
