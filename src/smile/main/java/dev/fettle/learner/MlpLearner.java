package dev.fettle.learner;

import dev.fettle.data.Dataset;
import dev.fettle.mlp.Knob;
import dev.fettle.mlp.Mlp;
import dev.fettle.mlp.MlpClassifier;
import dev.fettle.mlp.MlpRegressor;
import dev.fettle.word.Maybe;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The multi-layer perceptron as {@code --model mlp}. */
final class MlpLearner implements Learner {
    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public List<String> parameters() {
        return List.copyOf(Knob.ALL.keySet());
    }

    @Override
    public Optional<String> problem(String parameter, Object value) {
        Knob knob = Knob.ALL.get(parameter);
        if (knob == null) {
            return Optional.of("Parameter (" + parameter + ") must be one that mlp has: "
                    + String.join(", ", parameters()) + "." + Maybe.sentence(parameter, parameters()));
        }
        return knob.problem(value);
    }

    @Override
    public Model fit(Map<String, Object> values, double[][] x, Dataset.Target target, long seed) {
        Mlp mlp = mlp(values).seed(seed);
        if (target instanceof Dataset.Classes c) {
            MlpClassifier net = mlp.fit(x, c.y(), c.labels().size());
            return new Model(net, net::probabilities, warnings(net.converged(), values));
        }
        MlpRegressor net = mlp.fit(x, ((Dataset.Values) target).y());
        return new Model(net, rows -> column(net.predict(rows)), warnings(net.converged(), values));
    }

    /** scikit-learn's ConvergenceWarning. */
    private static Map<String, Integer> warnings(boolean converged, Map<String, Object> values) {
        Object most = mlp(values).value("max_iter");
        return converged ? Map.of() : Map.of("did not converge in max_iter = " + most + " iterations", 1);
    }

    private static Mlp mlp(Map<String, Object> values) {
        Mlp mlp = Mlp.of();
        for (Map.Entry<String, Object> e : values.entrySet()) {
            mlp = mlp.with(e.getKey(), e.getValue());
        }
        return mlp;
    }

    private static double[][] column(double[] values) {
        return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }

    /** Weights and biases. */
    @Override
    public double size(Map<String, Object> values, Dataset data) {
        int before = data.features().size();
        double size = 0;
        for (int units : mlp(values).hiddenUnits()) {
            size += (before + 1.0) * units;
            before = units;
        }
        int outputs = data.target() instanceof Dataset.Classes c && c.labels().size() > 2
                ? c.labels().size()
                : 1;
        return size + (before + 1.0) * outputs;
    }
}
