package dev.fettle.report.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.run.Tuning;
import dev.fettle.sampler.GridSampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ByChoiceTest {
    private static final Map<String, Double> SCORES = Map.of("knn", 0.9, "mlp", 0.95, "svm", 0.94);

    private static List<String> sentences(String space, double spread) {
        SearchSpace parsed = SpaceText.parse(space);
        History history = Tuning.of(Goal.maximize("accuracy"), parsed, (point, probe) -> score(point, spread))
                .sampler(new GridSampler())
                .trials(Budget.ALL)
                .run();
        return ByChoice.of(history, parsed).map(ByChoice::sentences).orElse(List.of());
    }

    private static Score score(Point point, double spread) {
        double value =
                SCORES.getOrDefault(point.text("model"), 0.0) - (point.find("k") instanceof Integer k ? k * 0.1 : 0);
        return Score.of(value).withFolds(List.of(value - spread, value + spread));
    }

    @Test
    void theBestOfEachModelIsComparedWithTheWinner() {
        assertThat(sentences("model in {knn, mlp, svm}\nk in {0, 1} if model == knn", 0.02))
                .containsExactly("Best by model: mlp 0.9500 ± 0.020 (trial 3), svm 0.9400 ± 0.020 (trial 4),"
                        + " knn 0.9000 ± 0.020 (trial 1). One standard error does not tell mlp and svm apart.");
        assertThat(sentences("model in {knn, mlp}\nk in {0, 1} if model == knn", 0.001))
                .containsExactly("Best by model: mlp 0.9500 ± 0.0010 (trial 3), knn 0.9000 ± 0.0010 (trial 1).");
    }

    @Test
    void aChoiceOnWhichNothingHangsIsNotCompared() {
        assertThat(sentences("model in {knn, mlp}\nk in {0, 1}", 0.02)).isEmpty();
        assertThat(sentences("model in {knn}\nk in {0, 1} if model == knn", 0.02))
                .isEmpty();
    }
}
