package dev.fettle.sampler.gradient;

/**
 * What an {@link Optimizer} remembers of gradients. Nobody may write into the arrays, so it is for any thread.
 *
 * @param first {@code [coordinates]} mean of the gradients, or their sum that fades
 * @param second {@code [coordinates]} mean of their squares; zeros but for Adam
 * @param count how many there were
 */
record Moments(double[] first, double[] second, int count) {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double TINY = 1e-8;

    static Moments none(int coordinates) {
        return new Moments(new double[coordinates], new double[coordinates], 0);
    }

    Moments after(Optimizer optimizer, double[] gradient) {
        double[] mean = new double[gradient.length];
        double[] squares = new double[gradient.length];
        for (int i = 0; i < mean.length; i++) {
            double g = gradient[i];
            switch (optimizer) {
                case SGD, SPECTRAL, NEWTON -> mean[i] = g;
                case MOMENTUM -> mean[i] = FIRST * first[i] + g;
                case ADAM -> {
                    mean[i] = FIRST * first[i] + (1 - FIRST) * g;
                    squares[i] = SECOND * second[i] + (1 - SECOND) * g * g;
                }
            }
        }
        return new Moments(mean, squares, count + 1);
    }

    /** What is multiplied by the rate and taken away; of at least one gradient. */
    double[] direction(Optimizer optimizer) {
        if (optimizer != Optimizer.ADAM) {
            return first;
        }
        double unbiased = 1 - StrictMath.pow(FIRST, count);
        double spread = 1 - StrictMath.pow(SECOND, count);
        double[] direction = new double[first.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = first[i] / unbiased / (Math.sqrt(second[i] / spread) + TINY);
        }
        return direction;
    }
}
