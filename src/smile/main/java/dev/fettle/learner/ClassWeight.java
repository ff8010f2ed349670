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
        return of(values, y, k, ones);
    }

    /**
     * The same where rows count differently, so that with their weights each class counts the same.
     *
     * @param weights {@code [n]} of the rows, above 0
     */
    public static double[] of(Configuration values, int[] y, int k, double[] weights) {
        double[] counts = new double[k];
        for (int i = 0; i < y.length; i++) {
            counts[y[i]] += weights[i];
        }
        double all = Arrays.stream(weights).sum();
        double present = Arrays.stream(counts).filter(c -> c > 0).count();
        boolean balanced = values.text(HYPERPARAMETER.name()).equals(BALANCED);
        return Arrays.stream(counts)
                .map(c -> c == 0 ? 0 : balanced ? all / (present * c) : 1)
                .toArray();
    }
}
