package dev.fettle.mlp;

import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.math.FusedMultiplyAdd;
import dev.fettle.math.Lbfgs;
import dev.fettle.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    Training(Configuration values, Network network, Seed seed) {
        this.values = values;
        this.network = network;
        this.seed = seed;
        this.alpha = values.real("alpha");
        this.maxIter = values.whole("max_iter");
    }

    Trained lbfgs(Samples samples, double[] theta) {
        Network.Pass pass = network.new Pass(samples.size());
        List<Double> losses = new ArrayList<>();
        Lbfgs search = new Lbfgs(MEMORY, maxIter, values.whole("max_fun"), values.real("tol"), VALUE_TOLERANCE);
        Lbfgs.Minimum found = search.minimize(
                (x, gradient) -> {
                    goOn();
                    return pass.lossAndGradient(x, alpha, samples, gradient);
                },
                theta,
                losses::add);
        finite(found.value());
        return trained(found.x(), losses, List.of(), found.converged());
    }

    Trained stochastic(Samples all, double[] theta) {
        return stochastic(all, theta, new Course(), (epoch, soFar) -> true);
    }

    /** Hears of an epoch and of the net as it is then, whose parameters will change. */
    @FunctionalInterface
    interface Watch {
        boolean goOn(int epoch, Supplier<Trained> soFar);
    }

    Trained stochastic(Samples all, double[] theta, Course course, Watch watch) {
        Validation validation = values.flag("early_stopping")
                ? Validation.hold(network, all, values.real("validation_fraction"), seed.child("validation"))
                : null;
        Samples samples = validation == null ? all : validation.rest();
        Course.Descent stood = course.at(maxIter);
        Course.Descent at = stood == null ? begin(theta, samples.size(), course.variables()) : stood;
        course.at(at);
        Epoch epoch = new Epoch(samples, at);
        boolean goOn = true;
        while (goOn && at.epochs < maxIter && !at.converged) {
            goOn();
            epoch(at, epoch, samples, validation);
            goOn = watch.goOn(at.epochs, () -> trained(at, validation));
        }
        Trained ended = trained(at, validation);
        return new Trained(network, ended.theta().clone(), ended.losses(), ended.rates(), at.converged);
    }

    private Course.Descent begin(double[] theta, int n, List<String> by) {
        RandomGenerator random = seed.child("order").random();
        Tangents tangents = new Tangents(values, network, batch(n), by);
        return new Course.Descent(
                theta, optimizer(), random, IntStream.range(0, n).toArray(), tangents);
    }

    private void epoch(Course.Descent at, Epoch epoch, Samples samples, @Nullable Validation validation) {
        at.losses.add(epoch.run());
        at.rates.add(at.optimizer.rate());
        double mark = validation == null ? -at.losses.get(at.losses.size() - 1) : validation.score(at.theta);
        if (at.heard(mark, values.real("tol")) && validation != null) {
            at.best = at.theta.clone();
            at.tangents.keep();
        }
        at.epochs++;
        at.optimizer.epochEnds((long) at.epochs * samples.size());
        if (at.stale > values.whole("n_iter_no_change")) {
            at.converged = at.optimizer.stalled();
            at.stale = 0;
        }
    }

    private Trained trained(Course.Descent at, @Nullable Validation validation) {
        return trained(validation == null ? at.theta : at.best, at.losses, at.rates, at.converged);
    }

    /** The last step is followed by no loss that would tell that it went too far. */
    private Trained trained(double[] theta, List<Double> losses, List<Double> rates, boolean converged) {
        for (double weight : theta) {
            finite(weight);
        }
        return new Trained(network, theta, losses, rates, converged);
    }

    private int batch(int n) {
        return Math.min(n, values.value("batch_size") instanceof Integer given ? given : 200);
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

    /** One pass over all samples in batches, in a new order each time. */
    private final class Epoch {
        private final Samples samples;
        private final Course.Descent at;
        private final int batch;
        private final Samples room;
        private final Network.Pass pass;
        private final double[] gradient;

        Epoch(Samples samples, Course.Descent at) {
            this.samples = samples;
            this.at = at;
            this.batch = batch(samples.size());
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
                shuffle(at.order, at.random);
            }
            double sum = 0;
            for (int from = 0; from < n; from += batch) {
                int to = Math.min(n, from + batch);
                sum += step(samples.gather(at.order, from, to, room)) * (to - from);
            }
            return sum / n;
        }

        private double step(Samples part) {
            double loss = pass.lossAndGradient(at.theta, alpha, part, gradient);
            finite(loss);
            at.tangents.step(pass, at.theta, part, gradient, at.optimizer.rate());
            at.optimizer.step(at.theta, gradient);
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
