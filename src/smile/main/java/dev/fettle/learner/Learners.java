package dev.fettle.learner;

import dev.fettle.word.Maybe;
import java.util.List;

/** The learners by name. */
public final class Learners {
    private static final List<Learner> ALL = List.of(new MlpLearner());
    private static final List<String> LATER = List.of(
            "random_forest", "gradient_boosting", "ada_boost", "decision_tree", "knn", "logistic_regression", "svm");

    private Learners() {}

    /**
     * The learner with a name.
     *
     * @throws IllegalArgumentException if there is none, or it comes later
     */
    public static Learner of(String name) {
        if (LATER.contains(name)) {
            throw new IllegalArgumentException("Model (" + name + ") comes later; there is mlp.");
        }
        List<String> names = ALL.stream().map(Learner::name).toList();
        return ALL.stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Model (" + name + ") must be one of "
                        + String.join(", ", names) + "." + Maybe.sentence(name, names)));
    }
}
