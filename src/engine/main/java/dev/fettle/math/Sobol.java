package dev.fettle.math;

import org.hipparchus.random.SobolSequenceGenerator;

/**
 * The points of the Sobol sequence by number (Sobol, 1967), with the direction numbers of Joe and Kuo (2008,
 * "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30), in the order of the
 * Gray code (Antonov and Saleev, 1979). Immutable, for any thread.
 */
public final class Sobol {
    /** How many dimensions there are direction numbers for. */
    public static final int DIMENSIONS = 21_201;

    /** How many points there are. */
    public static final long POINTS = 1L << 31;

    private static final int BITS = 31;

    /** {@code [dimension][bit]}: what each bit of the Gray code adds, as binary digits behind the point. */
    private final int[][] directions;

    /**
     * The sequence in a unit cube.
     *
     * @throws IllegalArgumentException unless 1 ≤ dimensions ≤ {@link #DIMENSIONS}
     */
    public Sobol(int dimensions) {
        if (dimensions < 1 || dimensions > DIMENSIONS) {
            throw new IllegalArgumentException("Dimensions (" + dimensions + ") must lie in [1, " + DIMENSIONS + "].");
        }
        directions = new int[dimensions][BITS];
        SobolSequenceGenerator generator = new SobolSequenceGenerator(dimensions);
        for (int bit = 0; bit < BITS; bit++) {
            // The Gray code of 2^(bit + 1) − 1 is 2^bit, so that point is one direction number alone.
            double[] point = generator.skipTo((int) ((2L << bit) - 1));
            for (int d = 0; d < dimensions; d++) {
                directions[d][bit] = (int) (long) (point[d] * 0x1p32);
            }
        }
    }

    /**
     * One coordinate of one point, as 32 binary digits behind the point: divided by 2^32, and taken as unsigned, it lies in
     * [0, 1).
     *
     * @param dimension from 0
     * @param index from 0 to {@link #POINTS} − 1
     */
    public int digits(int dimension, long index) {
        int[] direction = directions[dimension];
        int digits = 0;
        for (long gray = index ^ (index >>> 1); gray != 0; gray &= gray - 1) {
            digits ^= direction[Long.numberOfTrailingZeros(gray)];
        }
        return digits;
    }
}
