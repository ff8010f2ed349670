package dev.fettle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** Files as other programs write them. */
class CsvFileTest {
    private final Path folder;

    CsvFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Table read(String text) throws Exception {
        return CsvFile.read(Files.writeString(folder.resolve("t.csv"), text));
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void theSeparatorIsThatOfTheHeader(char separator) throws Exception {
        Table table = read("\uFEFFid,\"a,b\",y\r\n1,0.5,u\r\n2,1.5,v\r\n"
                .replace("a,b", "quoted")
                .replace(',', separator)
                .replace("quoted", "a,;b"));
        assertThat(table.columnNames()).containsExactly("id", "a,;b", "y");
        assertThat(table.doubleColumn(1).asDoubleArray()).containsExactly(0.5, 1.5);
        assertThat(table.stringColumn("y").asList()).containsExactly("u", "v");
    }

    @Test
    void behindASemicolonDecimalsMayHaveCommas() throws Exception {
        Table table = read("a;b;y\n1,5;\"-2,25\";u\n3;4;v,5\n");
        assertThat(table.doubleColumn("a").asDoubleArray()).containsExactly(1.5, 3);
        assertThat(table.doubleColumn("b").asDoubleArray()).containsExactly(-2.25, 4);
        assertThat(table.stringColumn("y").asList()).containsExactly("u", "v,5");
    }

    /** What a column holds, of numbers or words. */
    private static List<?> cells(Table table, String column) {
        return Arrays.asList(table.column(column).asObjectArray());
    }

    @Test
    void eachColumnOfNumbersWithCommasIsReadAsItIsWritten() throws Exception {
        assertThat(cells(read("rent;y\n1.234,56;u\n999,50;v\n"), "rent")).isEqualTo(List.of(1234.56, 999.5));
        Table land = read("area;rate;y\n1.234;2,75;1\n2.500;0,50;2\n");
        assertThat(cells(land, "area")).isEqualTo(List.of(1234.0, 2500.0));
        assertThat(cells(land, "rate")).isEqualTo(List.of(2.75, 0.5));
        assertThat(land.column("y").type()).isEqualTo(ColumnType.LONG);
        assertThat(cells(read("pop;y\n234,567;u\n1,234,567;v\n"), "pop")).isEqualTo(List.of(234567.0, 1234567.0));
        assertThat(cells(read("a,y\n\"2,75\",u\n,v\n"), "a")).isEqualTo(Arrays.asList(2.75, null));
        assertThat(cells(read("a;y\n0,500;u\n0,125;v\n"), "a"))
                .as("no group follows a zero")
                .isEqualTo(List.of(0.5, 0.125));
    }

    @Test
    void columnsThatDifferInHowTheyAreWrittenDoNotTellHowOthersAre() throws Exception {
        Table table = read("a;b;c;d;y\n0.5;1,5;1,234;1.234;u\n1.5;2,5;5,678;5.678;v\n");
        assertThat(cells(table, "a")).isEqualTo(List.of(0.5, 1.5));
        assertThat(cells(table, "b")).isEqualTo(List.of(1.5, 2.5));
        assertThat(cells(table, "c")).isEqualTo(List.of("1,234", "5,678"));
        assertThat(cells(table, "d")).isEqualTo(List.of(1.234, 5.678));
        assertThat(cells(read("a,b,y\n0.5,\"1,234\",u\n1.5,\"5,678\",v\n"), "b"))
                .isEqualTo(List.of(1234.0, 5678.0));
    }

    @Test
    void numbersThatCouldBeThousandsOrDecimalsAreToldWithBoth() throws Exception {
        Table table = read("a;y\n12,345;u\n6,789;v\n");
        assertThat(cells(table, "a")).isEqualTo(List.of("12,345", "6,789"));
        assertThatThrownBy(() -> Tables.dataset(table, "t", "y"))
                .hasMessageContaining("a holds numbers such as '12,345' in row 1, 2 of 2, which could be 12.345 or"
                        + " 12345 and is taken for 12345. Maybe  Table numbers");
    }

    @Test
    void numbersWithUnitsStayWordsAndDatesWithCommasAreDates() throws Exception {
        Table table = read("share;day;y\n12,5%;Jan 5, 2024;u\n3%;Feb 29, 2024;v\n");
        assertThat(cells(table, "share")).isEqualTo(List.of("12,5%", "3%"));
        assertThat(table.column("day").type()).isEqualTo(ColumnType.LOCAL_DATE);
        assertThat(Tables.numbers(table, "share").doubleColumn("share").asDoubleArray())
                .containsExactly(12.5, 3);
    }

    @Test
    void lettersAndWordsThatOtherReadersTakeForBooleansAreWords() throws Exception {
        Table table = read("a,b,y\nT,1,yes\nF,0,no\n");
        assertThat(table.stringColumn("a").asList()).containsExactly("T", "F");
        assertThat(table.column("b").type()).isEqualTo(ColumnType.LONG);
        assertThat(table.stringColumn("y").asList()).containsExactly("yes", "no");
    }

    @Test
    void marksForWhatIsMissingAreMissing() throws Exception {
        Table table = read("power,kind,y\n130,?,u\n?,a,v\nNA,,u\n1.5,b,v\n");
        assertThat(table.doubleColumn("power").asDoubleArray()).containsExactly(130, Double.NaN, Double.NaN, 1.5);
        assertThat(table.stringColumn("kind").countMissing()).isEqualTo(2);
    }

    /** Tablesaw looks at a sample only, unless told otherwise. */
    @Test
    void aWordInTheLastRowMakesTheColumnWords() throws Exception {
        String rows = IntStream.range(0, 5000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        assertThat(read("a\n" + rows + "on request\n").column(0).type()).isEqualTo(ColumnType.STRING);
    }

    @Test
    void whatSpreadsheetsAddMeansNothing() throws Exception {
        Table table = read("\uFEFFsep=;\r\na;b;y;\r\n1;2;u;\r\n3;4;v;\r\n");
        assertThat(table.columnNames()).containsExactly("a", "b", "y");
        assertThat(read("a;y;\n1;2;3\n4;5;6\n").columnCount())
                .as("a column without a name")
                .isEqualTo(3);
    }

    @Test
    void columnsOfOneNameAreToldApart() throws Exception {
        assertThat(read("a,a,y\n1,2,u\n3,4,v\n").columnNames()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void datesAreDates() throws Exception {
        assertThat(read("when,y\n2024-02-29,1\n2024-03-01,2\n").column("when").type())
                .isEqualTo(ColumnType.LOCAL_DATE);
        assertThat(read("year,y\n1999,1\n2024,2\n").column("year").type()).isEqualTo(ColumnType.LONG);
    }

    @Test
    void whatIsNotUtf8IsOfWindows() throws Exception {
        byte[] bytes = "größe,y\n1,ä\n2,ö\n".getBytes(Charset.forName("windows-1252"));
        Table table = CsvFile.read(Files.write(folder.resolve("t.csv"), bytes));
        assertThat(table.columnNames()).containsExactly("größe", "y");
        assertThat(table.stringColumn("y").asList()).containsExactly("ä", "ö");
    }

    @Test
    void aFileThatIsNotThereIsToldWithTheNearest() throws Exception {
        Files.writeString(folder.resolve("churn.csv"), "a\n1\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CsvFile.read(folder.resolve("chrun.csv")))
                .isInstanceOf(DataProblem.class)
                .hasMessage("Data (" + folder.resolve("chrun.csv") + ") must be a file that is there. Maybe "
                        + folder.resolve("churn.csv") + ".");
        assertThatThrownBy(() -> CsvFile.read(folder)).hasMessageContaining("must be a file that is there.");
        assertThatThrownBy(() -> CsvFile.read(folder.resolve("none/a.csv")))
                .hasMessageEndingWith(" Its folder is not there either: " + folder.resolve("none") + ".");
    }

    @Test
    void rowsOfDifferentLengthAreToldAsSuch() {
        assertThatThrownBy(() -> read("a,b\n1,2\n1,2,3\n"))
                .isInstanceOf(DataProblem.class)
                .hasMessageStartingWith(
                        "Data (" + folder.resolve("t.csv") + ") must be a table in a text file; reading it failed: ");
    }
}
