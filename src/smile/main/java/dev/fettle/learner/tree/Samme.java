package dev.fettle.learner.tree;

import dev.fettle.cart.Columns;
import dev.fettle.cart.Growth;
import dev.fettle.cart.Limits;
import dev.fettle.cart.Target;
import dev.fettle.cart.Target.Impurity;
import dev.fettle.cart.Tree;
import dev.fettle.data.Dataset;
import dev.fettle.learner.ShareClassifier;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trees that each look harder at the rows that those before got wrong: SAMME (Zhu, Zou, Rosset and Hastie, 2009,
 * "Multi-class AdaBoost", algorithm 2), which with two classes is AdaBoost. For one thread.
 */
final class Samme implements Rounds.Round {
    private final double[][] x;
    private final int[] y;
    private final Columns columns;
    private final Target target;
    private final int classes;
    private final Limits limits;
    private final double rate;
    private final Seed seed;
    private final double[] weights;
    private boolean done;

    /** @param train classes, and what each row counts at first */
    Samme(Dataset train, Limits limits, double rate, Seed seed) {
        Dataset.Classes target = (Dataset.Classes) train.target();
        this.x = train.x();
        this.y = target.y();
        this.columns = Columns.of(x);
        this.target = new Target.Classes(y, target.labels().size(), Impurity.GINI);
        this.classes = (int) IntStream.of(y).distinct().count();
        this.limits = limits;
        this.rate = rate;
        this.seed = seed;
        this.weights = train.weights();
        share();
    }

    /** {@code [k]}, no vote for any class; −∞ for one without rows. */
    static double[] start(Dataset.Classes target) {
        double[] start = new double[target.labels().size()];
        Arrays.fill(start, Double.NEGATIVE_INFINITY);
        IntStream.of(target.y()).forEach(c -> start[c] = 0);
        return start;
    }

    @Override
    public List<Ensemble.Part> grow(int number) {
        if (done) {
            return List.of();
        }
        Tree tree = Growth.grow(columns, target, weights, limits, seed.child(number));
        double error = 0;
        double total = 0;
        boolean[] wrong = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            wrong[i] = ShareClassifier.largest(tree.values(tree.leaf(x[i]))) != y[i];
            error += wrong[i] ? weights[i] : 0;
            total += weights[i];
        }
        error /= total;
        done = error == 0 || error >= 1 - 1.0 / classes;
        if (error > 0 && done && number > 0) {
            // No better than chance; only the first tree has no other to leave the word to.
            return List.of();
        }
        double vote = done ? 1 : rate * (StrictMath.log((1 - error) / error) + StrictMath.log(classes - 1));
        weigh(wrong, vote);
        return List.of(new Ensemble.Part(voting(tree, vote), 0));
    }

    @Override
    public double[][] memory() {
        return new double[][] {weights.clone(), {done ? 1 : 0}};
    }

    @Override
    public void recall(double[][] memory) {
        System.arraycopy(memory[0], 0, weights, 0, weights.length);
        done = memory[1][0] == 1;
    }

    private void weigh(boolean[] wrong, double vote) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= wrong[i] ? StrictMath.exp(vote) : 1;
        }
        share();
    }

    /** All weights together are 1. */
    private void share() {
        double total = 0;
        for (double w : weights) {
            total += w;
        }
        done |= !Double.isFinite(total);
        for (int i = 0; i < weights.length; i++) {
            // None may vanish for good.
            weights[i] = Math.max(Math.ulp(1.0), weights[i] / total);
        }
    }

    /** Each leaf gives its whole vote to its largest class. */
    private static Tree voting(Tree tree, double vote) {
        double[] votes = new double[tree.values().length];
        for (int node = 0; node < tree.nodes(); node++) {
            votes[node * tree.width() + ShareClassifier.largest(tree.values(node))] = vote;
        }
        return tree.with(votes);
    }
}
