package dev.fettle.model;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.data.Tables;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * What rows must look like for a model: the columns of its training, without their values. Immutable, for any thread.
 *
 * @param columns without rows; the words that they know are kept
 * @param full the names of those that must have a value in each row
 * @param target what is predicted, without rows; classes keep their labels
 */
public record Schema(List<Feature> columns, List<String> full, String targetName, Dataset.Target target)
        implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int[] NONE = {};

    public Schema {
        columns = List.copyOf(columns);
        full = List.copyOf(full);
    }

    /** The columns of data; a learner decides which of them may have gaps. */
    static Schema of(Dataset data, Predicate<Feature> takes) {
        List<Feature> columns = data.features().stream().map(f -> f.rows(NONE)).toList();
        return new Schema(
                columns,
                columns.stream()
                        .filter(column -> !takes.test(gap(column)))
                        .map(Feature::name)
                        .toList(),
                data.targetName(),
                data.target().rows(NONE));
    }

    /** Such a column with one row that has no value. */
    private static Feature gap(Feature column) {
        return column instanceof Feature.Levels words
                ? new Feature.Levels(words.name(), new int[] {-1}, words.labels())
                : new Feature.Numbers(column.name(), new double[] {Double.NaN});
    }

    /**
     * The rows of a table; other columns than those of the training are left aside.
     *
     * @throws IllegalArgumentException if a column is missing, holds words for numbers, or has gaps and must have none
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
        gaps(features).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return of(features, table.rowCount());
    }

    /** What is said of gaps where there must be none; empty if there are none. */
    private Optional<String> gaps(List<Feature> rows) {
        List<Feature> gaps = rows.stream()
                .filter(f -> full.contains(f.name()) && f.missing().length > 0)
                .toList();
        String which = gaps.stream()
                .map(f -> f.name() + " has " + f.missing().length + ", the first in row " + (f.missing()[0] + 1))
                .collect(Collectors.joining("; "));
        String names = gaps.stream().map(Feature::name).collect(Collectors.joining(", "));
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of((gaps.size() == 1 ? "Column (" : "Columns (") + names
                        + ") must have no missing values, as in the training; " + which
                        + ". Maybe train with --impute median.");
    }

    /**
     * One row of numbers in the order of the columns.
     *
     * @throws IllegalArgumentException if it is of another length, a column is words, or has no value and must have one
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
        gaps(features).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
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
