package dev.fettle.mlp;

import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.random.Seed;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A multi-layer perceptron before it is trained: hyperparameters with scikit-learn's names, meanings and defaults, and a
 * seed. Immutable, for any thread; each call returns a new value.
 *
 * <pre>{@code
 * MlpClassifier net = Mlp.of(100, 50).activation("tanh").alpha(1e-3).seed(42).fit(x, y);
 * }</pre>
 */
public final class Mlp implements Serializable {
    private static final long serialVersionUID = 2;

    /** Its hyperparameters, in scikit-learn's order. */
    public static final List<Hyperparameter> HYPERPARAMETERS = Hyperparameters.ALL;

    private static final String NAME = "mlp";

    private final Configuration values;
    private final Seed seed;
    private final double @Nullable [] start;

    private Mlp(Configuration values, Seed seed, double @Nullable [] start) {
        this.values = values;
        this.seed = seed;
        this.start = start;
    }

    /** A net with the given hidden layers, the first behind the features; without any it has one of 100 units. */
    public static Mlp of(int... hidden) {
        Mlp standard = of(Configuration.of(NAME, HYPERPARAMETERS, Map.of()));
        return hidden.length == 0 ? standard : standard.hidden(hidden);
    }

    /** A net with a value for each of {@link #HYPERPARAMETERS}. */
    public static Mlp of(Configuration values) {
        return new Mlp(values.only(HYPERPARAMETERS), new Seed(0), null);
    }

    /**
     * Which of {@link #HYPERPARAMETERS} a training with these values looks at, in their order. The others say nothing under
     * these values, as {@code beta_1} for sgd: configurations that differ in them alone give the same net, bit for bit.
     */
    public static List<String> read(Configuration values) {
        return HYPERPARAMETERS.stream()
                .map(Hyperparameter::name)
                .filter(name -> Hyperparameters.read(name, values))
                .toList();
    }

    /**
     * One hyperparameter by its scikit-learn name.
     *
     * @param value Integer, Double, Boolean, String, {@code int[]} or a list of Integers, as the parameter demands
     * @throws IllegalArgumentException if there is no such parameter or the value is not legal
     */
    public Mlp with(String name, Object value) {
        Map<String, Object> changed = values.entries();
        changed.put(
                name,
                value instanceof int[] array ? Arrays.stream(array).boxed().toList() : value);
        return new Mlp(Configuration.of(NAME, HYPERPARAMETERS, changed), seed, start);
    }

    /** The units of each hidden layer, the first behind the features; one of 100 unless said otherwise. */
    public Mlp hidden(int... units) {
        return with("hidden_layer_sizes", units);
    }

    /** identity, logistic, tanh or relu. */
    public Mlp activation(String activation) {
        return with("activation", activation);
    }

    /** sgd, adam or lbfgs. */
    public Mlp solver(String solver) {
        return with("solver", solver);
    }

    /** The weight of the penalty ½·α·Σw², at least 0. */
    public Mlp alpha(double alpha) {
        return with("alpha", alpha);
    }

    /** constant, invscaling or adaptive; read by sgd alone. */
    public Mlp learningRate(String schedule) {
        return with("learning_rate", schedule);
    }

    /** The first learning rate, above 0. */
    public Mlp learningRateInit(double rate) {
        return with("learning_rate_init", rate);
    }

    /** In [0, 1]; read by sgd alone. */
    public Mlp momentum(double momentum) {
        return with("momentum", momentum);
    }

    /** The most epochs, or iterations of lbfgs, at least 1. */
    public Mlp maxIter(int epochs) {
        return with("max_iter", epochs);
    }

    /** Names the random streams of weights, order and validation rows. */
    public Mlp seed(long value) {
        return new Mlp(values, new Seed(value), start);
    }

    /** The seed given, else 0. */
    public long seed() {
        return seed.value();
    }

    /**
     * Initial parameters instead of random ones.
     *
     * @param coefs {@code [layers][from][to]}
     * @param intercepts {@code [layers][to]}
     */
    public Mlp startingAt(double[][][] coefs, double[][] intercepts) {
        List<double[]> parts = new ArrayList<>();
        for (int l = 0; l < coefs.length; l++) {
            Layer layer = new Layer(coefs[l].length, intercepts[l].length, 0);
            double[] part = new double[layer.end()];
            for (int i = 0; i < layer.in(); i++) {
                for (int j = 0; j < layer.out(); j++) {
                    part[layer.weight(i, j)] = coefs[l][i][j];
                }
            }
            System.arraycopy(intercepts[l], 0, part, layer.bias(), layer.out());
            parts.add(part);
        }
        return new Mlp(
                values, seed, parts.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /**
     * Trains a classifier.
     *
     * @param x {@code [n][p]}, finite
     * @param y {@code [n]}, classes 0 … k − 1 with k ≥ 2
     * @throws IllegalArgumentException if the shapes do not fit
     * @throws ArithmeticException if the weights grow without bound
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; its flag stays set
     */
    public MlpClassifier fit(double[][] x, int[] y) {
        return fit(x, y, Arrays.stream(y).max().orElse(0) + 1);
    }

    /**
     * The same for a known number of classes, some of which may be missing in {@code y}.
     *
     * @param classes k, at least 2
     */
    public MlpClassifier fit(double[][] x, int[] y, int classes) {
        return fit(x, y, classes, null);
    }

    /**
     * The same where rows count differently: a loss is a weighted mean, and so is a validation score.
     *
     * @param weights {@code [n]}, finite and above 0; null if all count alike
     */
    public MlpClassifier fit(double[][] x, int[] y, int classes, double @Nullable [] weights) {
        return fit(x, y, classes, weights, new Course(), Course.UNHEARD);
    }

    /**
     * The same as a part of a longer course, epoch by epoch.
     *
     * @param course of a training of this net on these rows; where it has come beyond {@code max_iter} it begins again. By
     *     lbfgs no course goes on, and nobody hears of it
     */
    public MlpClassifier fit(
            double[][] x, int[] y, int classes, double @Nullable [] weights, Course course, Course.Listener listener) {
        shape(x, y.length, weights);
        IntSummaryStatistics range = Arrays.stream(y).summaryStatistics();
        if (classes < 2 || range.getMin() < 0 || range.getMax() >= classes) {
            String legal = classes < 2 ? "0, 1, …, at least two of them." : "0 … " + (classes - 1) + ".";
            throw new IllegalArgumentException(
                    "Classes (" + range.getMin() + " … " + range.getMax() + ") must be numbered " + legal);
        }
        int outputs = classes == 2 ? 1 : classes;
        double[][] target = new double[outputs][y.length];
        for (int i = 0; i < y.length; i++) {
            if (outputs > 1 || y[i] == 1) {
                target[outputs == 1 ? 0 : y[i]][i] = 1;
            }
        }
        Output output = outputs == 1 ? Output.LOGISTIC : Output.SOFTMAX;
        Samples samples = Samples.of(x, target, weights);
        Training.Watch watch = (epoch, soFar) ->
                listener.goOn(epoch, rows -> new MlpClassifier(soFar.get(), classes).probabilities(rows));
        return new MlpClassifier(train(x[0].length, samples, output, course, watch), classes);
    }

    /**
     * Trains a regressor on values {@code y[n]}, finite; the rest as for {@link #fit(double[][], int[])}.
     */
    public MlpRegressor fit(double[][] x, double[] y) {
        return fit(x, y, null);
    }

    /** The same where rows count differently, as for {@link #fit(double[][], int[], int, double[])}. */
    public MlpRegressor fit(double[][] x, double[] y, double @Nullable [] weights) {
        return fit(x, y, weights, new Course(), Course.UNHEARD);
    }

    /** The same as a part of a longer course, as {@link #fit(double[][], int[], int, double[], Course, Course.Listener)}. */
    public MlpRegressor fit(
            double[][] x, double[] y, double @Nullable [] weights, Course course, Course.Listener listener) {
        shape(x, y.length, weights);
        Samples samples = Samples.of(x, new double[][] {y.clone()}, weights);
        Training.Watch watch = (epoch, soFar) -> listener.goOn(epoch, rows -> {
            double[] said = new MlpRegressor(soFar.get()).predict(rows);
            return Arrays.stream(said).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
        });
        return new MlpRegressor(train(x[0].length, samples, Output.IDENTITY, course, watch));
    }

    private Trained train(int features, Samples samples, Output output, Course course, Training.Watch watch) {
        List<Integer> units = new ArrayList<>();
        units.add(features);
        units.addAll(hiddenUnits());
        units.add(samples.y().length);
        Network network =
                Network.of(units, Activation.valueOf(values.text("activation").toUpperCase(Locale.ROOT)), output);
        double[] theta = start == null ? network.initial(seed.child("weights")) : start.clone();
        if (theta.length != network.size()) {
            throw new IllegalArgumentException("Initial parameters (" + theta.length + ") must be " + network.size()
                    + " for units " + units + ".");
        }
        Training training = new Training(values, network, seed);
        return values.text("solver").equals("lbfgs")
                ? training.lbfgs(samples, theta)
                : training.stochastic(samples, theta, course, watch);
    }

    /** What hinders a training on so many rows, as a sentence; empty if nothing does. */
    public Optional<String> problem(int rows) {
        boolean holds = values.flag("early_stopping") && !values.text("solver").equals("lbfgs");
        return holds ? Validation.problem(rows, values.real("validation_fraction")) : Optional.empty();
    }

    /** The units of each hidden layer. */
    public List<Integer> hiddenUnits() {
        return Arrays.stream(values.wholes("hidden_layer_sizes")).boxed().toList();
    }

    /** What a hyperparameter holds. */
    public Object value(String name) {
        return values.value(name);
    }

    /** What all of them hold. */
    Configuration values() {
        return values;
    }

    private static void shape(double[][] x, int rows, double @Nullable [] weights) {
        if (x.length != rows || rows == 0) {
            throw new IllegalArgumentException(
                    "Rows of x (" + x.length + ") must be as many as targets (" + rows + "), and some.");
        }
        for (double[] row : x) {
            if (row.length != x[0].length || row.length == 0) {
                throw new IllegalArgumentException("Rows of x must have the same length, at least 1.");
            }
        }
        if (weights != null
                && (weights.length != rows || Arrays.stream(weights).anyMatch(w -> !(w > 0 && Double.isFinite(w))))) {
            throw new IllegalArgumentException(
                    "Weights (" + weights.length + ") must be as many as targets (" + rows + "), finite and above 0.");
        }
    }

    @Override
    public String toString() {
        return "Mlp(" + values + ")";
    }
}
