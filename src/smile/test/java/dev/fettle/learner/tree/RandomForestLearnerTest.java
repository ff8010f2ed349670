package dev.fettle.learner.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.random.Seed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomForestLearnerTest implements LearnerContract {
    @Override
    public Learner learner() {
        return new RandomForestLearner();
    }

    private static final Dataset.Shape CLASSES = new Dataset.Shape(96, 16, List.of(), 3);
    private static final Dataset.Shape VALUES = new Dataset.Shape(96, 16, List.of(), 0);

    @Test
    void maxSamplesMattersOnlyWithABootstrap() {
        for (Dataset data : sets()) {
            double[][] all = predictions(data, Map.of("bootstrap", false), Fitting.of(new Seed(1)));
            assertThat(predictions(data, Map.of("bootstrap", false, "max_samples", 0.2), Fitting.of(new Seed(1))))
                    .isDeepEqualTo(all);
            assertThat(predictions(data, Map.of("max_samples", 0.2), Fitting.of(new Seed(1))))
                    .isNotEqualTo(predictions(data, Map.of(), Fitting.of(new Seed(1))));
        }
        assertThat(learner().reads("max_samples", learner().configure(Map.of())))
                .isTrue();
        assertThat(learner().reads("max_samples", learner().configure(Map.of("bootstrap", false))))
                .isFalse();
    }

    @Test
    void autoFeaturesAreTheRootForClassesAndAllForValues() {
        assertThat(Settings.limits(learner().configure(Map.of()), CLASSES).features())
                .isEqualTo(4);
        assertThat(Settings.limits(learner().configure(Map.of()), VALUES).features())
                .isEqualTo(16);
        assertThat(Settings.limits(learner().configure(Map.of("max_features", "log2")), VALUES)
                        .features())
                .isEqualTo(4);
        assertThat(Settings.limits(learner().configure(Map.of("max_features", 0.2)), VALUES)
                        .features())
                .isEqualTo(3);
    }

    @Test
    void whatIsForClassesIsRefusedForValues() {
        Map<String, Object> values = Map.of("criterion", "entropy", "class_weight", "balanced", "max_samples", 97);
        assertThat(learner().problems(learner().configure(values), VALUES))
                .containsExactly(
                        "criterion (entropy) must be left out: the target is values, not classes.",
                        "class_weight (balanced) must be left out: the target is values, not classes.",
                        "max_samples (97) must be at most the rows of a training, 96. Maybe a share: 1.0 for as many.");
        assertThat(learner().problems(learner().configure(Map.of("class_weight", "balanced")), CLASSES))
                .isEmpty();
    }

    @Test
    void sharesEndAtTheWhole() {
        assertThat(learner().problem("max_features", 1.5))
                .contains("max_features (1.5) must be a whole number of at least 1, a share above 0 and up to 1.0, or"
                        + " one of sqrt, log2, all, auto.");
        assertThat(learner().problem("max_samples", "al").orElseThrow()).doesNotContain("one of");
        assertThat(learner().problem("max_depth", 0))
                .contains("max_depth (0) must be a whole number of at least 1, or none.");
    }
}
