package dev.fettle.cart;

import dev.fettle.cart.Splitter.Split;
import dev.fettle.random.Seed;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Grows a tree, at each step where impurity falls most (Shi, 2007, "Best-first decision tree learning"); without a limit to
 * the leaves the order does not matter. As in scikit-learn a split that gains nothing is taken too, since one below it may,
 * and a threshold lies halfway between two values. For one thread.
 */
public final class Growth {
    private final Columns columns;
    private final Target target;
    private final double[] weights;
    private final Limits limits;
    private final Splitter splitter;
    private final int[] rows;
    private final int[] buffer;
    private final PriorityQueue<Node> frontier = new PriorityQueue<>(
            Comparator.comparingDouble(Node::gain).reversed().thenComparingInt(Node::number));
    private final Nodes nodes;

    private record Node(int number, int depth, int from, int to, Split split, double gain) {}

    private Growth(Columns columns, Target target, double[] weights, Limits limits, Seed seed) {
        this.columns = columns;
        this.target = target;
        this.weights = weights;
        this.limits = limits;
        this.splitter = new Splitter(columns, target, weights, limits, seed.random());
        this.rows =
                IntStream.range(0, weights.length).filter(r -> weights[r] > 0).toArray();
        this.buffer = new int[rows.length];
        this.nodes = new Nodes(target.width());
    }

    /**
     * A tree whose values are class shares or means.
     *
     * @param weights {@code [n]}, how much each row counts, at least 0, at least one above; rows without weight are not there
     * @param seed draws the order in which features are looked at
     * @throws CancellationException if the thread is interrupted; its flag stays set
     */
    public static Tree grow(Columns columns, Target target, double[] weights, Limits limits, Seed seed) {
        return new Growth(columns, target, weights, limits, seed).tree();
    }

    private Tree tree() {
        look(0, 0, rows.length);
        for (int leaves = 1; leaves < limits.leaves() && !frontier.isEmpty(); leaves++) {
            split(frontier.remove());
        }
        return nodes.tree();
    }

    /** Adds a node, says what it holds, and keeps it for later if it can be split. Its number. */
    private int look(int depth, int from, int to) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Training was interrupted.");
        }
        double[] sums = new double[target.width()];
        double weight = 0;
        boolean pure = true;
        for (int i = from; i < to; i++) {
            target.add(sums, rows[i], weights[rows[i]]);
            weight += weights[rows[i]];
            pure &= !target.differ(rows[from], rows[i]);
        }
        int number = nodes.add(pure ? target.value(rows[from]) : target.value(sums, weight));
        if (pure || depth >= limits.depth() || to - from < Math.max(limits.split(), 2L * limits.leaf())) {
            return number;
        }
        Split split = splitter.best(rows, from, to, sums, weight);
        if (split != null) {
            frontier.add(new Node(number, depth, from, to, split, split.purity() - target.purity(sums, weight)));
        }
        return number;
    }

    private void split(Node node) {
        Split split = node.split();
        int middle = node.from();
        int others = 0;
        for (int i = node.from(); i < node.to(); i++) {
            if (columns.rank(split.feature(), rows[i]) <= split.rank()) {
                rows[middle++] = rows[i];
            } else {
                buffer[others++] = rows[i];
            }
        }
        System.arraycopy(buffer, 0, rows, middle, others);
        int left = look(node.depth() + 1, node.from(), middle);
        look(node.depth() + 1, middle, node.to());
        double threshold = columns.between(split.feature(), split.rank(), split.next());
        nodes.split(node.number(), split.feature(), threshold, left);
    }
}
