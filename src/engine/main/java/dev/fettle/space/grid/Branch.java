package dev.fettle.space.grid;

import dev.fettle.space.Checks;
import java.util.Arrays;

/**
 * The ways to go on from one parameter: a node of a decision diagram (Bryant, 1986, "Graph-based algorithms for Boolean
 * function manipulation", §2) with counts, shared between all beginnings that make no difference to later conditions.
 */
final class Branch {
    static final Branch END = new Branch(false, 1, new Branch[0], new long[0]);

    private final boolean active;
    private final long count;
    /** One for each value, or one for all of them. */
    private final Branch[] next;
    /** How many configurations have the value number v or one before; empty if all values go on alike. */
    private final long[] ends;

    private Branch(boolean active, long count, Branch[] next, long[] ends) {
        this.active = active;
        this.count = count;
        this.next = next;
        this.ends = ends;
    }

    static Branch inactive(Branch next) {
        return new Branch(false, next.count, new Branch[] {next}, new long[0]);
    }

    /** A parameter that no later condition mentions. */
    static Branch alike(long size, Branch next) {
        return new Branch(true, Checks.product(size, next.count), new Branch[] {next}, new long[0]);
    }

    static Branch each(Branch[] next) {
        long[] ends = new long[next.length];
        long sum = 0;
        for (int v = 0; v < next.length; v++) {
            sum = sum + next[v].count < 0 ? Long.MAX_VALUE : sum + next[v].count;
            ends[v] = sum;
        }
        return new Branch(true, sum, next, ends);
    }

    boolean active() {
        return active;
    }

    /** At most {@link Long#MAX_VALUE}. */
    long count() {
        return count;
    }

    /** The number of the parameter's value in configuration {@code index} of this branch. */
    long digit(long index) {
        if (ends.length == 0) {
            return active ? index / next[0].count : 0;
        }
        int found = Arrays.binarySearch(ends, index + 1);
        return found < 0 ? -found - 1 : found;
    }

    /** The number of the configuration within the branch that the value leads to. */
    long rest(long index, long digit) {
        if (ends.length == 0) {
            return active ? index - digit * next[0].count : index;
        }
        return digit == 0 ? index : index - ends[(int) digit - 1];
    }

    Branch next(long digit) {
        return next.length == 1 ? next[0] : next[(int) digit];
    }
}
