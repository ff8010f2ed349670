package dev.fettle.learner;

import dev.fettle.data.Dataset;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.mlp.Course;
import dev.fettle.mlp.Mlp;
import dev.fettle.mlp.MlpClassifier;
import dev.fettle.mlp.MlpRegressor;
import dev.fettle.space.Choice;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The multi-layer perceptron as {@code --model mlp}. */
public record MlpLearner() implements Learner, Differentiable {
    private static final long serialVersionUID = 1;

    private static final String EPOCHS = "max_iter";

    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return Mlp.HYPERPARAMETERS;
    }

    /** The ranges of auto-sklearn (Feurer et al., 2015, NeurIPS) for one hidden layer, from our standards on. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(
                Whole.logBetween("hidden_layer_sizes", 16, 264).startingAt(100),
                Choice.of("activation", "tanh", "relu").startingAt("relu"),
                Real.logUniform("alpha", 1e-7, 1e-1).startingAt(1e-4),
                Real.logUniform("learning_rate_init", 1e-4, 0.5).startingAt(1e-3));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return true;
    }

    @Override
    public boolean weighs() {
        return true;
    }

    @Override
    public List<String> problems(Configuration values, Dataset.Shape data) {
        return Mlp.of(values).problem(data.rows()).stream().toList();
    }

    /** As in scikit-learn they are not scaled by themselves. */
    @Override
    public boolean feelsScale() {
        return true;
    }

    @Override
    public boolean reads(String hyperparameter, Configuration values) {
        return Mlp.read(values).contains(hyperparameter);
    }

    @Override
    public Optional<String> resource() {
        return Optional.of(EPOCHS);
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        Course course = fitting.stood()
                .filter(Course.class::isInstance)
                .map(Course.class::cast)
                .orElseGet(Course::new);
        Model model = fit(values, train, fitting, course);
        if (fitting.resource() != Fitting.ALL && course.bytes() > 0) {
            fitting.keep(course, course.bytes());
        }
        return model;
    }

    private static Model fit(Configuration values, Dataset train, Fitting fitting, Course course) {
        boolean whole = fitting.resource() == Fitting.ALL;
        Mlp standard = Mlp.of(values).seed(fitting.seed().value());
        Mlp mlp = whole ? standard : standard.maxIter(fitting.resource());
        Course.Listener listener =
                whole ? Course.UNHEARD : (epoch, soFar) -> fitting.report(epoch, rows -> soFar.apply(rows.x()));
        Net net = net(mlp, train, course, listener);
        // Who gives only a part of the epochs knows that it has not converged.
        Model model = net.model().warnedUnless(net.converged() || !whole, values.whole(EPOCHS));
        return clipped(model, values, train.rows());
    }

    @Override
    public Optional<Differentiable> differentiable() {
        return Optional.of(this);
    }

    @Override
    public List<String> variables() {
        return Course.VARIABLES;
    }

    @Override
    public Optional<String> problem(Configuration values) {
        return values.text("solver").equals("lbfgs")
                ? Optional.of("Hyperparameter (solver = lbfgs) must be sgd or adam for gradients.")
                : Optional.empty();
    }

    /** In forward mode along the training (Franceschi et al., 2017), whose steps stay as they are. */
    @Override
    public Tangents tangents(Configuration values, Dataset train, Fitting fitting, List<String> by) {
        problem(values).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        Course course = new Course(by);
        Model model = fit(values, train, fitting, course);
        boolean binary = train.shape().classes() == 2;
        Map<String, Model.Predictor> slopes = new LinkedHashMap<>();
        for (String name : by) {
            slopes.put(name, rows -> {
                double[][] changes = course.slopes(name, rows.x());
                return binary ? both(changes) : changes;
            });
        }
        return new Tangents(model, slopes);
    }

    /** What the second of two classes gains, the first one loses. */
    private static double[][] both(double[][] second) {
        return Arrays.stream(second).map(row -> new double[] {-row[0], row[0]}).toArray(double[][]::new);
    }

    private record Net(Model model, boolean converged) {}

    private static Net net(Mlp mlp, Dataset train, Course course, Course.Listener listener) {
        double[] weights = train.isWeighted() ? train.weights() : null;
        if (train.target() instanceof Dataset.Classes c) {
            MlpClassifier net = mlp.fit(train.x(), c.y(), c.labels().size(), weights, course, listener);
            return new Net(new Model(net, rows -> net.probabilities(rows.x()), Map.of()), net.converged());
        }
        MlpRegressor net = mlp.fit(train.x(), ((Dataset.Values) train.target()).y(), weights, course, listener);
        return new Net(new Model(net, rows -> column(net.predict(rows.x())), Map.of()), net.converged());
    }

    /** With a warning, as in scikit-learn, if a batch was to have more rows than there are. */
    private static Model clipped(Model model, Configuration values, int rows) {
        boolean batches = !values.text("solver").equals("lbfgs");
        if (!batches || !(values.value("batch_size") instanceof Integer batch) || batch <= rows) {
            return model;
        }
        Map<String, Integer> warnings = new LinkedHashMap<>(model.warnings());
        warnings.put(
                "batch_size = " + batch + " is more than the " + rows + " rows of a training, and means all of them",
                1);
        return model.withWarnings(warnings);
    }

    private static double[][] column(double[] values) {
        return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }

    /** Weights and biases. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        int before = data.features();
        double size = 0;
        for (int units : values.wholes("hidden_layer_sizes")) {
            size += (before + 1.0) * units;
            before = units;
        }
        return size + (before + 1.0) * (data.classes() > 2 ? data.classes() : 1);
    }
}
