package dev.fettle.data;

import dev.fettle.word.Maybe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * The data sets that come with Fettle, exactly as scikit-learn has them. For any thread.
 *
 * <pre>{@code
 * Dataset wine = Bundled.dataset("wine", null);
 * String said = wine.describe();  // wine: 178 rows × 13 features, 3 classes
 * }</pre>
 */
public final class Bundled {
    /** Their names. */
    public static final List<String> NAMES = List.of("iris", "wine", "breast_cancer", "digits", "diabetes");

    private Bundled() {}

    /**
     * A fresh table; the last column is the usual target.
     *
     * @throws DataProblem if there is no such data set
     */
    public static Table table(String name) {
        List<String> lines = lines(name);
        int columns = lines.get(0).split(",").length;
        ColumnType[] types = new ColumnType[columns];
        java.util.Arrays.fill(types, ColumnType.DOUBLE);
        types[columns - 1] = name.equals("diabetes") ? ColumnType.DOUBLE : ColumnType.STRING;
        CsvReadOptions options = CsvReadOptions.builderFromString(String.join("\n", lines))
                .columnTypes(types)
                .tableName(name)
                .build();
        return Table.read().usingOptions(options);
    }

    /**
     * A data set ready for a learner, without a table on the way: the first table costs a second or two.
     *
     * @param target a column; null for the usual one
     * @throws DataProblem if there is no such data set or column
     */
    public static Dataset dataset(String name, @Nullable String target) {
        return dataset(name, Roles.of(target), feature -> true);
    }

    /**
     * The same with other roles of the columns, for a learner that does not take every feature.
     *
     * @param takes which features it takes
     * @throws DataProblem with all that stands in the way
     */
    public static Dataset dataset(String name, Roles roles, Predicate<Feature> takes) {
        List<String> lines = lines(name);
        List<String> header = List.of(lines.get(0).split(","));
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split(",")).toList();
        Columns columns = new Columns(name);
        for (int c = 0; c < header.size(); c++) {
            int at = c;
            boolean text = c == header.size() - 1 && !name.equals("diabetes");
            if (text) {
                columns.words(header.get(c), rows.stream().map(r -> r[at]).toList());
            } else {
                columns.numbers(
                        header.get(c),
                        rows.stream()
                                .mapToDouble(r -> Double.parseDouble(r[at]))
                                .toArray());
            }
        }
        return columns.dataset(roles, takes);
    }

    private static List<String> lines(String name) {
        if (!NAMES.contains(name)) {
            throw DataProblem.of(
                    DataProblem.Part.DATA,
                    "Data (" + name + ") must be a notebook table or one of " + String.join(", ", NAMES) + "."
                            + Maybe.sentence(name, NAMES));
        }
        InputStream in = Objects.requireNonNull(Bundled.class.getResourceAsStream(name + ".csv"), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
