package dev.fettle.data;

import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tablesaw tables as data sets. For any thread, as long as nobody changes the table.
 *
 * <pre>{@code
 * Dataset iris = Tables.dataset(Bundled.table("iris"), "iris", "species");
 * }</pre>
 */
public final class Tables {
    private Tables() {}

    /**
     * A table's columns as features, but for the target: numbers as they are, booleans as 0 and 1, all else as words.
     *
     * @param name for messages and the report
     * @param target the column to predict; null for the last one
     * @throws DataProblem with all that stands in the way: no such column, a target with missing values or of one class
     */
    public static Dataset dataset(Table table, String name, @Nullable String target) {
        return dataset(table, name, target, feature -> true);
    }

    /**
     * The same for a learner that does not take every feature.
     *
     * @param takes which features it takes
     * @throws DataProblem with all that stands in the way, the features that are not taken among it
     */
    public static Dataset dataset(Table table, String name, @Nullable String target, Predicate<Feature> takes) {
        List<String> names = table.columnNames();
        if (names.isEmpty()) {
            throw new DataProblem(List.of(), List.of("Data (" + name + ") must have columns."));
        }
        String wanted = target == null ? names.get(names.size() - 1) : target;
        if (!names.contains(wanted)) {
            throw new DataProblem(List.of(noColumn(wanted, name, names)), List.of());
        }
        Columns columns = new Columns(name);
        for (Column<?> column : table.columns()) {
            if (column instanceof NumericColumn<?> numbers) {
                columns.numbers(column.name(), numbers.asDoubleArray());
            } else if (column instanceof BooleanColumn flags && !column.name().equals(wanted)) {
                columns.numbers(column.name(), numbers(flags));
            } else {
                columns.words(column.name(), words(column));
            }
        }
        return columns.dataset(wanted, takes);
    }

    private static double[] numbers(BooleanColumn flags) {
        double[] values = new double[flags.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = flags.isMissing(i) ? Double.NaN : flags.get(i) ? 1 : 0;
        }
        return values;
    }

    private static List<@Nullable String> words(Column<?> column) {
        List<@Nullable String> words = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            words.add(column.isMissing(i) ? null : column.getString(i));
        }
        return words;
    }

    static String noColumn(String wanted, String name, List<String> columns) {
        return "Target (" + wanted + ") must be a column of " + name + ": " + String.join(", ", columns) + "."
                + Maybe.sentence(wanted, columns);
    }
}
