package dev.fettle.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsOfRowsTest {
    private static final JsonNode THEIRS = Reference.read("weights.json");
    private static final double[][] X = Reference.as(THEIRS.get("x"), double[][].class);
    private static final double[] WEIGHTS = Reference.as(THEIRS.get("weights"), double[].class);

    private static JsonNode training(String name) {
        for (JsonNode each : THEIRS.get("trainings")) {
            if (each.get("name").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError(name);
    }

    private static Mlp mlp(JsonNode training) {
        Mlp mlp = Mlp.of(6)
                .alpha(0.5)
                .with("tol", 1e-7)
                .with("shuffle", false)
                .startingAt(
                        Reference.as(training.get("coefs"), double[][][].class),
                        Reference.as(training.get("intercepts"), double[][].class));
        for (Map.Entry<String, JsonNode> each : training.get("params").properties()) {
            mlp = mlp.with(each.getKey(), Reference.as(each.getValue(), Object.class));
        }
        return mlp;
    }

    @ParameterizedTest
    @ValueSource(strings = {"three classes", "two classes"})
    void probabilitiesAreThoseOfScikitLearn(String name) {
        JsonNode theirs = training(name);
        double[][] said = Reference.as(theirs.get("said"), double[][].class);
        MlpClassifier net = mlp(theirs).fit(X, Reference.as(theirs.get("y"), int[].class), said[0].length, WEIGHTS);
        List<Double> losses = net.losses();
        assertThat(losses.get(losses.size() - 1)).isCloseTo(theirs.get("loss").asDouble(), within(1e-9));
        double[][] ours = net.probabilities(X);
        for (int i = 0; i < said.length; i++) {
            assertThat(ours[i]).containsExactly(said[i], within(1e-9));
        }
    }

    @Test
    void valuesAreThoseOfScikitLearn() {
        JsonNode theirs = training("values");
        MlpRegressor net = mlp(theirs).fit(X, Reference.as(theirs.get("y"), double[].class), WEIGHTS);
        double[] said = Arrays.stream(Reference.as(theirs.get("said"), double[][].class))
                .mapToDouble(row -> row[0])
                .toArray();
        assertThat(net.predict(X)).containsExactly(said, within(1e-9));
        assertThat(net.losses().get(net.losses().size() - 1))
                .isCloseTo(theirs.get("loss").asDouble(), within(1e-9));
    }

    /** In another order, so alike but not to the last bit. */
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "3, 2"})
    void aRowOfWeightTwoCountsAsTwo(int outputs, int times) {
        Output output = outputs == 1 ? Output.LOGISTIC : Output.SOFTMAX;
        Network network = Network.of(List.of(4, 5, outputs), Activation.TANH, output);
        double[] theta = network.initial(new Seed(1));
        double[][] y = new double[outputs][X.length];
        IntStream.range(0, X.length).forEach(i -> y[i % outputs][i] = 1);
        int[] rows = IntStream.range(0, X.length * times).map(i -> i % X.length).toArray();
        Samples all = Samples.of(X, y);
        Samples repeated = all.gather(rows, 0, rows.length, all.room(rows.length));
        double[] weights = DoubleStream.generate(() -> times).limit(X.length).toArray();
        double[] ours = new double[network.size()];
        double[] theirs = new double[network.size()];
        double loss = network.new Pass(X.length).lossAndGradient(theta, 0.1, Samples.of(X, y, weights), ours);
        assertThat(loss)
                .isCloseTo(network.new Pass(rows.length).lossAndGradient(theta, 0.1, repeated, theirs), within(1e-13));
        assertThat(ours).containsExactly(theirs, within(1e-13));
    }

    /** The row that is told right counts three of four. */
    @Test
    void validationScoresCountRowsByTheirWeights() {
        Network network = Network.of(List.of(1, 1), Activation.IDENTITY, Output.LOGISTIC);
        double[] slopeOne = {1, 0};
        double[] weights = {3, 1};
        Samples classes = Samples.of(new double[][] {{5}, {7}}, new double[][] {{1, 0}}, weights);
        assertThat(new Validation(classes, classes, network, network.new Pass(2)).score(slopeOne))
                .isEqualTo(0.75);
        Network line = Network.of(List.of(1, 1), Activation.IDENTITY, Output.IDENTITY);
        Samples values = Samples.of(new double[][] {{4}, {8}}, new double[][] {{4, 12}}, weights);
        // Of the weighted mean 6: 1·4² over 3·2² + 1·6².
        assertThat(new Validation(values, values, line, line.new Pass(2)).score(slopeOne))
                .isCloseTo(1 - 16.0 / 48, within(1e-15));
    }

    @Test
    void weightsMustBeAboveZeroAndOneARow() {
        for (double[] wrong : new double[][] {{1}, {1, 0}, {1, Double.NaN}, {Double.POSITIVE_INFINITY, 1}}) {
            assertThatThrownBy(() -> Mlp.of().fit(new double[][] {{1}, {2}}, new double[] {1, 2}, wrong))
                    .hasMessage("Weights (" + wrong.length + ") must be as many as targets (2), finite and above 0.");
        }
    }
}
