package dev.fettle.cart;

import java.util.Arrays;

/** The nodes of a tree that grows. It has room for those that there are, not for those that there might be. For one thread. */
final class Nodes {
    private static final int FIRST_ROOM = 16;

    private final int width;
    private int count;
    private int[] feature = new int[FIRST_ROOM];
    private double[] threshold = new double[FIRST_ROOM];
    private int[] left = new int[FIRST_ROOM];
    private double[] values;

    Nodes(int width) {
        this.width = width;
        this.values = new double[FIRST_ROOM * width];
    }

    /**
     * Adds a leaf.
     *
     * @param value {@code [width]}
     * @return its number, from 0
     */
    int add(double[] value) {
        if (count == left.length) {
            grow();
        }
        System.arraycopy(value, 0, values, count * width, width);
        return count++;
    }

    /**
     * For how many nodes there is room next.
     *
     * @throws ArithmeticException if an array cannot hold the values of more
     */
    static int room(int count, int width) {
        int room = (int) Math.min(2L * count, Integer.MAX_VALUE / width);
        if (room <= count) {
            throw new ArithmeticException("Tree (" + count + " nodes of " + width
                    + " classes) must be smaller to fit into an array. Maybe a lower max_leaf_nodes.");
        }
        return room;
    }

    private void grow() {
        int room = room(count, width);
        feature = Arrays.copyOf(feature, room);
        threshold = Arrays.copyOf(threshold, room);
        left = Arrays.copyOf(left, room);
        values = Arrays.copyOf(values, room * width);
    }

    /** Makes an inner node of a leaf. */
    void split(int number, int by, double at, int leftChild) {
        feature[number] = by;
        threshold[number] = at;
        left[number] = leftChild;
    }

    Tree tree() {
        return new Tree(
                Arrays.copyOf(feature, count),
                Arrays.copyOf(threshold, count),
                Arrays.copyOf(left, count),
                Arrays.copyOf(values, count * width),
                width);
    }
}
