package dev.fettle.data;

import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
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
    private static final Set<ColumnType> MOMENTS =
            Set.of(ColumnType.LOCAL_DATE, ColumnType.LOCAL_TIME, ColumnType.LOCAL_DATE_TIME, ColumnType.INSTANT);

    private Tables() {}

    /**
     * A table's columns as features, but for the target: numbers as they are, booleans as 0 and 1, words that are all numbers
     * as numbers, all else as words.
     *
     * @param name for messages and the report
     * @param target the column to predict; null for the last one
     * @throws DataProblem with all that stands in the way: no such column, a target with missing values or of one class,
     *     dates, numbers among which there are a few words
     */
    public static Dataset dataset(Table table, String name, @Nullable String target) {
        return dataset(table, name, Roles.of(target), feature -> true);
    }

    /**
     * The same for a learner that does not take every feature.
     *
     * @param takes which features it takes
     * @throws DataProblem with all that stands in the way, the features that are not taken among it
     */
    public static Dataset dataset(Table table, String name, Roles roles, Predicate<Feature> takes) {
        unsplit(table, name);
        Columns columns = new Columns(name);
        for (Column<?> column : table.columns()) {
            String known = bare(column.name());
            if (column instanceof NumericColumn<?> numbers) {
                columns.numbers(known, numbers.asDoubleArray());
            } else if (column instanceof BooleanColumn flags) {
                columns.flags(known, numbers(flags));
            } else if (MOMENTS.contains(column.type())) {
                columns.moments(known, words(column));
            } else {
                columns.words(known, words(column));
            }
        }
        return columns.dataset(roles, takes);
    }

    /** Without the mark that some programs put before the first column, and blanks around. */
    private static String bare(String column) {
        return column.replace("\uFEFF", "").strip();
    }

    /** A file that was read with the wrong separator is one column, and everything else would follow from that. */
    private static void unsplit(Table table, String name) {
        String only = table.columnCount() == 1 ? table.column(0).name() : "";
        for (char separator : new char[] {';', '\t', '|', ','}) {
            if (only.indexOf(separator) >= 0) {
                String written = separator == '\t' ? "\\t" : String.valueOf(separator);
                throw DataProblem.of(
                        DataProblem.Part.DATA,
                        "Data (" + name + ") must have several columns; it has one, called " + bare(only)
                                + ". Maybe read it again with  CsvReadOptions.builder(FILE).separator('" + written
                                + "'),  or by --data FILE.");
            }
        }
    }

    /**
     * A copy of a table in which some columns of words are numbers: {@code $1,234} and {@code 1.234,5 €} too, as most of the
     * column is written; what is no number is missing. The table itself stays as it is.
     *
     * @param columns columns of words
     * @throws IllegalArgumentException if there is no such column, or it is not words
     */
    public static Table numbers(Table table, String... columns) {
        Table copy = table.copy();
        for (String column : columns) {
            if (!table.containsColumn(column) || !(table.column(column) instanceof StringColumn words)) {
                throw new IllegalArgumentException("Column (" + column + ") must be a column of words.");
            }
            copy.replaceColumn(
                    column,
                    DoubleColumn.create(
                            column,
                            Numerals.of(Columns.levels(column, words(words))).values()));
        }
        return copy;
    }

    /**
     * The column of a table that is like one that a model was trained on: numbers, or words of which some may be new.
     *
     * @param known of the same name
     * @throws IllegalArgumentException if the table has none of that name, or it is not numbers where numbers are known
     */
    public static Feature like(Feature known, Table table) {
        Column<?> column = table.columns().stream()
                .filter(c -> bare(c.name()).equals(known.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Column (" + known.name() + ") must be in the table: " + String.join(", ", table.columnNames())
                                + "." + Maybe.sentence(known.name(), table.columnNames())));
        if (known instanceof Feature.Levels levels) {
            return levels.of(words(column));
        }
        if (column instanceof NumericColumn<?> numbers) {
            return new Feature.Numbers(known.name(), numbers.asDoubleArray());
        }
        if (column instanceof BooleanColumn flags) {
            return new Feature.Numbers(known.name(), numbers(flags));
        }
        Numerals numerals = Numerals.of(Columns.levels(known.name(), words(column)));
        if (!numerals.arePlain()) {
            throw new IllegalArgumentException("Column (" + known.name()
                    + ") must be numbers, as in the training; it is of type " + column.type() + ".");
        }
        return new Feature.Numbers(known.name(), numerals.values());
    }

    private static double[] numbers(BooleanColumn flags) {
        double[] values = new double[flags.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = flags.isMissing(i) ? Double.NaN : flags.get(i) ? 1 : 0;
        }
        return values;
    }

    static List<@Nullable String> words(Column<?> column) {
        List<@Nullable String> words = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            words.add(column.isMissing(i) ? null : column.getString(i));
        }
        return words;
    }
}
