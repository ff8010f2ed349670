package dev.fettle.evaluation.fold;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows kept for one honest look at the end: scikit-learn's {@code train_test_split(…, random_state=seed)}, row for row. For
 * any thread.
 *
 * <pre>{@code
 * Fold split = Holdout.split(150, 0.2, 42);
 * int kept = split.test().length;  // 30
 * }</pre>
 */
public final class Holdout {
    private Holdout() {}

    /**
     * Splits {@code n} rows.
     *
     * @param fraction of the rows to keep for the test, in (0, 1); rounded up
     * @param seed its low 32 bits are numpy's {@code random_state}
     * @return test and train rows in numpy's order, not sorted
     * @throws IllegalArgumentException if no row is left for training
     */
    public static Fold split(int n, double fraction, long seed) {
        problem(n, fraction).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        int tests = tests(n, fraction);
        int[] order = permutation(n, (int) seed);
        return new Fold(Arrays.copyOfRange(order, tests, n), Arrays.copyOfRange(order, 0, tests));
    }

    /** What is wrong with keeping a share of {@code n} rows, as a sentence; empty if nothing is. */
    public static Optional<String> problem(int n, double fraction) {
        int tests = tests(n, fraction);
        return fraction > 0 && tests >= 1 && tests <= n - 2
                ? Optional.empty()
                : Optional.of("Test share (" + fraction + ") must leave rows on both sides of " + n + ".");
    }

    private static int tests(int n, double fraction) {
        return (int) StrictMath.ceil(n * fraction);
    }

    /** numpy's legacy shuffle: from the end, each place swapped with one drawn by masked rejection. */
    private static int[] permutation(int n, int seed) {
        MersenneTwister random = new MersenneTwister(seed);
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int mask = -1 >>> Integer.numberOfLeadingZeros(i);
            int j = random.next() & mask;
            while (j > i) {
                j = random.next() & mask;
            }
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    /** MT19937 (Matsumoto and Nishimura, 1998) with the seeding of the authors' 2002 version, as numpy has it. */
    private static final class MersenneTwister {
        private static final int N = 624;
        private static final int M = 397;
        private final int[] state = new int[N];
        private int at = N;

        MersenneTwister(int seed) {
            state[0] = seed;
            for (int i = 1; i < N; i++) {
                state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
            }
        }

        int next() {
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
}
