package dev.fettle.mlp;

/**
 * Stochastic gradient descent with momentum, Nesterov's if asked for (Sutskever et al., 2013, eq. 3–4 in the form that
 * keeps the look-ahead point, as scikit-learn does).
 */
final class Sgd implements Optimizer {
    /** How a rate changes over time. */
    enum Schedule {
        CONSTANT,
        INVSCALING,
        ADAPTIVE
    }

    private static final double LEAST_RATE = 1e-6;

    private final double initialRate;
    private final Schedule schedule;
    private final double powerT;
    private final double momentum;
    private final boolean nesterov;
    private final double[] velocity;
    private double rate;

    Sgd(int size, double rate, Schedule schedule, double powerT, double momentum, boolean nesterov) {
        this.initialRate = rate;
        this.rate = rate;
        this.schedule = schedule;
        this.powerT = powerT;
        this.momentum = momentum;
        this.nesterov = nesterov;
        this.velocity = new double[size];
    }

    @Override
    public void step(double[] theta, double[] gradient) {
        if (nesterov) {
            nesterov(theta, gradient, velocity, momentum, rate);
        } else {
            plain(theta, gradient, velocity, momentum, rate);
        }
    }

    private static void plain(double[] theta, double[] gradient, double[] velocity, double momentum, double rate) {
        for (int i = 0; i < theta.length; i++) {
            double v = momentum * velocity[i] - rate * gradient[i];
            velocity[i] = v;
            theta[i] += v;
        }
    }

    private static void nesterov(double[] theta, double[] gradient, double[] velocity, double momentum, double rate) {
        for (int i = 0; i < theta.length; i++) {
            double push = rate * gradient[i];
            double v = momentum * velocity[i] - push;
            velocity[i] = v;
            theta[i] += momentum * v - push;
        }
    }

    @Override
    public void epochEnds(long seen) {
        if (schedule == Schedule.INVSCALING) {
            rate = initialRate / StrictMath.pow((double) (seen + 1), powerT);
        }
    }

    @Override
    public boolean stalled() {
        if (schedule != Schedule.ADAPTIVE || rate <= LEAST_RATE) {
            return true;
        }
        rate /= 5;
        return false;
    }

    @Override
    public double rate() {
        return rate;
    }
}
