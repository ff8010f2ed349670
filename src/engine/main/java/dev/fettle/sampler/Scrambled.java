package dev.fettle.sampler;

import dev.fettle.math.Sobol;
import dev.fettle.random.Seed;

/**
 * Sobol points, scrambled: each is uniform on the cube and together they keep the evenness of the sequence (Owen, 1995,
 * "Randomly permuted (t,m,s)-nets and (t,s)-sequences", nested uniform scrambling in base 2). A digit is flipped or not by
 * a hash of seed, dimension and the digits before it, so that there is no state. Immutable, for any thread.
 */
final class Scrambled {
    private final Sobol sobol;
    private final Seed[] seeds;

    Scrambled(int dimensions, Seed seed) {
        this.sobol = new Sobol(dimensions);
        this.seeds = new Seed[dimensions];
        for (int d = 0; d < dimensions; d++) {
            seeds[d] = seed.child(d);
        }
    }

    /** Point number {@code index} of [0, 1)^dimensions, 0 ≤ index &lt; {@link Sobol#POINTS}. */
    double[] at(long index) {
        double[] u = new double[seeds.length];
        for (int d = 0; d < u.length; d++) {
            u[d] = scrambled(sobol.digits(d, index), seeds[d]);
        }
        return u;
    }

    /** {@code node} numbers the digits so far as a place in the tree of all of them: 1 is its root. */
    private static double scrambled(int digits, Seed seed) {
        long node = 1;
        long result = 0;
        for (int k = Integer.SIZE - 1; k >= 0; k--) {
            long digit = (long) digits >>> k & 1;
            result = result << 1 | (digit ^ seed.child(node).value() >>> 63);
            node = node << 1 | digit;
        }
        // The digits behind the 32nd are all 0, so their flips are one hash of those before.
        return (result << 21 | seed.child(node).value() >>> 43) * 0x1p-53;
    }
}
