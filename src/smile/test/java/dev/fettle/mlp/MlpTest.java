package dev.fettle.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fettle.random.Seed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MlpTest {
    private static final JsonNode SPLIT = Reference.read("iris_split.json");
    private static final double[][] X = Reference.as(SPLIT.get("X_train"), double[][].class);
    private static final int[] Y = Reference.as(SPLIT.get("y_train"), int[].class);

    private static double accuracy(MlpClassifier net) {
        int right = 0;
        for (int i = 0; i < X.length; i++) {
            right += net.predict(X[i]) == Y[i] ? 1 : 0;
        }
        return (double) right / X.length;
    }

    @Test
    void theDefaultsAreThoseOfScikitLearn() {
        JsonNode params = Reference.read("trace_adam_relu.json").get("params");
        for (String name : List.of(
                "beta_1",
                "beta_2",
                "epsilon",
                "learning_rate",
                "learning_rate_init",
                "max_fun",
                "momentum",
                "n_iter_no_change",
                "nesterovs_momentum",
                "power_t",
                "tol",
                "validation_fraction",
                "early_stopping")) {
            assertThat(Mlp.of().value(name)).as(name).isEqualTo(Reference.as(params.get(name), Object.class));
        }
        assertThat(Mlp.of().value("hidden_layer_sizes")).isEqualTo(List.of(100));
        assertThat(Mlp.of().value("alpha")).isEqualTo(1e-4);
        assertThat(Mlp.of().value("batch_size")).isEqualTo("auto");
        assertThat(Mlp.of().value("max_iter")).isEqualTo(200);
        assertThat(Mlp.of().value("activation")).isEqualTo("relu");
        assertThat(Mlp.of().value("solver")).isEqualTo("adam");
        assertThat(Mlp.of().value("shuffle")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "solver, rmsprop, 'solver (rmsprop) must be one of lbfgs, sgd, adam.'",
        "solver, adma, 'solver (adma) must be one of lbfgs, sgd, adam. Maybe adam.'",
        "learning_rate, constnat, 'learning_rate (constnat) must be one of constant, invscaling, adaptive. Maybe constant.'",
        "alpha, high, 'alpha (high) must be a number of at least 0.'",
        "momentum, x, 'momentum (x) must be a number of at least 0 and at most 1.'",
        "hidden_layer_sizes, x, 'hidden_layer_sizes (x) must be whole numbers of at least 1.'"
    })
    void saysWhatAValueMustBe(String name, String value, String message) {
        assertThatThrownBy(() -> Mlp.of().with(name, value)).hasMessage(message);
    }

    @Test
    void rejectsNumbersOutOfRangeAndUnknownNames() {
        assertThatThrownBy(() -> Mlp.of().alpha(-1)).hasMessageContaining("alpha (-1.0)");
        assertThatThrownBy(() -> Mlp.of().alpha(Double.NaN)).hasMessageContaining("alpha (NaN)");
        assertThatThrownBy(() -> Mlp.of().learningRateInit(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> Mlp.of().with("beta_1", 1.0)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> Mlp.of(0)).hasMessageContaining("hidden_layer_sizes ((0))");
        assertThatThrownBy(() -> Mlp.of().with("alpah", 1.0)).hasMessageEndingWith("Maybe alpha.");
        assertThatThrownBy(() -> Mlp.of().fit(new double[][] {{1}}, new int[] {0}))
                .hasMessageContaining("at least two");
        assertThatThrownBy(() -> Mlp.of().fit(new double[][] {{1}, {2, 3}}, new int[] {0, 1}))
                .hasMessageContaining("same length");
    }

    @Test
    void classesAreNumberedFromZero() {
        double[][] x = {{1}, {2}, {3}, {4}};
        assertThatThrownBy(() -> Mlp.of().fit(x, new int[] {1, 1, 2, 2}, 2))
                .hasMessage("Classes (1 … 2) must be numbered 0 … 1.");
        assertThatThrownBy(() -> Mlp.of().fit(x, new int[] {-1, 1, -1, 1}, 2))
                .hasMessageStartingWith("Classes (-1 … 1)");
        assertThatThrownBy(() -> Mlp.of().fit(x, new int[4], 1)).hasMessageEndingWith("at least two of them.");
        assertThat(Mlp.of(2).maxIter(1).fit(x, new int[] {0, 0, 1, 1}, 3).numClasses())
                .isEqualTo(3);
    }

    @Test
    void theLastStepMustLeaveFiniteWeights() {
        Mlp far = Mlp.of(5)
                .solver("sgd")
                .learningRateInit(1e308)
                .with("batch_size", 120)
                .maxIter(1);
        assertThatThrownBy(() -> far.fit(X, Y))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("Weights must be finite");
    }

    @Test
    void noProbabilityIsNoClass() {
        MlpClassifier net = Mlp.of(3).maxIter(2).fit(X, Y);
        double[] missing = {Double.NaN, 3, 1, 0.2};
        assertThat(net.probabilities(new double[][] {missing})[0]).containsOnly(Double.NaN);
        assertThatThrownBy(() -> net.predict(missing)).hasMessageContaining("Maybe a feature is NaN.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "adam", "lbfgs"})
    void sameSeedSameBits(String solver) {
        Mlp mlp = Mlp.of(20).solver(solver).with("batch_size", 32).maxIter(30).seed(5);
        assertThat(mlp.fit(X, Y).probabilities(X)).isDeepEqualTo(mlp.fit(X, Y).probabilities(X));
        assertThat(mlp.seed(6).fit(X, Y).losses()).isNotEqualTo(mlp.fit(X, Y).losses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "logistic", "tanh", "relu"})
    void lbfgsSeparatesIris(String activation) {
        MlpClassifier net = Mlp.of(10)
                .activation(activation)
                .solver("lbfgs")
                .maxIter(500)
                .seed(1)
                .fit(X, Y);
        assertThat(accuracy(net)).isGreaterThan(0.97);
    }

    @Test
    void twoClassesHaveOneOutput() {
        int[] y = Arrays.stream(Y).map(c -> c == 0 ? 0 : 1).toArray();
        MlpClassifier net = Mlp.of(10).seed(1).maxIter(400).fit(X, y);
        assertThat(net.numClasses()).isEqualTo(2);
        for (int i = 0; i < X.length; i++) {
            double[] p = new double[2];
            assertThat(net.predict(X[i], p)).isEqualTo(y[i]);
            assertThat(p[0] + p[1]).isEqualTo(1);
        }
    }

    @Test
    void aRegressorLearnsAPlane() {
        RandomGenerator random = new Seed(4).random();
        double[][] x = new double[200][2];
        double[] y = new double[200];
        for (int i = 0; i < y.length; i++) {
            x[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
            y[i] = 2 * x[i][0] - x[i][1] + 3;
        }
        MlpRegressor net = Mlp.of(5)
                .activation("identity")
                .solver("lbfgs")
                .alpha(0)
                .with("tol", 1e-8)
                .seed(2)
                .fit(x, y);
        double[] predicted = net.predict(x);
        for (int i = 0; i < y.length; i++) {
            assertThat(predicted[i]).isCloseTo(y[i], org.assertj.core.api.Assertions.within(1e-3));
        }
    }

    @Test
    void anInterruptEndsTheTraining() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Mlp.of().fit(X, Y)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aRateThatIsTooHighIsNamed() {
        assertThatThrownBy(() -> Mlp.of(50)
                        .activation("identity")
                        .solver("sgd")
                        .learningRateInit(1e200)
                        .fit(X, Y))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("smaller learning_rate_init");
    }

    @Test
    void tellsWhetherItConverged() {
        assertThat(Mlp.of(10).maxIter(3).fit(X, Y).converged()).isFalse();
        MlpClassifier done = Mlp.of(10).with("tol", 0.1).maxIter(300).fit(X, Y);
        assertThat(done.converged()).isTrue();
        assertThat(done.losses()).hasSizeLessThan(300);
    }

    @Test
    void earlyStoppingKeepsTheBestWeights() {
        MlpClassifier net = Mlp.of(30)
                .with("early_stopping", true)
                .with("n_iter_no_change", 200)
                .learningRateInit(0.01)
                .seed(3)
                .maxIter(900)
                .fit(X, Y);
        assertThat(net.converged()).isTrue();
        assertThat(accuracy(net)).isGreaterThan(0.9);
        assertThatThrownBy(() -> Mlp.of()
                        .with("early_stopping", true)
                        .with("validation_fraction", 0.0)
                        .fit(X, Y))
                .hasMessageContaining("Validation rows (0 of 120)");
    }

    @Test
    void inverseScalingFollowsItsFormula() {
        MlpClassifier net =
                Mlp.of(5).solver("sgd").learningRate("invscaling").maxIter(4).fit(X, Y);
        assertThat(net.rates().get(0)).isEqualTo(0.001);
        assertThat(net.rates().get(2)).isEqualTo(0.001 / Math.sqrt(241));
    }

    @Test
    void aModelSurvivesSerialization() throws Exception {
        MlpClassifier net = Mlp.of(5).maxIter(5).fit(X, Y);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(net);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((MlpClassifier) in.readObject()).probabilities(X)).isDeepEqualTo(net.probabilities(X));
        }
    }
}
