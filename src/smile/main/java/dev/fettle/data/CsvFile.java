package dev.fettle.data;

import dev.fettle.word.Maybe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.AbstractColumnParser;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.ColumnTypeDetector;
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

    /** What pandas takes for missing, and the mark of the UCI repository. */
    private static final String[] MISSING = {
        "", "?", "*", "#N/A", "N/A", "NA", "n/a", "<NA>", "NULL", "null", "NaN", "nan", "None"
    };

    /** Without booleans, which single letters would be, and years, which dates would be. */
    private static final ColumnTypeDetector TYPES = new ColumnTypeDetector(List.of(
            ColumnType.LOCAL_DATE_TIME,
            ColumnType.LOCAL_DATE,
            ColumnType.LOCAL_TIME,
            ColumnType.LONG,
            ColumnType.DOUBLE,
            ColumnType.STRING));

    /** Tablesaw's numbers drop every comma, which may stand before decimals. */
    private static final ColumnTypeDetector NO_NUMBERS = new ColumnTypeDetector(
            List.of(ColumnType.LOCAL_DATE_TIME, ColumnType.LOCAL_DATE, ColumnType.LOCAL_TIME, ColumnType.STRING));

    private CsvFile() {}

    /**
     * The table of a file with a header. The separator is the one of comma, semicolon, tabulator and bar that the header has
     * most often. UTF-8, else Windows-1252. Cells that are empty or hold what pandas takes for missing, or a question mark, are
     * missing. A first line such as {@code sep=;} and a separator at the end of all lines mean nothing.
     *
     * <p>A column of numbers with commas is read as it is written, {@code 1,234.5} or {@code 1.234,5}. One that could be either,
     * {@code 12,345} in each row, is read as the other columns are; if they do not tell it stays words. So do numbers with units.
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
        CsvReadOptions options = CsvReadOptions.builderFromString(text)
                .tableName(file.toString())
                .separator(separator)
                .columnTypes(name -> ColumnType.STRING)
                .allowDuplicateColumnNames(true)
                .missingValueIndicator(MISSING)
                .build();
        Table table = typed(Table.read().usingOptions(options), options);
        int last = table.columnCount() - 1;
        boolean open = header.endsWith(String.valueOf(separator)) && last > 0;
        return open && table.column(last).countMissing() == table.rowCount() ? table.rejectColumns(last) : table;
    }

    /** The same where columns that hold numbers or moments are such. */
    private static Table typed(Table words, CsvReadOptions options) {
        List<StringColumn> columns = List.of(words.stringColumns());
        boolean commas = columns.stream().anyMatch(c -> holds(c, ","));
        Optional<Numerals.Style> usual = commas ? usual(columns) : Optional.empty();
        Table typed = Table.create(words.name());
        for (StringColumn column : columns) {
            Optional<Numerals.Style> style = commas ? style(column, usual) : Optional.empty();
            boolean marked =
                    holds(column, ",") || (style.equals(Optional.of(Numerals.Style.COMMA)) && holds(column, "."));
            typed.addColumns(
                    marked && style.isPresent()
                            ? DoubleColumn.create(
                                    column.name(), numerals(column).values(style.get()))
                            : detected(column, options));
        }
        return typed;
    }

    private static boolean holds(StringColumn column, String mark) {
        return column.unique().asList().stream().anyMatch(cell -> cell.contains(mark));
    }

    private static Numerals numerals(StringColumn column) {
        return Numerals.of(Columns.levels(column.name(), Tables.words(column)));
    }

    /** How those columns are written that can be read in one way; empty if they differ. */
    private static Optional<Numerals.Style> usual(List<StringColumn> columns) {
        Set<Numerals.Style> styles = EnumSet.noneOf(Numerals.Style.class);
        columns.stream()
                .map(c -> numerals(c).styles())
                .filter(s -> s.size() == 1)
                .forEach(styles::addAll);
        return only(styles);
    }

    private static Optional<Numerals.Style> style(StringColumn column, Optional<Numerals.Style> usual) {
        Set<Numerals.Style> styles = numerals(column).styles();
        return styles.size() > 1 ? usual : only(styles);
    }

    private static Optional<Numerals.Style> only(Set<Numerals.Style> styles) {
        return styles.size() == 1 ? styles.stream().findFirst() : Optional.empty();
    }

    private static Column<?> detected(StringColumn column, CsvReadOptions options) {
        Iterator<String[]> cells =
                column.asList().stream().map(cell -> new String[] {cell}).iterator();
        ColumnType type = (holds(column, ",") ? NO_NUMBERS : TYPES).detectColumnTypes(cells, options)[0];
        Column<?> typed = type.create(column.name());
        AbstractColumnParser<?> parser = type.customParser(options);
        column.forEach(cell -> typed.appendCell(cell, parser));
        return typed;
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
