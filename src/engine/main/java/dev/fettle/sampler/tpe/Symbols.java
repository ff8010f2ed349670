package dev.fettle.sampler.tpe;

import java.util.random.RandomGenerator;

/**
 * Kernels of values without an order: one for the value of the trial and the prior's weight over the number of kernels for
 * each value, normalised (Optuna 5; a kernel of Aitchison and Aitken whose width shrinks with the number of trials). The last kernel is the prior, with the same probability for each value.
 */
final class Symbols implements Margin {
    private static final int PRIOR = -1;

    private final int values;
    private final int[] symbols;
    private final double smoothing;
    private final double logHit;
    private final double logMiss;
    private final double logPrior;

    /** @param places {@code [kernels − 1]} */
    Symbols(double[] places, int values, double priorWeight) {
        this.values = values;
        this.symbols = new int[places.length + 1];
        for (int k = 0; k < places.length; k++) {
            symbols[k] = symbol(places[k]);
        }
        symbols[places.length] = PRIOR;
        this.smoothing = priorWeight / symbols.length;
        double logSum = StrictMath.log(1 + values * smoothing);
        this.logHit = StrictMath.log(1 + smoothing) - logSum;
        this.logMiss = StrictMath.log(smoothing) - logSum;
        this.logPrior = -StrictMath.log(values);
    }

    private int symbol(double u) {
        return Math.min(values - 1, (int) (u * values));
    }

    @Override
    public void add(double u, double[] cell, double[] sums) {
        int here = symbol(u);
        for (int k = 0; k < symbols.length; k++) {
            sums[k] += symbols[k] == here ? logHit : symbols[k] == PRIOR ? logPrior : logMiss;
        }
    }

    @Override
    public double draw(int kernel, RandomGenerator random) {
        double left = random.nextDouble() * (1 + values * smoothing) - 1;
        boolean any = symbols[kernel] == PRIOR || left >= 0;
        int value = any ? random.nextInt(values) : symbols[kernel];
        return (value + 0.5) / values;
    }
}
