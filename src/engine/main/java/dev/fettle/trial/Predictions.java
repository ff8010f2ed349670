package dev.fettle.trial;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a model said about rows it was not trained on: one row of numbers for each row of the data. Immutable as long as
 * nobody writes into the arrays, which are shared; for any thread.
 *
 * @param values {@code [rows][k]}: class probabilities, or one column of predicted values; NaN where no fold tested a row
 */
public record Predictions(double[][] values) implements Serializable {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Predictions p && Arrays.deepEquals(values, p.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return "Predictions[" + values.length + " rows]";
    }
}
