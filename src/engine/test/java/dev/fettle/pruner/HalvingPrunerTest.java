package dev.fettle.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HalvingPrunerTest implements PrunerContract {
    @Override
    public Pruner pruner() {
        return new HalvingPruner(1, 3);
    }

    private static double[] constant(double value) {
        return new double[] {value, value, value, value, value, value, value, value, value};
    }

    private static final History FIVE =
            Curves.history(Curves.LOSS, constant(1), constant(2), constant(3), constant(4), constant(5));

    /** Of six, itself among them, the best two go on. */
    @Test
    void atARungTheBestThirdGoesOn() {
        assertThat(Curves.stopped(pruner(), FIVE, constant(1.5))).isZero();
        assertThat(Curves.stopped(pruner(), FIVE, constant(2))).isZero();
        assertThat(Curves.stopped(pruner(), FIVE, constant(2.5))).isEqualTo(1);
        assertThat(pruner().judge(Curves.running(6, Proposal.ALL, 2.5), FIVE))
                .isEqualTo(new Verdict.Stop("not among the best 2 of 6 at step 1"));
    }

    @Test
    void onlyRungsAreLookedAt() {
        assertThat(Curves.stopped(new HalvingPruner(2, 2), FIVE, 0, 0, 9, 0, 0, 0, 0, 9, 0))
                .isEqualTo(8);
        assertThat(Curves.stopped(new HalvingPruner(2, 3), FIVE, 9, 0, 9, 9, 9, 9, 9, 9, 9))
                .isEqualTo(6);
        assertThat(Curves.stopped(new HalvingPruner(4, 3), FIVE, 9, 9, 9, 0, 9, 9, 9, 9, 9))
                .isZero();
    }

    @Test
    void whatWasStoppedCountsWhereItGotTo() {
        History told = FIVE;
        for (int n = 6; n <= 11; n++) {
            told = told.plus(Curves.running(n, Proposal.ALL, 9).prune("bad", Duration.ZERO));
        }
        // Of twelve the best four.
        assertThat(Curves.stopped(pruner(), told, constant(3.5))).isEqualTo(3);
    }

    @Test
    void illegalSettingsAreRefused() {
        assertThatThrownBy(() -> new HalvingPruner(0, 3)).hasMessage("Least step (0) must be at least 1.");
        assertThatThrownBy(() -> new HalvingPruner(1, 1)).hasMessage("Eta (1) must be at least 2.");
    }
}
