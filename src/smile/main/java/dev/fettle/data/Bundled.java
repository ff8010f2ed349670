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
        int columns = lines.get(0).split(",").length;
        ColumnType[] types = new ColumnType[columns];
        Arrays.fill(types, ColumnType.DOUBLE);
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

    /**
     * What a data set is: rows, columns with their ranges, target, source and licence; a few lines, the last one ended.
     *
     * @throws DataProblem if there is no such data set
     */
    public static String page(String name) {
        Dataset data = dataset(name, null);
        StringBuilder page = new StringBuilder(data.describe()).append(".\n");
        lines(name, ".txt").forEach(line -> page.append(line).append('\n'));
        page.append("Licence: with scikit-learn, BSD 3-Clause.\n\n");
        row(page, data.targetName() + " *", held(data.target()));
        data.features().stream().limit(SHOWN).forEach(f -> row(page, f.name(), range(((Feature.Numbers) f).x())));
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

    private static String range(double[] x) {
        DoubleSummaryStatistics range = DoubleStream.of(x).summaryStatistics();
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
