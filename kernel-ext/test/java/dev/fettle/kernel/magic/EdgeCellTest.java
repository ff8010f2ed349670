package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
