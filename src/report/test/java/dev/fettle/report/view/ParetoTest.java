package dev.fettle.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.Point;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParetoTest {
    private static History history(double[]... scores) {
        History history = History.empty(List.of(Goal.maximize("gain"), Goal.minimize("cost")));
        for (int i = 0; i < scores.length; i++) {
            Trial.Running running = Histories.running(i + 1, Point.of(Map.of("x", i)));
            history = history.plus(running.complete(Score.of(scores[i][0], scores[i][1]), Duration.ofMillis(1)));
        }
        return history;
    }

    @Test
    void theFrontIsWhatNoOtherBeatsAndItsKneeTheBestBargain() {
        Pareto pareto = Pareto.of(history(
                new double[] {0, 0}, new double[] {9, 2}, new double[] {5, 3}, new double[] {10, 10}, new double[] {8, 9
                }));
        assertThat(pareto.front()).extracting(Trial::number).containsExactly(1, 2, 4);
        assertThat(pareto.knee()).contains(pareto.front().get(1));
        assertThat(pareto.losses()[1]).containsExactly(0.1, 0.2);
    }

    @Test
    void theVolumeGrowsWithTheFrontAlone() {
        double[] volumes = Pareto.of(
                        history(new double[] {0, 0}, new double[] {9, 2}, new double[] {5, 3}, new double[] {10, 10}))
                .volumes();
        double box = 1.1 * 1.1;
        assertThat(volumes[0]).isEqualTo(0.1 * 1.1 / box, within(1e-12));
        assertThat(volumes[1]).isEqualTo((0.1 * 1.1 + 0.9 * 0.9) / box, within(1e-12));
        assertThat(volumes[2]).isEqualTo(volumes[1]);
        assertThat(volumes[3]).isEqualTo(volumes[2] + 0.1 * 0.1 / box, within(1e-12));
    }

    @Test
    void whereAllAreEqualThereIsOneTrialAndNothingToTell() {
        Pareto pareto = Pareto.of(history(new double[] {1, 1}, new double[] {1, 1}));
        assertThat(pareto.front()).hasSize(2);
        assertThat(pareto.volumes()).containsExactly(1, 1);
        assertThat(Pareto.of(history()).volumes()).isEmpty();
    }
}
