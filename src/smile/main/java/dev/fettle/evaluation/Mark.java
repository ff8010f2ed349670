package dev.fettle.evaluation;

/**
 * 64 bits by which predictions can be told from others, instead of all of them kept: those of equal predictions are equal
 * on every machine, those of m different ones are all different but for a chance of about m²/2⁶⁵, 7e-13 for 5,000.
 *
 * <p>Row after row, and number after number, h ← mix(h + γ ⊕ mix(bits)) with the bits of IEEE 754 (one NaN for all, and −0 is
 * not 0), γ the golden ratio's and mix the finaliser of SplitMix64 (Steele, Lea and Flood, 2014, figure 16, Stafford's variant
 * 13); each row begins with its length. For one thread.
 */
final class Mark {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long bits;

    void add(double[][] rows) {
        for (double[] row : rows) {
            add(row.length);
            for (double value : row) {
                add(Double.doubleToLongBits(value));
            }
        }
    }

    private void add(long word) {
        bits = mix((bits + GOLDEN) ^ mix(word));
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** Never 0, which would say that there are no predictions. */
    long value() {
        return bits == 0 ? 1 : bits;
    }
}
