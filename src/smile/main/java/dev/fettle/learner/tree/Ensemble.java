package dev.fettle.learner.tree;

import dev.fettle.cart.Tree;
import dev.fettle.data.Dataset;
import dev.fettle.learner.Model;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import smile.classification.SoftClassifier;
import smile.regression.Regression;

/**
 * Trees that add up: what the leaves of a row hold is summed, tree by tree, and said through a link. Immutable, for any
 * thread.
 *
 * @param start {@code [columns]}, what is said before any tree; −∞ for a class that is never said
 */
record Ensemble(double[] start, List<Part> parts, Link link) implements Serializable {
    private static final long serialVersionUID = 1;

    Ensemble {
        parts = List.copyOf(parts);
    }

    /** A tree, and the first of the columns that it adds to. */
    record Part(Tree tree, int first) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** One tree, and what it says. */
    static Ensemble of(Tree tree) {
        return new Ensemble(new double[tree.width()], List.of(new Part(tree, 0)), Link.MEAN);
    }

    /** What is said of a row, a fresh array. */
    double[] predict(double[] x) {
        double[] sums = start.clone();
        parts.forEach(part -> part.tree().addTo(sums, part.first(), x));
        link.apply(sums, parts.size());
        return sums;
    }

    /** A model of it that Smile knows. */
    Model model(Dataset.Target target) {
        return target instanceof Dataset.Classes c
                ? Model.of(new OfClasses(this, c.labels().size()), c.labels().size())
                : Model.of(new OfValues(this));
    }

    /** Tells classes 0 … k − 1 with their probabilities; of equal ones the first. */
    record OfClasses(Ensemble trees, int numClasses) implements SoftClassifier<double[]> {
        private static final long serialVersionUID = 1;

        @Override
        public int predict(double[] x, double[] shares) {
            double[] said = trees.predict(x);
            System.arraycopy(said, 0, shares, 0, numClasses);
            return IntStream.range(0, numClasses).reduce(0, (a, b) -> said[b] > said[a] ? b : a);
        }

        @Override
        public int predict(double[] x) {
            return predict(x, new double[numClasses]);
        }

        /** The classes, 0 … k − 1. */
        public int[] classes() {
            return IntStream.range(0, numClasses).toArray();
        }
    }

    /** Tells values. */
    record OfValues(Ensemble trees) implements Regression<double[]> {
        private static final long serialVersionUID = 1;

        @Override
        public double predict(double[] x) {
            return trees.predict(x)[0];
        }
    }
}
