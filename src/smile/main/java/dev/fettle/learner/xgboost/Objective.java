package dev.fettle.learner.xgboost;

import dev.fettle.data.Dataset;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What is learnt of a target, in the library's terms, and what its outputs mean. Classes without a row are not learnt, and
 * never said. Immutable, for any thread.
 *
 * @param columns how many numbers are said of a row
 * @param there the classes that have rows, rising; none for values
 */
record Objective(int columns, int[] there) implements Serializable {
    private static final long serialVersionUID = 1;

    static Objective of(Dataset.Target target) {
        return target instanceof Dataset.Classes c
                ? new Objective(
                        c.labels().size(),
                        IntStream.of(c.y()).distinct().sorted().toArray())
                : new Objective(1, new int[0]);
    }

    boolean isBinary() {
        return there.length == 1 || there.length == 2;
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new TreeMap<>();
        settings.put(
                "objective",
                there.length == 0 ? "reg:squarederror" : isBinary() ? "binary:logistic" : "multi:softprob");
        if (there.length > 2) {
            settings.put("num_class", there.length);
        }
        return settings;
    }

    /** {@code [n]}. */
    float[] labels(Dataset.Target target) {
        float[] labels = new float[target.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = target instanceof Dataset.Classes c
                    ? Arrays.binarySearch(there, c.y()[i])
                    : (float) ((Dataset.Values) target).y()[i];
        }
        return labels;
    }

    /** {@code [columns]} from what the library puts out for a row; shares add up to 1 in 64 bits too. */
    double[] said(float[] output) {
        if (there.length == 0) {
            return new double[] {output[0]};
        }
        double[] said = new double[columns];
        if (isBinary()) {
            said[there[0]] = 1 - (double) output[0];
            said[there[there.length - 1]] += output[0];
            return said;
        }
        double total = 0;
        for (float share : output) {
            total += share;
        }
        for (int k = 0; k < output.length; k++) {
            said[there[k]] = output[k] / total;
        }
        return said;
    }
}
