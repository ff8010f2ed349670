package dev.fettle.model;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.data.Tables;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * What rows must look like for a model: the columns of its training, without their values. Immutable, for any thread.
 *
 * @param columns without rows; the words that they know are kept
 * @param target what is predicted, without rows; classes keep their labels
 */
public record Schema(List<Feature> columns, String targetName, Dataset.Target target) implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int[] NONE = {};

    static Schema of(Dataset data) {
        return new Schema(
                data.features().stream().map(f -> f.rows(NONE)).toList(),
                data.targetName(),
                data.target().rows(NONE));
    }

    /**
     * The rows of a table; other columns than those of the training are left aside.
     *
     * @throws IllegalArgumentException if a column is missing or holds words for numbers
     */
    Dataset rows(Table table) {
        List<Feature> features = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Feature column : columns) {
            try {
                features.add(Tables.like(column, table));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return of(features, table.rowCount());
    }

    /**
     * One row of numbers in the order of the columns.
     *
     * @throws IllegalArgumentException if it is of another length, or a column is words
     */
    Dataset row(double[] x) {
        if (x.length != columns.size()) {
            throw new IllegalArgumentException("Row (" + x.length + " numbers) must have as many as there are columns, "
                    + columns.size() + ": " + String.join(", ", names()) + ".");
        }
        List<Feature> features = new ArrayList<>();
        for (int c = 0; c < x.length; c++) {
            if (!(columns.get(c) instanceof Feature.Numbers)) {
                throw new IllegalArgumentException("Column (" + names().get(c)
                        + ") must be words, which an array of numbers cannot hold. Maybe predict(table).");
            }
            features.add(new Feature.Numbers(names().get(c), new double[] {x[c]}));
        }
        return of(features, 1);
    }

    private List<String> names() {
        return columns.stream().map(Feature::name).toList();
    }

    /** The target of rows that are to be predicted is not looked at. */
    private Dataset of(List<Feature> features, int n) {
        Dataset.Target unknown = target instanceof Dataset.Classes c
                ? new Dataset.Classes(new int[n], c.labels())
                : new Dataset.Values(new double[n]);
        return new Dataset("rows", features, targetName, unknown);
    }
}
