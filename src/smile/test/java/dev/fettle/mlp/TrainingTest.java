package dev.fettle.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Over ten values; at a rate of 1e-300 the net stays what it was, y = 2x. */
class TrainingTest {
    private static final double[][] X = {{0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}};
    private static final double[] Y = {0, 2, 4, 6, 8, 10, 12, 14, 16, 19};

    private static Mlp line(int batch) {
        return Mlp.of(1)
                .activation("identity")
                .solver("sgd")
                .alpha(0)
                .learningRateInit(1e-300)
                .with("batch_size", batch)
                .maxIter(1)
                .startingAt(new double[][][] {{{1}}, {{2}}}, new double[][] {{0}, {0}});
    }

    /** Only the last value is missed, by 1: half its square over ten values. */
    @Test
    void theLossIsTheMeanOverAllSamplesWhateverTheBatches() {
        for (int batch : new int[] {1, 3, 4, 5, 9, 10, 200}) {
            assertThat(line(batch).fit(X, Y).losses())
                    .as("batches of %d", batch)
                    .singleElement()
                    .satisfies(loss -> assertThat(loss).isCloseTo(0.05, within(1e-15)));
        }
    }

    @Test
    void thePenaltyIsSharedByTheRowsOfABatch() {
        // ½·α·(1² + 2²)/10 in one batch; in batches of 4, 4 and 2 the mean of ½·α·5/4, twice with weight 4, and ½·α·5/2
        // with 2.
        assertThat(line(10).alpha(0.1).fit(X, Y).losses().get(0)).isCloseTo(0.05 + 0.025, within(1e-15));
        assertThat(line(4).alpha(0.1).fit(X, Y).losses().get(0)).isCloseTo(0.05 + 0.075, within(1e-15));
    }

    /** Without shuffling a training is the same for every seed; with it the order decides. */
    @Test
    void theOrderIsDrawnAnewUnlessItIsToStay() {
        Mlp mlp = line(3).learningRateInit(1e-3).maxIter(3);
        assertThat(mlp.seed(1).fit(X, Y).losses())
                .isNotEqualTo(mlp.seed(2).fit(X, Y).losses());
        Mlp still = mlp.with("shuffle", false);
        assertThat(still.seed(1).fit(X, Y).losses())
                .isEqualTo(still.seed(2).fit(X, Y).losses());
    }

    @Test
    void aRegressorTellsHowItsTrainingWent() {
        MlpRegressor brief = line(10).fit(X, Y);
        assertThat(brief.converged()).isFalse();
        assertThat(brief.losses()).hasSize(1);
        assertThat(brief.predict(new double[] {4})).isCloseTo(8, within(1e-12));
        MlpRegressor stalled = line(10).maxIter(100).fit(X, Y);
        assertThat(stalled.converged()).isTrue();
        assertThat(stalled.losses()).hasSize(12);
    }

    @Test
    void aLossThatStaysTheSameIsNoStallWhereNothingMustBeGained() {
        assertThat(line(10).with("tol", 0.0).maxIter(50).fit(X, Y).converged()).isFalse();
    }

    /** The net is right about every row from the start, so that no epoch is better than the first. */
    @Test
    void ofEquallyGoodEpochsTheFirstIsKept() {
        Mlp mlp = line(10).startingAt(new double[][][] {{{1}}, {{2}}}, new double[][] {{0}, {-9}})
                .learningRateInit(1e-3)
                .with("early_stopping", true)
                .with("validation_fraction", 0.4);
        int[] y = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        double[][] rows = {{3}, {8}};
        assertThat(mlp.maxIter(5).fit(X, y).probabilities(rows))
                .isDeepEqualTo(mlp.maxIter(1).fit(X, y).probabilities(rows));
        assertThat(mlp.with("early_stopping", false).maxIter(5).fit(X, y).losses())
                .doesNotHaveDuplicates();
    }

    @Test
    void anInterruptEndsTheSearchOfLbfgs() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> line(10).solver("lbfgs").fit(X, Y)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void valuesTooLargeToBeSquaredAreNamed() {
        double[] y = Arrays.stream(Y).map(v -> v * 1e200).toArray();
        assertThatThrownBy(() -> line(10).solver("lbfgs").fit(X, y)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> line(10).fit(X, y)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void valuesMustBeAsManyAsRows() {
        assertThatThrownBy(() -> Mlp.of().fit(X, new double[9]))
                .hasMessageStartingWith("Rows of x (10) must be as many");
    }

    @Test
    void saysWithWhichHyperparametersItTrains() {
        assertThat(Mlp.of(7).alpha(0.5).toString()).startsWith("Mlp(").contains("(7)", "0.5");
    }
}
