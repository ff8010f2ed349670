package dev.fettle.mlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fettle.random.Seed;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    private static final JsonNode SPLIT = Reference.read("iris_split.json");
    private static final int EPOCHS = 30;
    private static final Seed SEED = new Seed(2);

    private final double[][] x = Reference.as(SPLIT.get("X_train"), double[][].class);
    private final int[] y = Reference.as(SPLIT.get("y_train"), int[].class);
    private final Samples samples = samples();
    private final Network network = Network.of(List.of(4, 10, 3), Activation.TANH, Output.SOFTMAX);

    private Samples samples() {
        double[][] target = new double[3][y.length];
        for (int i = 0; i < y.length; i++) {
            target[y[i]][i] = 1;
        }
        return Samples.of(x, target);
    }

    private double[] weights(int epochs) {
        Mlp mlp = Mlp.of(10)
                .activation("tanh")
                .learningRateInit(0.1)
                .with("early_stopping", true)
                .maxIter(epochs);
        return new Training(mlp.values(), network, SEED)
                .stochastic(samples, network.initial(SEED))
                .theta();
    }

    /** At so high a rate the rows held out are told worse and better again from one epoch to the next. */
    @Test
    void moreEpochsNeverTellTheRowsHeldOutWorse() {
        Validation held = Validation.hold(network, samples, 0.1, SEED.child("validation"));
        double[] scores = IntStream.rangeClosed(1, EPOCHS)
                .mapToDouble(epochs -> held.score(weights(epochs)))
                .toArray();
        assertThat(scores).isSorted();
        assertThat(scores[EPOCHS - 1]).isGreaterThan(scores[0]);
    }
}
