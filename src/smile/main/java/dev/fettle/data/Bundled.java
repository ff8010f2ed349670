package dev.fettle.data;

import dev.fettle.word.Maybe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * The data sets that come with Fettle, as scikit-learn has them, and one with words and gaps. For any thread.
 *
 * <pre>{@code
 * Dataset wine = Bundled.dataset("wine", null);
 * String said = wine.describe();  // wine: 178 rows × 13 features, 3 classes
 * }</pre>
 */
public final class Bundled {
    /** Their names. */
    public static final List<String> NAMES = List.of("iris", "wine", "breast_cancer", "digits", "diabetes", "penguins");

    private static final String GAP = "NA";

    /** So many columns stand in a page. */
    private static final int SHOWN = 30;

    private Bundled() {}

    /**
     * A fresh table; the last column is the usual target.
     *
     * @throws DataProblem if there is no such data set
     */
    public static Table table(String name) {
        List<String> lines = lines(name);
        String[][] rows = rows(lines);
        int columns = rows[0].length;
        ColumnType[] types = IntStream.range(0, columns)
                .mapToObj(c -> isText(name, cells(rows, c), c == columns - 1) ? ColumnType.STRING : ColumnType.DOUBLE)
                .toArray(ColumnType[]::new);
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
        String[][] rows = rows(lines(name));
        List<String> header = List.of(rows[0]);
        Columns columns = new Columns(name, "dev.fettle.data.Bundled.table(\"" + name + "\")");
        for (int c = 0; c < header.size(); c++) {
            List<String> cells = cells(rows, c);
            if (isText(name, cells, c == header.size() - 1)) {
                columns.words(
                        header.get(c),
                        cells.stream()
                                .map(cell -> cell.equals(GAP) ? null : cell)
                                .toList());
            } else {
                columns.numbers(
                        header.get(c),
                        cells.stream()
                                .mapToDouble(cell -> cell.equals(GAP) ? Double.NaN : Double.parseDouble(cell))
                                .toArray());
            }
        }
        return columns.dataset(roles, takes);
    }

    /** The cells, those of the header first. */
    private static String[][] rows(List<String> lines) {
        return lines.stream().map(line -> line.split(",", -1)).toArray(String[][]::new);
    }

    /** Below the header. */
    private static List<String> cells(String[][] rows, int column) {
        return Arrays.stream(rows).skip(1).map(row -> row[column]).toList();
    }

    /** Labels are words even if they are digits. */
    private static boolean isText(String name, List<String> cells, boolean last) {
        return last
                ? !name.equals("diabetes")
                : cells.stream().anyMatch(cell -> !cell.equals(GAP) && !cell.matches("[-+.\\deE]+"));
    }

    /**
     * What a data set is: rows, columns with their ranges, target, source and licence; a few lines, the last one ended.
     *
     * @throws DataProblem if there is no such data set
     */
    public static String page(String name) {
        Dataset data = dataset(name, null);
        StringBuilder page = new StringBuilder(data.describe()).append(".\n");
        lines(name, ".txt").forEach(line -> page.append(line).append('\n'));
        page.append('\n');
        row(page, data.targetName() + " *", held(data.target()));
        data.features().stream().limit(SHOWN).forEach(f -> row(page, f.name(), held(f)));
        int more = data.features().size() - SHOWN;
        return page.append(more > 0 ? "  … " + more + " more\n" : "")
                .append("\n* the target, unless --target says otherwise:  --data ")
                .append(name)
                .append('\n')
                .toString();
    }

    private static void row(StringBuilder page, String column, String held) {
        page.append(String.format(Locale.ROOT, "  %-30s %s", column, held)).append('\n');
    }

    private static String held(Feature feature) {
        int gaps = feature.missing().length;
        String held = feature instanceof Feature.Numbers numbers
                ? range(numbers.x())
                : String.join(", ", ((Feature.Levels) feature).labels());
        return held + (gaps == 0 ? "" : "; " + gaps + " missing");
    }

    private static String range(double[] x) {
        DoubleSummaryStatistics range =
                DoubleStream.of(x).filter(Double::isFinite).summaryStatistics();
        return Remarks.digits(range.getMin()) + " to " + Remarks.digits(range.getMax());
    }

    private static String held(Dataset.Target target) {
        if (target instanceof Dataset.Values values) {
            return range(values.y());
        }
        Dataset.Classes classes = (Dataset.Classes) target;
        return IntStream.range(0, classes.labels().size())
                .mapToObj(c -> classes.labels().get(c) + " "
                        + IntStream.of(classes.y()).filter(k -> k == c).count())
                .collect(Collectors.joining(", "));
    }

    private static List<String> lines(String name) {
        return lines(name, ".csv");
    }

    private static List<String> lines(String name, String kind) {
        if (!NAMES.contains(name)) {
            throw DataProblem.of(
                    DataProblem.Part.DATA,
                    "Data (" + name + ") must be a notebook table or one of " + String.join(", ", NAMES) + "."
                            + Maybe.sentence(name, NAMES));
        }
        InputStream in = Objects.requireNonNull(Bundled.class.getResourceAsStream(name + kind), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
