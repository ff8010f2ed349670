package dev.fettle.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import org.junit.jupiter.api.Test;

class MedianPrunerTest implements PrunerContract {
    private static final History FIVE = Curves.history(
            Curves.LOSS,
            new double[] {5, 4, 3},
            new double[] {4, 4, 4},
            new double[] {3, 2, 1},
            new double[] {9, 9, 9},
            new double[] {1, 3, 5});

    @Override
    public Pruner pruner() {
        return new MedianPruner();
    }

    /** The medians of the steps are 4, 4, 4. */
    @Test
    void whatIsWorseThanTheMedianAtItsStepIsStopped() {
        assertThat(Curves.stopped(pruner(), FIVE, 4.1, 1, 1)).isEqualTo(1);
        assertThat(Curves.stopped(pruner(), FIVE, 4, 4.5, 4.5)).isZero();
        assertThat(pruner().judge(Curves.running(6, Proposal.ALL, 4.1), FIVE))
                .isEqualTo(new Verdict.Stop("worse than the median of 5 trials at step 1"));
    }

    @Test
    void ofFourTheMedianIsBetweenTheMiddleOnes() {
        History four = FIVE.first(4);
        assertThat(Curves.stopped(new MedianPruner(4, 0), four, 4.5)).isZero();
        assertThat(Curves.stopped(new MedianPruner(4, 0), four, 4.51)).isEqualTo(1);
    }

    @Test
    void nothingIsStoppedBeforeTheStartIsOverOrWhileItWarmsUp() {
        assertThat(Curves.stopped(new MedianPruner(6, 0), FIVE, 9.9, 9.9, 9.9)).isZero();
        assertThat(Curves.stopped(new MedianPruner(5, 2), FIVE, 9.9, 9.9, 9.9)).isEqualTo(3);
    }

    @Test
    void whatIsNoNumberIsWorse() {
        assertThat(Curves.stopped(pruner(), FIVE, Double.NaN)).isEqualTo(1);
        assertThat(Curves.stopped(pruner(), FIVE, 3, Double.NaN)).isZero();
    }

    @Test
    void illegalSettingsAreRefused() {
        assertThatThrownBy(() -> new MedianPruner(0, 0)).hasMessage("Start-up trials (0) must be at least 1.");
        assertThatThrownBy(() -> new MedianPruner(1, -1)).hasMessage("Warm-up steps (-1) must be at least 0.");
    }
}
