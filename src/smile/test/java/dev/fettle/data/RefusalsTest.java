package dev.fettle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** What is said of columns that cannot be features, or not be the target. */
class RefusalsTest {
    private static final Predicate<Feature> NUMBERS = Feature::isCompleteNumbers;

    private static List<String> told(Table table, Roles roles, Predicate<Feature> takes) {
        try {
            Tables.dataset(table, "cars", roles, takes);
            return List.of();
        } catch (DataProblem e) {
            return e.reasons().stream().map(r -> r.part() + " " + r.sentence()).toList();
        }
    }

    private static Table with(Column<?>... columns) {
        Table table = Table.create("t", columns);
        return table.addColumns(
                IntColumn.create("y", IntStream.range(0, table.rowCount()).map(i -> i % 2)));
    }

    /** Ninety prices, with some others instead. */
    private static StringColumn prices(String... others) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            words.add(i >= 40 && i < 40 + others.length ? others[i - 40] : String.valueOf(100 + 7 * i));
        }
        return StringColumn.create("price", words);
    }

    @Test
    void columnsOfOneKindAreToldInOneSentence() {
        Table table = with(
                DoubleColumn.create("age", 1, Double.NaN, Double.NaN),
                StringColumn.create("town", "Ulm", "Bonn", "Ulm"),
                StringColumn.create("work place", null, "office", "home"),
                DoubleColumn.create("pay", Double.NaN, 2, 3));
        assertThat(told(table, Roles.of("y"), NUMBERS))
                .containsExactly(
                        "DATA Columns (town, work place) must be numbers to be features; they hold words such as Ulm,"
                                + " office. Maybe --drop \"town,work place\".",
                        "DATA Columns (age, pay) must have no missing values; age has 2, the first in row 2; pay has 1, the"
                                + " first in row 1. Maybe --impute median, --drop age,pay, or complete rows alone:"
                                + " --data ${cars.dropRowsWithMissingValues()}.");
        assertThat(told(table, Roles.of("y").without("town", "work place", "pay"), NUMBERS))
                .containsExactly(
                        "DATA Column (age) must have no missing values; it has 2, the first in row 2. Maybe"
                                + " --impute median, --drop age, or complete rows alone: --data ${cars.dropRowsWithMissingValues()}.");
        assertThat(told(table, Roles.of("y"), feature -> true)).isEmpty();
    }

    @Test
    void whereWordsAreTakenOnlyTheirHolesAreTold() {
        Table table =
                with(StringColumn.create("town", "Ulm", null, "Bonn"), StringColumn.create("kind", "a", "b", "a"));
        assertThat(told(table, Roles.of("y"), feature -> feature.missing().length == 0))
                .singleElement()
                .asString()
                .startsWith("DATA Column (town) must have no missing values; it has 1, the first in row 2.");
    }

    @Test
    void ofManyColumnsTheFirstAreNamed() {
        Table table = Table.create("t");
        for (int c = 0; c < 15; c++) {
            table.addColumns(StringColumn.create("c" + c, "u", "v"));
        }
        assertThat(told(table, Roles.of("c14"), NUMBERS))
                .singleElement()
                .asString()
                .startsWith(
                        "DATA Columns (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, … 2 more) must be numbers");
    }

    @Test
    void datesAndTimesAreNoFeaturesWhateverTheLearnerTakes() {
        LocalDateTime noon = LocalDateTime.of(2024, 2, 29, 12, 0);
        Table table = with(
                DateColumn.create("joined", LocalDate.EPOCH, LocalDate.MAX),
                DateTimeColumn.create("seen", noon, noon),
                TimeColumn.create("at", LocalTime.NOON, LocalTime.MIN));
        assertThat(told(table, Roles.of("y"), feature -> true))
                .containsExactly(
                        "DATA Columns (joined, seen, at) must be numbers or words to be features; they hold dates"
                                + " or times. Maybe --drop joined,seen,at, or numbers of them, such as the year, as columns of a"
                                + " copy.");
        assertThat(told(table, Roles.of("joined").without("seen", "at"), feature -> true))
                .containsExactly("TARGET Target (joined) must be numbers or words; it holds dates or times.");
        assertThat(told(table, Roles.of("y").without("seen", "at", "joined"), feature -> true))
                .containsExactly("DATA Data (cars) must have a column besides its target.");
    }

    @Test
    void aFewWordsAmongNumbersAreToldWithTheirPlaces() {
        Table table = with(prices("on request"));
        String advice =
                " Maybe  Table numbers = dev.fettle.data.Tables.numbers(cars, \"price\");  which is a copy where what"
                        + " is no number is missing, and  --data numbers --impute median  or  --data"
                        + " ${numbers.dropRowsWithMissingValues()}.";
        assertThat(told(table, Roles.of("y"), feature -> true))
                .containsExactly(
                        "DATA Column (price) must be numbers in every row; price holds words: 'on request' in row"
                                + " 41, 1 of 90." + advice);
        assertThat(told(table, new Roles("price", List.of(), Roles.Learning.REGRESS), feature -> true))
                .singleElement()
                .asString()
                .startsWith(
                        "TARGET Column (price) must be numbers in every row; price holds words: 'on request' in row 41");
        assertThat(told(table, new Roles("price", List.of(), Roles.Learning.CLASSIFY), feature -> true))
                .as("classes may be called anything")
                .isEmpty();
        assertThat(told(with(prices("$1,234")), Roles.of("y"), feature -> true))
                .singleElement()
                .asString()
                .contains("price holds numbers such as '$1,234' in row 41, 1 of 90.");
    }

    @Test
    void theAdviceOfWordsAmongNumbersWorksAndLeavesTheTableAsItIs() {
        Table table = with(prices("on request", "$1,234.50", "?"));
        Table numbers = Tables.numbers(table, "price");
        assertThat(table.column("price")).isInstanceOf(StringColumn.class);
        assertThat(numbers.columnNames()).isEqualTo(table.columnNames());
        assertThat(numbers.doubleColumn("price").asDoubleArray())
                .startsWith(100, 107)
                .contains(1234.5)
                .hasSize(90);
        assertThat(numbers.dropRowsWithMissingValues().rowCount()).isEqualTo(88);
        assertThatThrownBy(() -> Tables.numbers(table, "y")).hasMessage("Column (y) must be a column of words.");
        assertThatThrownBy(() -> Tables.numbers(table, "z")).hasMessage("Column (z) must be a column of words.");
    }

    @Test
    void numbersThatAreWordsThroughoutAreNumbers() {
        Table table =
                with(StringColumn.create("a", " 1.5", "-2", null), StringColumn.create("zip", "01067", "53111", "9"));
        Dataset data = Tables.dataset(table, "t", "y");
        assertThat(((Feature.Numbers) data.features().get(0)).x()).containsExactly(1.5, -2, Double.NaN);
        assertThat(data.features().get(1)).isInstanceOf(Feature.Levels.class);
    }

    @Test
    void aColumnThatIsNotThereOrNotToGoIsToldAtItsOption() {
        Table table = with(DoubleColumn.create("age", 1, 2), DoubleColumn.create("size", 1, 2));
        assertThat(told(table, Roles.of("y").without("agee", "size"), NUMBERS))
                .containsExactly("WITHOUT Column (agee) must be a column of cars: age, size, y. Maybe age.");
        assertThat(told(table, Roles.of("y").without("y"), NUMBERS))
                .containsExactly("WITHOUT Column (y) must stay, as it is the target.");
        assertThat(told(table, Roles.of("x").without("agee"), NUMBERS)).hasSize(2);
        assertThat(told(table, Roles.of(null).without("age", "size", "y"), NUMBERS))
                .containsExactly("WITHOUT Columns (age, size, y) must not all be left out.");
        assertThat(Tables.dataset(table, "t", Roles.of(null).without("y"), NUMBERS)
                        .targetName())
                .as("the last that stays")
                .isEqualTo("size");
    }

    @Test
    void aFileReadWithTheWrongSeparatorIsOneMistake() {
        Table table = Table.create("t", StringColumn.create("\uFEFFa;b;y", "1;2;u", "3;4;v"));
        assertThat(told(table, Roles.of("y"), NUMBERS))
                .containsExactly(
                        "DATA Data (cars) must have several columns; it has one, called a;b;y. Maybe read it again"
                                + " with  CsvReadOptions.builder(FILE).separator(';'),  or by --data FILE.");
    }

    @Test
    void theMarkOfAFileAndBlanksAroundAreNoPartOfAName() {
        Table table = Table.create("t", DoubleColumn.create("\uFEFFage", 1, 2), StringColumn.create(" y ", "u", "v"));
        Dataset data = Tables.dataset(table, "t", "y");
        assertThat(data.features()).extracting(Feature::name).containsExactly("age");
        assertThat(data.targetName()).isEqualTo("y");
    }

    /** A file has no name in Java, and within ${…} the kernels would drop the quotes of its path. */
    @Test
    void adviceNamesTheVariableTheExpressionOrTheFile() {
        Feature age = new Feature.Numbers("age", new double[] {Double.NaN});
        Feature.Levels price = Columns.levels("price", List.of("1", "$2"));
        for (String java : List.of("churn", "churn.where(a.isIn(1, 2))")) {
            assertThat(new Refusals(java).of(List.of(age), NUMBERS))
                    .singleElement()
                    .asString()
                    .endsWith(" --data ${" + java + ".dropRowsWithMissingValues()}.");
            assertThat(new Refusals(java).numerals(List.of(price))).contains("Tables.numbers(" + java + ", \"price\")");
        }
        for (String file : List.of("data/churn.csv", "churn.csv")) {
            String read = "dev.fettle.data.CsvFile.read(java.nio.file.Path.of(\"" + file + "\"))";
            assertThat(new Refusals(file).of(List.of(age), NUMBERS))
                    .singleElement()
                    .asString()
                    .endsWith(" or complete rows alone:  Table complete = " + read
                            + ".dropRowsWithMissingValues();  and  --data complete.");
            assertThat(new Refusals(file).numerals(List.of(price))).contains("Tables.numbers(" + read + ", \"price\")");
            assertThat(new Refusals(file).missingTarget(age))
                    .contains("Table known = " + read + ".dropWhere(t -> t.column(\"age\").isMissing());");
        }
    }

    @Test
    void pathsAndNamesAreLiteralsOfJava() {
        String said = new Refusals("C:\\new\\a\"b.csv")
                .missingTarget(new Feature.Numbers("in \"", new double[] {Double.NaN}));
        assertThat(said).contains("Path.of(\"C:\\\\new\\\\a\\\"b.csv\")").contains("t.column(\"in \\\"\")");
    }

    /** There is no variable of their name. */
    @Test
    void adviceForBundledDataMakesTheirTable() {
        assertThatThrownBy(() -> Bundled.dataset("penguins", Roles.of("species").without("island", "sex"), NUMBERS))
                .hasMessageEndingWith(
                        " or complete rows alone:  Table complete ="
                                + " dev.fettle.data.Bundled.table(\"penguins\").dropRowsWithMissingValues();  and  --data complete.");
        assertThatThrownBy(() -> Bundled.dataset("penguins", "sex"))
                .hasMessageContaining("Table known = dev.fettle.data.Bundled.table(\"penguins\").dropWhere(");
    }

    @Test
    void columnsThatSayWhereARowBelongsMayHoldAnything() {
        Table table = with(
                prices("on request"),
                DateColumn.create("day", Collections.nCopies(90, LocalDate.EPOCH)),
                StringColumn.create("site", Collections.nCopies(90, "Ulm")),
                IntColumn.create("age", IntStream.range(0, 90).toArray()));
        Roles roles = Roles.of("y");
        assertThat(told(table, roles, NUMBERS)).hasSize(3);
        assertThat(told(table, roles.marks("day", "price", "site"), NUMBERS)).isEmpty();
        assertThat(Tables.dataset(table, "t", roles.marks("day", "price", "site"), NUMBERS)
                        .features())
                .as("they stay, to be looked at")
                .hasSize(4);
    }

    @Test
    void aColumnWithoutAnyValueIsNoWord() {
        Table table = with(StringColumn.create("empty", Collections.nCopies(3, (String) null)));
        assertThat(told(table, Roles.of("y"), NUMBERS))
                .singleElement()
                .asString()
                .contains("Column (empty) must");
    }
}
