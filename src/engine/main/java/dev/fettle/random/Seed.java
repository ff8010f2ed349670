package dev.fettle.random;

import java.io.Serializable;
import java.util.random.RandomGenerator;

/**
 * A name for a random stream. Children are derived by key and hold no state, so the number of values drawn from one
 * stream cannot shift another.
 *
 * <p>The mixing is the 64-bit finaliser of SplitMix64 (Steele, Lea and Flood, 2014, "Fast splittable pseudorandom number
 * generators", OOPSLA, figure 16, Stafford's variant 13). Immutable, for any thread.
 *
 * @param value any {@code long}; equal values name equal streams on every JDK and machine
 */
public record Seed(long value) implements Serializable {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The seed that {@code key} names below this one, the same at every call. */
    public Seed child(long key) {
        return new Seed(mix(mix(value + GOLDEN) ^ mix(key * GOLDEN + 1)));
    }

    /** The seed that {@code key} names below this one, by its UTF-16 characters. */
    public Seed child(String key) {
        long hash = key.length();
        for (int i = 0; i < key.length(); i++) {
            hash = mix(hash + GOLDEN) ^ key.charAt(i);
        }
        return child(mix(hash));
    }

    /**
     * A fresh generator at the start of this stream. Not safe for several threads; ask for one each. The same on every JDK are
     * {@code nextLong()}, {@code nextInt()}, {@code nextInt(bound)}, {@code nextDouble()} and {@code nextGaussian()}.
     *
     * <pre>{@code
     * RandomGenerator random = new Seed(42).child("shuffle").random();
     * int die = 1 + random.nextInt(6);
     * }</pre>
     */
    public RandomGenerator random() {
        return new SplitMix(value);
    }

    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /**
     * SplitMix64. The draws that the house uses are fixed here: the JDK's default methods, which give the others, may change
     * their algorithms between releases, and a seed must mean the same values for ever.
     */
    private static final class SplitMix implements RandomGenerator {
        private long state;

        SplitMix(long state) {
            this.state = state;
        }

        @Override
        public long nextLong() {
            state += GOLDEN;
            return mix(state);
        }

        @Override
        public int nextInt() {
            return (int) (nextLong() >>> 32);
        }

        /** Uniform on [0, bound), exactly: multiply and reject (Lemire, 2019, ACM TOMACS 29(1), algorithm 5). */
        @Override
        public int nextInt(int bound) {
            if (bound <= 0) {
                throw new IllegalArgumentException("Bound (" + bound + ") must be positive.");
            }
            long product = (nextLong() >>> 32) * bound;
            long rest = product & 0xFFFFFFFFL;
            long threshold = (1L << 32) % bound;
            while (rest < threshold) {
                product = (nextLong() >>> 32) * bound;
                rest = product & 0xFFFFFFFFL;
            }
            return (int) (product >>> 32);
        }

        /** Uniform on the 2^53 multiples of 2^-53 in [0, 1). */
        @Override
        public double nextDouble() {
            return (nextLong() >>> 11) * 0x1.0p-53;
        }

        /** Standard normal by the polar method (Marsaglia and Bray, 1964), the second value of each pair dropped. */
        @Override
        public double nextGaussian() {
            while (true) {
                double x = 2 * nextDouble() - 1;
                double y = 2 * nextDouble() - 1;
                double s = x * x + y * y;
                if (s < 1 && s > 0) {
                    return x * Math.sqrt(-2 * StrictMath.log(s) / s);
                }
            }
        }
    }
}
