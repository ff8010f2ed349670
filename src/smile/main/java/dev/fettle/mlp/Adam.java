package dev.fettle.mlp;

/** Adam (Kingma and Ba, 2015, algorithm 1 in the order of computation of the end of section 2). */
final class Adam implements Optimizer {
    private final double initialRate;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double[] first;
    private final double[] second;
    private int steps;
    private double rate;

    Adam(int size, double rate, double beta1, double beta2, double epsilon) {
        this.initialRate = rate;
        this.rate = rate;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.first = new double[size];
        this.second = new double[size];
    }

    @Override
    public void step(double[] theta, double[] gradient) {
        steps++;
        rate = initialRate * Math.sqrt(1 - StrictMath.pow(beta2, steps)) / (1 - StrictMath.pow(beta1, steps));
        move(theta, gradient, first, second, beta1, beta2, rate, epsilon);
    }

    private static void move(
            double[] theta,
            double[] gradient,
            double[] first,
            double[] second,
            double beta1,
            double beta2,
            double rate,
            double epsilon) {
        for (int i = 0; i < theta.length; i++) {
            double g = gradient[i];
            double m = beta1 * first[i] + (1 - beta1) * g;
            double v = beta2 * second[i] + (1 - beta2) * (g * g);
            first[i] = m;
            second[i] = v;
            theta[i] -= rate * m / (Math.sqrt(v) + epsilon);
        }
    }

    @Override
    public void epochEnds(long seen) {}

    @Override
    public boolean stalled() {
        return true;
    }

    @Override
    public double rate() {
        return rate;
    }
}
