package dev.fettle.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What a column is as a target. */
class TargetsTest {
    private static Dataset.Target of(Column<?> y, Roles.@Nullable Learning wanted) {
        Table table = Table.create("t", DoubleColumn.create("a", new double[y.size()]), y.setName("y"));
        return Tables.dataset(table, "t", Roles.of("y").to(wanted), feature -> true)
                .target();
    }

    /** The order of scikit-learn's {@code LabelEncoder}: 5 before 15, and as words '15' before '5'. */
    @ParameterizedTest
    @CsvSource({"5 15 25, 5 15 25", "1 -1 1, -1 1", "3 1 2, 1 2 3", "0 1 0, 0 1", "10 9 100, 9 10 100"})
    void wholeNumbersAreLabelsInTheOrderOfTheirSizeInEveryTypeOfColumn(String values, String labels) {
        double[] y = List.of(values.split(" ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        List<Column<?>> columns = List.of(
                DoubleColumn.create("y", y),
                DoubleColumn.create("y", y).asIntColumn(),
                DoubleColumn.create("y", y).asLongColumn(),
                DoubleColumn.create("y", y).asShortColumn(),
                DoubleColumn.create("y", y).asFloatColumn());
        for (Column<?> column : columns) {
            Dataset.Classes classes = (Dataset.Classes) of(column, null);
            assertThat(classes.labels()).as("%s", column.type()).containsExactly(labels.split(" "));
            assertThat(classes.numeric()).isTrue();
            for (int r = 0; r < y.length; r++) {
                assertThat(Double.parseDouble(classes.labels().get(classes.y()[r])))
                        .isEqualTo(y[r]);
            }
            assertThat(classes.rows(new int[] {0}).numeric()).isTrue();
        }
    }

    @Test
    void wordsAndBooleansAreLabelsThatAreNoNumbers() {
        Dataset.Classes words = (Dataset.Classes) of(StringColumn.create("y", "5", "15", "25"), null);
        assertThat(words.labels()).containsExactly("15", "25", "5");
        assertThat(words.numeric()).isFalse();
        Dataset.Classes flags = (Dataset.Classes) of(BooleanColumn.create("y", true, false), Roles.Learning.CLASSIFY);
        assertThat(flags.labels()).containsExactly("false", "true");
        assertThat(flags.numeric()).isFalse();
    }

    @Test
    void whatIsWantedDecidesWhereBothArePossible() {
        IntColumn letters =
                IntColumn.create("y", java.util.stream.IntStream.range(0, 60).map(i -> i % 30));
        assertThat(of(letters, null)).isInstanceOf(Dataset.Values.class);
        assertThat(((Dataset.Classes) of(letters, Roles.Learning.CLASSIFY)).labels())
                .hasSize(30);
        IntColumn ratings = IntColumn.create("y", 3, 8, 3);
        assertThat(of(ratings, null)).isInstanceOf(Dataset.Classes.class);
        assertThat(((Dataset.Values) of(ratings, Roles.Learning.REGRESS)).y()).containsExactly(3, 8, 3);
        assertThat(((Dataset.Values) of(BooleanColumn.create("y", true, false), Roles.Learning.REGRESS)).y())
                .containsExactly(1, 0);
        assertThat(((Dataset.Values) of(StringColumn.create("y", "1.5", "2"), Roles.Learning.REGRESS)).y())
                .containsExactly(1.5, 2);
    }

    @Test
    void whatCannotBeBothIsWhatItCanBe() {
        assertThat(of(StringColumn.create("y", "u", "v"), Roles.Learning.REGRESS))
                .isInstanceOf(Dataset.Classes.class);
        assertThat(of(DoubleColumn.create("y", 0.5, 1), Roles.Learning.CLASSIFY))
                .isInstanceOf(Dataset.Values.class);
        assertThat(of(DoubleColumn.create("y", 1e300, 1), Roles.Learning.CLASSIFY))
                .as("doubles of this size are no labels")
                .isInstanceOf(Dataset.Values.class);
        assertThat(of(StringColumn.create("y", "0.5", "1.5"), null))
                .as("broken numbers that were read as words")
                .isInstanceOf(Dataset.Values.class);
    }

    @Test
    void minusZeroIsTheClassZero() {
        Dataset.Classes classes = (Dataset.Classes) of(DoubleColumn.create("y", -0.0, 0.0, 1), null);
        assertThat(classes.labels()).containsExactly("0", "1");
        assertThat(classes.y()).containsExactly(0, 0, 1);
    }

    @Test
    void aHoleOfEveryTypeOfNumbersIsMissing() {
        List<Column<?>> columns = List.of(
                IntColumn.create("a", 1, 2).setMissing(1),
                LongColumn.create("a", 1, 2).setMissing(1),
                ShortColumn.create("a", new short[] {1, 2}).setMissing(1),
                FloatColumn.create("a", new float[] {1, 2}).setMissing(1),
                DoubleColumn.create("a", 1, 2).setMissing(1),
                BooleanColumn.create("a", true, false).setMissing(1));
        for (Column<?> column : columns) {
            Dataset data = Tables.dataset(Table.create("t", column, StringColumn.create("y", "u", "v")), "t", "y");
            assertThat(data.features().get(0).missing()).as("%s", column.type()).containsExactly(1);
            assertThat(data.features().get(0)).isInstanceOf(Feature.Numbers.class);
        }
    }
}
