package dev.fettle.evaluation.fold;

import java.util.stream.IntStream;

/**
 * numpy's {@code RandomState}, bit for bit: MT19937 (Matsumoto and Nishimura, 1998) with the seeding of the authors' 2002
 * version, and numpy's legacy ways to shuffle. For one thread.
 */
final class MersenneTwister {
    private static final int N = 624;
    private static final int M = 397;
    private final int[] state = new int[N];
    private int at = N;

    /** Its low 32 bits are numpy's {@code random_state}. */
    MersenneTwister(long seed) {
        state[0] = (int) seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** From the end, each place swapped with one drawn by masked rejection. */
    void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int mask = -1 >>> Integer.numberOfLeadingZeros(i);
            int j = next() & mask;
            while (j > i) {
                j = next() & mask;
            }
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }

    /** The numbers from 0 to below {@code n}, shuffled. */
    int[] permutation(int n) {
        int[] order = IntStream.range(0, n).toArray();
        shuffle(order);
        return order;
    }

    private int next() {
        if (at == N) {
            for (int i = 0; i < N; i++) {
                int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7fffffff);
                state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) * 0x9908b0df);
            }
            at = 0;
        }
        int y = state[at++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }
}
