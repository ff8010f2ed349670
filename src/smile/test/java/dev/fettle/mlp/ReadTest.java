package dev.fettle.mlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.random.Seed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value is read if, and only if, another one in its place changes the training. */
class ReadTest {
    private static final double[][] X = new double[24][3];
    private static final double[] Y = new double[24];

    static {
        RandomGenerator random = new Seed(4).random();
        for (int i = 0; i < X.length; i++) {
            for (int j = 0; j < 3; j++) {
                X[i][j] = random.nextGaussian();
            }
            Y[i] = X[i][0] - X[i][1] * X[i][2];
        }
    }

    /** So that a training meets all that may be read: several batches, and stalls before the epochs run out. */
    private static final Map<String, Object> STANDARD = Map.of(
            "hidden_layer_sizes", List.of(5), "batch_size", 7, "max_iter", 60, "tol", 0.02, "learning_rate_init", 0.02);

    private static final Map<String, Object> OTHER = Map.ofEntries(
            Map.entry("hidden_layer_sizes", List.of(4)),
            Map.entry("activation", "tanh"),
            Map.entry("alpha", 0.3),
            Map.entry("batch_size", 5),
            Map.entry("learning_rate", "adaptive"),
            Map.entry("learning_rate_init", 0.03),
            Map.entry("power_t", 0.2),
            Map.entry("max_iter", 3),
            Map.entry("shuffle", false),
            Map.entry("tol", 10.0),
            Map.entry("momentum", 0.5),
            Map.entry("nesterovs_momentum", false),
            Map.entry("early_stopping", true),
            Map.entry("validation_fraction", 0.4),
            Map.entry("beta_1", 0.5),
            Map.entry("beta_2", 0.9),
            Map.entry("epsilon", 0.1),
            Map.entry("n_iter_no_change", 1),
            Map.entry("max_fun", 3));

    static List<Map<String, Object>> differences() {
        return List.of(
                Map.of("solver", "adam"),
                Map.of("solver", "adam", "early_stopping", true),
                Map.of("solver", "sgd"),
                Map.of("solver", "sgd", "learning_rate", "invscaling"),
                Map.of("solver", "sgd", "momentum", 0.0),
                Map.of("solver", "lbfgs"),
                Map.of("solver", "lbfgs", "early_stopping", true));
    }

    private static Object training(Map<String, Object> values) {
        MlpRegressor net =
                Mlp.of(Configuration.of("mlp", Mlp.HYPERPARAMETERS, values)).fit(X, Y);
        return List.of(net.losses(), List.of(net.predict(X[0]), net.predict(X[1])));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void exactlyWhatIsReadChangesTheTraining(Map<String, Object> difference) {
        Map<String, Object> values = new TreeMap<>(STANDARD);
        values.putAll(difference);
        Object before = training(values);
        List<String> read = Mlp.read(Configuration.of("mlp", Mlp.HYPERPARAMETERS, values));
        for (Hyperparameter each : Mlp.HYPERPARAMETERS) {
            String name = each.name();
            if (name.equals("solver")) {
                assertThat(read).contains(name);
                continue;
            }
            Map<String, Object> changed = new TreeMap<>(values);
            Object other = Objects.requireNonNull(OTHER.get(name), name);
            changed.put(name, other.equals(values.get(name)) ? each.standard() : other);
            assertThat(!training(changed).equals(before))
                    .as("%s with %s", name, difference)
                    .isEqualTo(read.contains(name));
        }
    }
}
