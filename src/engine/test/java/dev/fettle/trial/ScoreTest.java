package dev.fettle.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void needsAValue() {
        assertThatThrownBy(() -> Score.of(List.of())).hasMessageContaining("at least one");
    }

    @Test
    void keepsTheOrderOfItsMetricsAndNotTheirMap() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String name : List.of("r2", "mae", "rmse", "accuracy", "log_loss")) {
            metrics.put(name, 1.0);
        }
        Score score = Score.of(1).withMetrics(metrics).withWarnings(Map.of("did not converge", 3));
        metrics.clear();
        assertThat(score.metrics().keySet()).containsExactly("r2", "mae", "rmse", "accuracy", "log_loss");
        assertThat(score.warnings()).containsExactly(Map.entry("did not converge", 3));
        assertThatThrownBy(() -> score.metrics().put("mse", 1.0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void itsFoldsAreThoseOfTheFirstGoal() {
        Score score = Score.of(1, 2).withFoldsByGoal(List.of(List.of(0.5, 1.5), List.of(1.0, 3.0)));
        assertThat(score.folds()).containsExactly(0.5, 1.5);
        assertThat(Score.of(1).folds()).isEmpty();
    }

    @Test
    void theStandardErrorIsThatOfTheMeanOfTheFolds() {
        Score score = Score.of(2).withFolds(List.of(1.0, 2.0, 3.0));
        assertThat(score.standardError()).isEqualTo(Math.sqrt(1.0 / 3));
        assertThat(Score.of(2).withFolds(List.of(1.0, 3.0)).standardError()).isEqualTo(1);
    }

    @Test
    void oneFoldHasNoStandardError() {
        assertThat(Score.of(1).standardError()).isNaN();
        assertThat(Score.of(1).withFolds(List.of(1.0)).standardError()).isNaN();
    }

    /** The squares of the scores would round away what tells them apart. */
    @Test
    void theStandardErrorOfLargeScoresIsExact() {
        Score score = Score.of(0x1p52 + 1).withFolds(List.of(0x1p52, 0x1p52 + 2));
        assertThat(score.standardError()).isEqualTo(1);
    }

    @Test
    void metricsWithoutAnOrderOfTheirOwnStandByName() {
        assertThat(Score.of(1)
                        .withMetrics(Map.of("zeta", 1.0, "alpha", 2.0, "f", 3.0, "beta", 4.0))
                        .metrics()
                        .keySet())
                .containsExactly("alpha", "beta", "f", "zeta");
        Map<String, Double> ordered = new LinkedHashMap<>();
        ordered.put("zeta", 1.0);
        ordered.put("alpha", 2.0);
        assertThat(Score.of(1).withMetrics(ordered).metrics().keySet()).containsExactly("zeta", "alpha");
    }
}
