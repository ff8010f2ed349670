package dev.fettle.learner.tree;

import dev.fettle.cart.Tree;
import dev.fettle.data.Dataset;
import dev.fettle.learner.Model;
import dev.fettle.learner.ShareClassifier;
import java.io.Serializable;
import java.util.List;
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
        if (target instanceof Dataset.Classes c) {
            int k = c.labels().size();
            return Model.of(new ShareClassifier(this::predict, k), k);
        }
        return Model.of((Regression<double[]>) x -> predict(x)[0]);
    }
}
