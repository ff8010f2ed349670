package dev.fettle.bench;

/** How fast one core of this machine multiplies and adds doubles in Java when nothing else is in the way. */
final class Peak {
    private static final int LENGTH = 512;
    private static final int CHAIN = 16;

    private Peak() {}

    /** Gflop/s of a chain of fused multiply-adds on values that stay in registers; the best of several measurements. */
    static double gigaflops() {
        double[] x = new double[LENGTH];
        double best = 0;
        for (int round = 0; round < 60; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < 20_000; i++) {
                chain(x);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            best = Math.max(best, 2.0 * CHAIN * LENGTH * 20_000 / seconds / 1e9);
        }
        return best;
    }

    private static void chain(double[] x) {
        for (int i = 0; i < x.length; i++) {
            double a = x[i];
            double z = Math.fma(a, 0.5, 0.1);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            z = Math.fma(z, 0.5, a);
            x[i] = Math.fma(z, 0.25, 0.1);
        }
    }
}
