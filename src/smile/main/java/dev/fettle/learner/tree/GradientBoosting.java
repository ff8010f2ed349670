package dev.fettle.learner.tree;

import dev.fettle.cart.Columns;
import dev.fettle.cart.Growth;
import dev.fettle.cart.Limits;
import dev.fettle.cart.Target;
import dev.fettle.cart.Tree;
import dev.fettle.data.Dataset;
import dev.fettle.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Trees that each follow the gradient of a loss down from where those before have come (Friedman, 2001, algorithm 1), on
 * some of the rows (Friedman, 2002, "Stochastic gradient boosting"). For one thread.
 */
final class GradientBoosting implements Rounds.Round {
    private final double[][] x;
    private final double[] counts;
    private final Columns columns;
    private final Loss loss;
    private final Limits limits;
    private final double rate;
    private final int drawn;
    private final Seed seed;
    /** {@code [columns][n]}. */
    private final double[][] said;

    /** @param drawn how many rows a round looks at, at least 1 */
    GradientBoosting(Dataset train, Loss loss, Limits limits, double rate, int drawn, Seed seed) {
        this.x = train.x();
        this.counts = train.weights();
        this.columns = Columns.of(x);
        this.loss = loss;
        this.limits = limits;
        this.rate = rate;
        this.drawn = drawn;
        this.seed = seed;
        this.said = Arrays.stream(loss.start())
                .mapToObj(start -> {
                    double[] column = new double[x.length];
                    Arrays.fill(column, start);
                    return column;
                })
                .toArray(double[][]::new);
    }

    @Override
    public List<Ensemble.Part> grow(int number) {
        Seed round = seed.child(number);
        double[] weights = Draws.some(x.length, drawn, round.child("rows").random());
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= counts[i];
        }
        double[][] residuals = loss.residuals(said);
        List<Ensemble.Part> parts = new ArrayList<>();
        for (int g = 0; g < residuals.length; g++) {
            int column = loss.grown()[g];
            Tree grown = Growth.grow(columns, new Target.Values(residuals[g]), weights, limits, round.child(g));
            Tree tree = grown.with(leaves(grown, weights, residuals[g], said[column]));
            for (int i = 0; i < x.length; i++) {
                said[column][i] += tree.values()[tree.leaf(x[i])];
            }
            parts.add(new Ensemble.Part(tree, column));
        }
        return parts;
    }

    @Override
    public double[][] memory() {
        return Arrays.stream(said).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public void recall(double[][] memory) {
        for (int c = 0; c < said.length; c++) {
            System.arraycopy(memory[c], 0, said[c], 0, said[c].length);
        }
    }

    /** {@code [nodes]}, what each leaf adds. */
    private double[] leaves(Tree tree, double[] weights, double[] residuals, double[] before) {
        List<List<Integer>> rows = new ArrayList<>();
        IntStream.range(0, tree.nodes()).forEach(node -> rows.add(new ArrayList<>()));
        for (int i = 0; i < x.length; i++) {
            if (weights[i] > 0) {
                rows.get(tree.leaf(x[i])).add(i);
            }
        }
        double[] leaves = rows.stream()
                .map(some -> some.stream().mapToInt(Integer::intValue).toArray())
                .mapToDouble(some -> some.length == 0 ? 0 : rate * loss.leaf(some, residuals, before))
                .toArray();
        if (!DoubleStream.of(leaves).allMatch(Double::isFinite)) {
            throw new ArithmeticException("Training diverged. Maybe a lower learning_rate.");
        }
        return leaves;
    }
}
