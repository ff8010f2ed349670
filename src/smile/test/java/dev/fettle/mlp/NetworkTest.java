package dev.fettle.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {
    static List<Arguments> nets() {
        List<Arguments> all = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            for (Output output : Output.values()) {
                for (List<Integer> hidden : List.of(List.of(1), List.of(5), List.of(7, 6), List.of(4, 3, 2))) {
                    all.add(Arguments.of(activation, output, hidden));
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theGradientIsThatOfTheLoss(Activation activation, Output output, List<Integer> hidden) {
        List<Integer> units = new ArrayList<>(List.of(3));
        units.addAll(hidden);
        units.add(output == Output.SOFTMAX ? 4 : 1);
        Network network = Network.of(units, activation, output);
        double[] theta = network.initial(new Seed(7));
        Samples samples = samples(3, units.get(units.size() - 1), output, 11);
        Network.Pass pass = network.new Pass(11);
        double[] gradient = new double[network.size()];
        pass.lossAndGradient(theta, 0.3, samples, gradient);
        double[] ignored = new double[network.size()];
        double h = 1e-5;
        for (int i = 0; i < theta.length; i++) {
            double[] up = theta.clone();
            up[i] += h;
            double[] down = theta.clone();
            down[i] -= h;
            double slope = (pass.lossAndGradient(up, 0.3, samples, ignored)
                            - pass.lossAndGradient(down, 0.3, samples, ignored))
                    / (2 * h);
            assertThat(gradient[i]).as("parameter %d", i).isCloseTo(slope, within(2e-7));
        }
    }

    private static Samples samples(int features, int outputs, Output output, int n) {
        RandomGenerator random = new Seed(3).random();
        double[][] x = new double[n][features];
        double[][] y = new double[outputs][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < features; j++) {
                x[i][j] = random.nextGaussian();
            }
            switch (output) {
                case SOFTMAX -> y[random.nextInt(outputs)][i] = 1;
                case LOGISTIC -> y[0][i] = random.nextInt(2);
                case IDENTITY -> y[0][i] = random.nextGaussian();
            }
        }
        return Samples.of(x, y);
    }

    /** With more units than features the rows of weights lie along the units, with fewer along the features. */
    @ParameterizedTest
    @MethodSource("nets")
    void whatIsToldOfASampleDoesNotDependOnTheOthers(Activation activation, Output output, List<Integer> hidden) {
        List<Integer> units = new ArrayList<>(List.of(3));
        units.addAll(hidden);
        units.add(output == Output.SOFTMAX ? 4 : 1);
        Network network = Network.of(units, activation, output);
        double[] theta = network.initial(new Seed(7));
        Samples samples = samples(3, units.get(units.size() - 1), output, 11);
        double[][] together = network.new Pass(11).forward(theta, samples);
        for (int i = 0; i < 11; i++) {
            double[][] alone =
                    network.new Pass(1).forward(theta, Samples.of(new double[][] {samples.x()[i]}, samples.y()));
            for (int k = 0; k < alone.length; k++) {
                assertThat(alone[k][0]).isEqualTo(together[k][i]);
            }
        }
    }
}
