package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell whose winner lies at the end of a range. */
class EdgeCellTest extends CellFixture {
    @Test
    void aReportProposesALineThatMayStandInTheCell() throws Exception {
        String line = "alpha in log(1e-5, 1, 6)";
        String wider = "alpha in log(1e-05, 100.0, 8)";
        run("%%gridsearch g\n" + line + "\nminimize loss\n-alpha");
        assertThat(kernel.text())
                .contains("Best at the edge of alpha (1.0); maybe widen it to  " + wider + "  and run again.");
        run("%%gridsearch g\n" + wider + "\nminimize loss\n-alpha");
        assertThat(kernel.lastText()).contains("8 of 8 points");
    }

    /** Each by what it tries itself: with each step to larger values there is less of the loss. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "randomsearch s --trials 80",
                "bayesopt s --trials 40",
                "tpe s --trials 60",
                "cmaes s --trials 150",
                "genetic s --population 20 --generations 8",
                "swarm s --particles 10 --iterations 15",
                "gradient s --steps 40",
                "hyperband s --max 81"
            })
    void everyMethodTellsThatItsBestLiesAtAnEdge(String method) throws Exception {
        run(
                "%%" + method
                        + "\nalpha ~ uniform(0, 3)\nx ~ uniform(-1, 1)\nminimize loss\nx * x / 10 - alpha + 0 * probe.resource()");
        assertThat(kernel.lastText()).contains("the edge of alpha (", "maybe widen it to  alpha ~ uniform(0.0, ");
    }

    /** A few steps of the net are the better the faster it goes; the rate may be larger, the momentum must stay below 1. */
    @Test
    void nothingIsProposedThatTheModelDoesNotTake() throws Exception {
        run("""
                %%gridsearch m --model mlp --data iris --target species --cv 3 --metric log_loss
                learning_rate_init in {0.0001, 0.001, 0.01}
                momentum in {0.1, 0.5, 0.9}
                solver = sgd
                max_iter = 5""");
        assertThat(kernel.text())
                .contains("learning_rate_init 0.01, momentum 0.9", "edge of learning_rate_init (0.01)", "0.1, 1.0}")
                .doesNotContain("edge of momentum");
    }
}
