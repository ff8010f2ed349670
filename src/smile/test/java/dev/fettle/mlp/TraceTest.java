package dev.fettle.mlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings of scikit-learn 1.9.1, followed from the same initial weights. */
class TraceTest {
    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"adam_relu", "sgd_tanh_constant", "sgd_relu_adaptive", "sgd_relu_adaptive_drops"})
    void followsScikitLearn(String name) {
        JsonNode split = Reference.read("iris_split.json");
        JsonNode trace = Reference.read("trace_" + name + ".json");
        Mlp mlp = Mlp.of()
                .startingAt(
                        Reference.as(trace.at("/initial/coefs"), double[][][].class),
                        Reference.as(trace.at("/initial/intercepts"), double[][].class));
        for (Hyperparameter each : Mlp.HYPERPARAMETERS) {
            mlp = mlp.with(each.name(), Reference.as(trace.get("params").get(each.name()), Object.class));
        }
        MlpClassifier net = mlp.fit(
                Reference.as(split.get("X_train"), double[][].class), Reference.as(split.get("y_train"), int[].class));

        double[] losses = Reference.as(trace.get("loss_curve"), double[].class);
        close(net.losses().stream().mapToDouble(v -> v).toArray(), losses);
        close(
                net.rates().stream().mapToDouble(v -> v).toArray(),
                Reference.as(trace.get("learning_rate"), double[].class));
        double[][][] coefs = Reference.as(trace.at("/final/coefs"), double[][][].class);
        for (int l = 0; l < coefs.length; l++) {
            for (int i = 0; i < coefs[l].length; i++) {
                close(net.coefs()[l][i], coefs[l][i]);
            }
        }
        double[][] intercepts = Reference.as(trace.at("/final/intercepts"), double[][].class);
        for (int l = 0; l < intercepts.length; l++) {
            close(net.intercepts()[l], intercepts[l]);
        }
        double[][] expected = Reference.as(trace.get("test_proba"), double[][].class);
        double[][] actual = net.probabilities(Reference.as(split.get("X_test"), double[][].class));
        for (int i = 0; i < expected.length; i++) {
            close(actual[i], expected[i]);
        }
    }

    private static void close(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("element %d: %s against %s", i, actual[i], expected[i])
                    .isLessThanOrEqualTo(TOLERANCE * Math.abs(expected[i]));
        }
    }
}
