package dev.fettle.data;

import dev.fettle.word.Maybe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * Files of values with a separator between them, as other programs write them. For any thread.
 *
 * <pre>{@code
 * Table table = CsvFile.read(Path.of("data", "churn.csv"));
 * }</pre>
 */
public final class CsvFile {
    private static final String SEPARATORS = ",;\t|";
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** A number whose decimals stand behind a comma, and all of a cell. */
    private static final Pattern COMMA = Pattern.compile("(?m)(?<=^|[;\t|])(\"?-?\\d+),(\\d+\"?)(?=$|\r|[;\t|])");

    private static final Pattern POINT = Pattern.compile("(?m)(?<=^|[;\t|])\"?-?\\d+\\.\\d+\"?(?=$|\r|[;\t|])");

    /** What pandas takes for missing, and the mark of the UCI repository. */
    private static final String[] MISSING = {
        "", "?", "*", "#N/A", "N/A", "NA", "n/a", "<NA>", "NULL", "null", "NaN", "nan", "None"
    };

    /** Without booleans, which single letters would be, and years, which dates would be. */
    private static final List<ColumnType> TYPES = List.of(
            ColumnType.LOCAL_DATE_TIME,
            ColumnType.LOCAL_DATE,
            ColumnType.LOCAL_TIME,
            ColumnType.LONG,
            ColumnType.DOUBLE,
            ColumnType.STRING);

    private CsvFile() {}

    /**
     * The table of a file with a header. The separator is the one of comma, semicolon, tabulator and bar that the header has
     * most often; behind another than the comma decimals may have commas. UTF-8, else Windows-1252. Cells that are empty or
     * hold what pandas takes for missing, or a question mark, are missing. A first line such as {@code sep=;} and a separator at
     * the end of all lines mean nothing.
     *
     * @throws DataProblem if there is no such file, or no table in it
     */
    public static Table read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw problem(file, " must be a file that is there." + nearest(file));
        }
        try {
            return table(file, text(Files.readAllBytes(file)));
        } catch (IOException | RuntimeException e) {
            throw problem(file, " must be a table in a text file; reading it failed: " + e.getMessage());
        }
    }

    private static DataProblem problem(Path file, String what) {
        return DataProblem.of(DataProblem.Part.DATA, "Data (" + file + ")" + what);
    }

    private static String nearest(Path file) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        String name =
                Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
            return Maybe.of(name, names)
                    .map(n -> " Maybe " + file.resolveSibling(n) + ".")
                    .orElse("");
        } catch (IOException e) {
            return " Its folder is not there either: " + folder + ".";
        }
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, WESTERN);
        }
        return text.replaceFirst("^\uFEFF?(?:sep=.\\R)?", "");
    }

    private static Table table(Path file, String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = separator(header);
        boolean commas = separator != ','
                && COMMA.matcher(text).find()
                && !POINT.matcher(text).find();
        Table table = Table.read()
                .usingOptions(CsvReadOptions.builderFromString(
                                commas ? COMMA.matcher(text).replaceAll("$1.$2") : text)
                        .tableName(file.toString())
                        .separator(separator)
                        .columnTypesToDetect(TYPES)
                        .allowDuplicateColumnNames(true)
                        .sample(false)
                        .missingValueIndicator(MISSING)
                        .build());
        int last = table.columnCount() - 1;
        boolean open = header.endsWith(String.valueOf(separator)) && last > 0;
        return open && table.column(last).countMissing() == table.rowCount() ? table.rejectColumns(last) : table;
    }

    /** Outside quotes; of equals the first. */
    private static char separator(String header) {
        String bare = header.replaceAll("\"[^\"]*\"", "");
        return (char) SEPARATORS
                .chars()
                .reduce((a, b) -> count(bare, b) > count(bare, a) ? b : a)
                .orElse(',');
    }

    private static long count(String text, int wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
