package dev.fettle.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Named columns on their way to a data set: each is numbers or words, with NaN and null for what is missing. */
final class Columns {
    private final String name;
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, List<@Nullable String>> words = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();

    Columns(String name) {
        this.name = name;
    }

    void numbers(String column, double[] values) {
        numbers.put(column, values);
        order.add(column);
    }

    void words(String column, List<? extends @Nullable String> values) {
        words.put(column, new ArrayList<>(values));
        order.add(column);
    }

    /**
     * All columns but the target as features. Words as target are classes; numbers as target are classes if they are whole
     * and at most twenty differ, else values.
     *
     * @throws DataProblem with all that stands in the way
     */
    Dataset dataset(String target) {
        List<String> problems = new ArrayList<>();
        List<String> features = order.stream().filter(c -> !c.equals(target)).toList();
        for (String column : order) {
            check(column, column.equals(target), problems);
        }
        if (features.isEmpty()) {
            problems.add("Data (" + name + ") must have a column besides its target.");
        }
        if (problems.isEmpty()) {
            Dataset.Target y = target(target);
            if (y.size() < 2) {
                problems.add("Data (" + name + ") must have at least 2 rows, not " + y.size() + ".");
            } else if (y instanceof Dataset.Classes c && c.labels().size() < 2) {
                problems.add("Target (" + target + ") must have at least 2 classes, not only "
                        + c.labels().get(0) + ".");
            } else {
                return new Dataset(name, features, matrix(features, y.size()), target, y);
            }
        }
        throw new DataProblem(problems);
    }

    private void check(String column, boolean isTarget, List<String> problems) {
        List<@Nullable String> text = words.get(column);
        int missing = 0;
        int first = -1;
        int size = text == null ? values(column).length : text.size();
        for (int i = 0; i < size; i++) {
            if (text == null ? !Double.isFinite(values(column)[i]) : text.get(i) == null) {
                missing++;
                first = first < 0 ? i : first;
            }
        }
        if (missing > 0) {
            problems.add(
                    "Column (" + column + ") must have no missing values; it has " + missing + ", the first in row "
                            + (first + 1) + ". Maybe drop those rows: table.dropRowsWithMissingValues().");
        } else if (text != null && !isTarget) {
            problems.add("Column (" + column + ") must be numbers to be a feature; it holds words such as "
                    + (text.isEmpty() ? "none" : text.get(0)) + ". Maybe remove it: table.removeColumns(\"" + column
                    + "\").");
        }
    }

    private double[] values(String column) {
        return java.util.Objects.requireNonNull(numbers.get(column));
    }

    private Dataset.Target target(String column) {
        List<@Nullable String> text = words.get(column);
        if (text != null) {
            List<String> labels = new ArrayList<>();
            new TreeSet<>(text.stream().map(String::valueOf).toList()).forEach(labels::add);
            return new Dataset.Classes(
                    text.stream()
                            .mapToInt(v -> labels.indexOf(String.valueOf(v)))
                            .toArray(),
                    labels);
        }
        double[] y = values(column);
        double[] distinct = java.util.Arrays.stream(y).distinct().sorted().toArray();
        boolean whole = java.util.Arrays.stream(distinct).allMatch(v -> v == StrictMath.rint(v));
        if (!whole || distinct.length > 20) {
            return new Dataset.Values(y);
        }
        List<String> labels = java.util.Arrays.stream(distinct)
                .mapToObj(v -> Long.toString((long) v))
                .toList();
        int[] classes = java.util.Arrays.stream(y)
                .mapToInt(v -> java.util.Arrays.binarySearch(distinct, v))
                .toArray();
        return new Dataset.Classes(classes, labels);
    }

    private double[][] matrix(List<String> features, int rows) {
        double[][] x = new double[rows][features.size()];
        for (int c = 0; c < features.size(); c++) {
            double[] column = values(features.get(c));
            for (int r = 0; r < rows; r++) {
                x[r][c] = column[r];
            }
        }
        return x;
    }
}
