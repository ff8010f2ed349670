package dev.fettle.learner.tree;

import dev.fettle.learner.ScoreClassifier;

/** From the sums of an ensemble to what it says, in place; with the same bits everywhere. */
enum Link {
    /** The sums themselves. */
    IDENTITY {
        @Override
        void apply(double[] sums, int trees) {}
    },
    /** What a tree says on average. */
    MEAN {
        @Override
        void apply(double[] sums, int trees) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] /= trees;
            }
        }
    },
    /** Probabilities of classes from their logarithms, each up to the same constant. */
    SOFTMAX {
        @Override
        void apply(double[] sums, int trees) {
            ScoreClassifier.softmax(sums);
        }
    },
    /**
     * Probabilities from the weights of the trees that vote for a class (Zhu, Zou, Rosset and Hastie, 2009, "Multi-class
     * AdaBoost", equation 15), where all trees together weigh 1, as in scikit-learn.
     */
    VOTES {
        @Override
        void apply(double[] sums, int trees) {
            double all = 0;
            int classes = 0;
            for (double s : sums) {
                if (s >= 0) {
                    all += s;
                    classes++;
                }
            }
            double others = Math.max(1, classes - 1);
            for (int k = 0; k < sums.length; k++) {
                sums[k] = (sums[k] - (all - sums[k]) / others) / (all * others);
            }
            ScoreClassifier.softmax(sums);
        }
    };

    /** @param trees how many added to the sums, at least 1 */
    abstract void apply(double[] sums, int trees);
}
