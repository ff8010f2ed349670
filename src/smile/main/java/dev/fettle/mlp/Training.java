package dev.fettle.mlp;

import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.math.FusedMultiplyAdd;
import dev.fettle.math.Lbfgs;
import dev.fettle.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;

/** Finds the parameters of one net. For one thread. */
final class Training {
    private static final int MEMORY = 10;
    /** SciPy's default: 1e7 units in the last place. */
    private static final double VALUE_TOLERANCE = 2.220446049250313e-09;

    static {
        FusedMultiplyAdd.check();
    }

    private final Configuration values;
    private final Network network;
    private final Seed seed;
    private final double alpha;
    private final int maxIter;
    private final List<Double> losses = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();

    Training(Configuration values, Network network, Seed seed) {
        this.values = values;
        this.network = network;
        this.seed = seed;
        this.alpha = values.real("alpha");
        this.maxIter = values.whole("max_iter");
    }

    Trained lbfgs(Samples samples, double[] theta) {
        Network.Pass pass = network.new Pass(samples.size());
        Lbfgs search = new Lbfgs(MEMORY, maxIter, values.whole("max_fun"), values.real("tol"), VALUE_TOLERANCE);
        Lbfgs.Minimum found = search.minimize(
                (x, gradient) -> {
                    goOn();
                    return pass.lossAndGradient(x, alpha, samples, gradient);
                },
                theta,
                losses::add);
        finite(found.value());
        return trained(found.x(), found.converged());
    }

    Trained stochastic(Samples all, double[] theta) {
        Validation validation = values.flag("early_stopping")
                ? Validation.hold(network, all, values.real("validation_fraction"), seed.child("validation"))
                : null;
        Samples samples = validation == null ? all : validation.rest();
        Optimizer optimizer = optimizer();
        Progress progress = new Progress(values.real("tol"));
        Epoch epoch = new Epoch(samples, theta, optimizer);
        double[] best = theta;
        boolean converged = false;
        for (int i = 1; i <= maxIter && !converged; i++) {
            goOn();
            losses.add(epoch.run());
            rates.add(optimizer.rate());
            double mark = validation == null ? -losses.get(losses.size() - 1) : validation.score(theta);
            if (progress.heard(mark) && validation != null) {
                best = theta.clone();
            }
            optimizer.epochEnds((long) i * samples.size());
            if (progress.stale > values.whole("n_iter_no_change")) {
                converged = optimizer.stalled();
                progress.stale = 0;
            }
        }
        return trained(validation == null ? theta : best, converged);
    }

    /** The last step is followed by no loss that would tell that it went too far. */
    private Trained trained(double[] theta, boolean converged) {
        for (double weight : theta) {
            finite(weight);
        }
        return new Trained(network, theta, losses, rates, converged);
    }

    private Optimizer optimizer() {
        double rate = values.real("learning_rate_init");
        if (values.text("solver").equals("adam")) {
            return new Adam(network.size(), rate, values.real("beta_1"), values.real("beta_2"), values.real("epsilon"));
        }
        return new Sgd(
                network.size(),
                rate,
                Sgd.Schedule.valueOf(values.text("learning_rate").toUpperCase(Locale.ROOT)),
                values.real("power_t"),
                values.real("momentum"),
                values.flag("nesterovs_momentum"));
    }

    private static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Training was interrupted.");
        }
    }

    private static void finite(double lossOrWeight) {
        if (!Double.isFinite(lossOrWeight)) {
            throw new ArithmeticException("Weights must be finite, and they grew without bound."
                    + " Maybe a smaller learning_rate_init, or scaled features.");
        }
    }

    /** Whether there is progress: by more than tol over the best so far, counted as scikit-learn counts. */
    private static final class Progress {
        private final double tol;
        private double best = Double.NEGATIVE_INFINITY;
        private int stale;

        Progress(double tol) {
            this.tol = tol;
        }

        /** Hears a mark, higher is better; true if it is the best. */
        boolean heard(double mark) {
            stale = mark < best + tol ? stale + 1 : 0;
            boolean better = mark > best;
            best = better ? mark : best;
            return better;
        }
    }

    /** One pass over all samples in batches, in a new order each time. */
    private final class Epoch {
        private final Samples samples;
        private final double[] theta;
        private final Optimizer optimizer;
        private final RandomGenerator random = seed.child("order").random();
        private final int batch;
        private final int[] order;
        private final Samples room;
        private final Network.Pass pass;
        private final double[] gradient;

        Epoch(Samples samples, double[] theta, Optimizer optimizer) {
            this.samples = samples;
            this.theta = theta;
            this.optimizer = optimizer;
            Object size = values.value("batch_size");
            this.batch = Math.min(samples.size(), size instanceof Integer given ? given : 200);
            this.order = java.util.stream.IntStream.range(0, samples.size()).toArray();
            this.room = samples.room(batch);
            this.pass = network.new Pass(batch);
            this.gradient = new double[network.size()];
        }

        /** The mean loss of the batches, each before its update. */
        double run() {
            int n = samples.size();
            if (batch == n) {
                // A batch of all samples needs no order: it is the same sum.
                return step(samples);
            }
            if (values.flag("shuffle")) {
                shuffle(order, random);
            }
            double sum = 0;
            for (int from = 0; from < n; from += batch) {
                int to = Math.min(n, from + batch);
                sum += step(samples.gather(order, from, to, room)) * (to - from);
            }
            return sum / n;
        }

        private double step(Samples part) {
            double loss = pass.lossAndGradient(theta, alpha, part, gradient);
            finite(loss);
            optimizer.step(theta, gradient);
            return loss;
        }
    }

    static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }
}
