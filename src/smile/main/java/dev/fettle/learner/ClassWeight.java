package dev.fettle.learner;

import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import java.util.Arrays;
import java.util.List;

/**
 * How much a row counts by its class, as {@code class_weight} of several learners: all alike, or balanced, n/(k·rows of the
 * class), so that each class counts the same (King and Zeng, 2001, Political Analysis 9(2), section 4.2).
 *
 * <pre>{@code
 * Configuration values = Configuration.of(
 *         "logistic", List.of(ClassWeight.HYPERPARAMETER), Map.of("class_weight", "balanced"));
 * double[] weights = ClassWeight.of(values, new int[] {0, 0, 0, 1}, 2);  // 2/3, 2
 * }</pre>
 */
public final class ClassWeight {
    private static final String BALANCED = "balanced";

    /** One for the learners that know it. */
    public static final Hyperparameter HYPERPARAMETER = Hyperparameter.word(
            "class_weight",
            "none",
            List.of("none", BALANCED),
            "whether rows count alike, or more the rarer their class");

    private ClassWeight() {}

    /**
     * {@code [k]} a weight for each class; 0 for one without a row, and the average row has 1.
     *
     * @param values with a {@link #HYPERPARAMETER}
     * @param y {@code [n]} classes 0 … k − 1
     */
    public static double[] of(Configuration values, int[] y, int k) {
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        return of(values, y, ones, k);
    }

    /**
     * The same where rows count differently: balanced, each class has the same weight in all.
     *
     * @param weights {@code [n]}, above 0
     */
    public static double[] of(Configuration values, int[] y, double[] weights, int k) {
        double[] ofClass = new double[k];
        double all = 0;
        for (int i = 0; i < y.length; i++) {
            ofClass[y[i]] += weights[i];
            all += weights[i];
        }
        double whole = all;
        double present = Arrays.stream(ofClass).filter(c -> c > 0).count();
        boolean balanced = values.text(HYPERPARAMETER.name()).equals(BALANCED);
        return Arrays.stream(ofClass)
                .map(c -> c == 0 ? 0 : balanced ? whole / (present * c) : 1)
                .toArray();
    }
}
