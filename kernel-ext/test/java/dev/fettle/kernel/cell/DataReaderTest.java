package dev.fettle.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cell is told of its data, and what it gets. */
class DataReaderTest extends Cells {
    private static final String SPACE = "\nalpha in {0.1, 0.2}";

    @BeforeAll
    void tables() throws Exception {
        notebook.run("import tech.tablesaw.api.*;");
        notebook.run("double[] size = new double[24];");
        notebook.run("int[] rating = new int[24], letter = new int[24];");
        notebook.run(
                "for (int i = 0; i < 24; i++) { size[i] = i * i % 7; rating[i] = 3 + i % 4; letter[i] = i % 22; }");
        notebook.run("""
                Table wines = Table.create(
                        DoubleColumn.create("size", size), IntColumn.create("letter", letter),
                        IntColumn.create("Score A", rating));
                """);
        notebook.run("Table holes = wines.copy();");
        notebook.run("holes.doubleColumn(0).setMissing(3);");
        notebook.run("String column = \"Score A\";");
        notebook.run("String word = \"wine\";");
    }

    private Dataset data(String line) {
        return settings("%%gridsearch -m mlp " + line + SPACE)
                .subject()
                .task()
                .orElseThrow()
                .data();
    }

    private List<String> told(String line) {
        return mistakes("%%gridsearch -m mlp " + line + SPACE);
    }

    @Test
    void theMetricDecidesWhatNumbersAreAndTaskOverrules() {
        assertThat(data("-d wines --cv 2").target()).isInstanceOf(Dataset.Classes.class);
        assertThat(data("-d wines --metric r2").target()).isInstanceOf(Dataset.Values.class);
        assertThat(data("-d wines --metric mae,rmse").target()).isInstanceOf(Dataset.Values.class);
        assertThat(data("-d wines --task regress").target()).isInstanceOf(Dataset.Values.class);
        assertThat(data("-d wines -y letter").target()).isInstanceOf(Dataset.Values.class);
        assertThat(told("-d wines --metric rmse --task classify"))
                .singleElement()
                .asString()
                .startsWith("1:39+4 Metric (rmse) must be one of accuracy");
        assertThat(told("-d iris --task regress"))
                .containsExactly("1:36+7 Task (regress) must be classify: species holds words.");
        assertThat(told("-d iris -y petal_width --drop species --task classify"))
                .containsExactly(
                        "1:66+8 Task (classify) must be regress: petal_width holds numbers that are not all whole.");
        assertThat(told("-d iris --task guess"))
                .containsExactly("1:36+5 --task (guess) must be one of classify, regress.");
    }

    @Test
    void columnsAreLeftOutByName() {
        assertThat(data("-d wines --drop letter --task regress").features())
                .extracting(Feature::name)
                .containsExactly("size");
        assertThat(told("-d wines --drop lettre,size"))
                .containsExactly(
                        "1:37+11 Column (lettre) must be a column of wines: size, letter, Score A. Maybe letter.");
        assertThat(told("-d iris --drop species -y species"))
                .containsExactly("1:36+7 Column (species) must stay, as it is the target.");
    }

    @Test
    void aTableMayBeJavaWithBlanksAndIsEvaluatedOnce() throws Exception {
        notebook.run("int asked = 0;");
        notebook.run("Table ask() { asked++; return wines; }");
        Dataset data = data("-d ${ holes.dropRowsWithMissingValues() } --cv 2");
        assertThat(data.rows()).isEqualTo(23);
        assertThat(data.describe()).startsWith("holes.dropRowsWithMissingValues(): 23 rows");
        assertThat(data("-d ${ask()} --cv 2").rows()).isEqualTo(24);
        assertThat(notebook.value("asked")).isEqualTo(1);
        assertThat(told("-d holes"))
                .singleElement()
                .asString()
                .endsWith("or complete rows alone: --data ${holes.dropRowsWithMissingValues()}.");
    }

    @Test
    void javaThatIsNoTableIsToldWhy() {
        assertThat(told("-d ${1+1}")).containsExactly("1:24+6 Data (1+1) must be a Table; the value is a Integer.");
        assertThat(told("-d ${wins}"))
                .singleElement()
                .asString()
                .startsWith("1:24+7 Data (${wins}) must have a value. ")
                .endsWith(" Maybe wines.");
        assertThat(told("-d wines.first(5)"))
                .containsExactly(
                        "1:24+14 Data (wines.first(5)) must be a name or a file. Maybe --data" + " ${wines.first(5)}.");
    }

    @Test
    void aFileIsReadAndOneThatIsNotThereIsToldWithTheNearest(@TempDir Path folder) throws Exception {
        StringBuilder text = new StringBuilder("\uFEFFa;kind\n");
        for (int i = 0; i < 12; i++) {
            text.append(i).append(",5;").append(i % 2 == 0 ? 5 : 15).append('\n');
        }
        Path file = Files.writeString(folder.resolve("pears.csv"), text);
        Dataset data = data("-d " + file + " --cv 2");
        assertThat(data.x()[3]).containsExactly(3.5);
        assertThat(((Dataset.Classes) data.target()).labels()).containsExactly("5", "15");
        assertThat(told("-d " + folder.resolve("pear.csv")))
                .singleElement()
                .asString()
                .endsWith(" must be a file that is there. Maybe " + file + ".");
    }

    @Test
    void columnsWithBlanksAreQuotedOrComeFromJava() {
        assertThat(data("-d wines -y \"Score A\" --cv 2").targetName()).isEqualTo("Score A");
        assertThat(data("-d wines --target='Score A' --cv 2").targetName()).isEqualTo("Score A");
        assertThat(data("-d wines -y ${column} --cv 2").targetName()).isEqualTo("Score A");
        assertThat(data("-d wines --drop 'Score A' -y letter").features())
                .extracting(Feature::name)
                .containsExactly("size");
    }

    @Test
    void aWordOfTheNotebookIsAName() {
        assertThat(data("-d ${word}").name()).isEqualTo("wine");
    }
}
