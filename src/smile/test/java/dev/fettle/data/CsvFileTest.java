package dev.fettle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
