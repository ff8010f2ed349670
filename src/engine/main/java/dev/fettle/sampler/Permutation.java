package dev.fettle.sampler;

import dev.fettle.random.Seed;

/**
 * The numbers from 0 to size − 1 in a random order of which nothing is kept but the key: a Feistel network over the next
 * even power of two, walked until it comes back into the range (Black and Rogaway, 2002, "Ciphers with arbitrary finite
 * domains", CT-RSA, section 3, cycle walking; fewer than four steps are expected). Four rounds suffice against an opponent
 * with few looks (Luby and Rackoff, 1988); twelve make all orders of a handful equally likely as far as 1,000 draws of each
 * can tell. From 16 numbers on such a network makes even permutations only (Even and Goldreich, 1983), so a coin decides
 * whether 0 and 1 change places first. Immutable, for any thread.
 */
final class Permutation {
    private static final int ROUNDS = 12;

    private final long size;
    private final int half;
    private final long mask;
    private final long coin;
    private final Seed[] rounds = new Seed[ROUNDS];

    /** @param size at least 1 */
    Permutation(long size, Seed seed) {
        this.size = size;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
        this.half = (bits + 1) / 2;
        this.mask = (1L << half) - 1;
        this.coin = size > 1 ? seed.child("coin").value() >>> 63 : 0;
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = seed.child(i);
        }
    }

    /** The number at a place, 0 ≤ place &lt; size; different places hold different numbers. */
    long at(long place) {
        long x = place < 2 ? place ^ coin : place;
        do {
            x = shuffled(x);
        } while (Long.compareUnsigned(x, size) >= 0);
        return x;
    }

    private long shuffled(long x) {
        long left = x >>> half;
        long right = x & mask;
        for (Seed round : rounds) {
            long next = left ^ (round.child(right).value() & mask);
            left = right;
            right = next;
        }
        return left << half | right;
    }
}
