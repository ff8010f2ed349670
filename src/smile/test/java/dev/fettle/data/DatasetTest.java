package dev.fettle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DatasetTest {
    @ParameterizedTest
    @CsvSource({
        "iris, 150, 4, 3",
        "wine, 178, 13, 3",
        "breast_cancer, 569, 30, 2",
        "digits, 1797, 64, 10",
        "diabetes, 442, 10, 0"
    })
    void bundledDataAreComplete(String name, int rows, int features, int classes) {
        Dataset data = Bundled.dataset(name, null);
        assertThat(data.rows()).isEqualTo(rows);
        assertThat(data.features()).hasSize(features);
        assertThat(data.isClassification()).isEqualTo(classes > 0);
        if (data.target() instanceof Dataset.Classes c) {
            assertThat(c.labels()).hasSize(classes);
        }
        Dataset fromTable = Tables.dataset(Bundled.table(name), name, null);
        assertThat(fromTable.fingerprint()).isEqualTo(data.fingerprint());
        assertThat(fromTable.describe()).isEqualTo(data.describe());
    }

    @Test
    void irisIsThatOfScikitLearn() {
        Dataset iris = Bundled.dataset("iris", "species");
        assertThat(iris.x()[0]).containsExactly(5.1, 3.5, 1.4, 0.2);
        assertThat(iris.features()).containsExactly("sepal_length", "sepal_width", "petal_length", "petal_width");
        assertThat(((Dataset.Classes) iris.target()).labels()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(iris.describe()).isEqualTo("iris: 150 rows × 4 features, 3 classes");
    }

    @Test
    void namesWhatMayHaveBeenMeant() {
        assertThatThrownBy(() -> Bundled.dataset("irsi", null)).hasMessageEndingWith("Maybe iris.");
        assertThatThrownBy(() -> Bundled.dataset("iris", "spcies"))
                .hasMessage("Target (spcies) must be a column of iris: sepal_length, sepal_width, petal_length,"
                        + " petal_width, species. Maybe species.");
    }

    @Test
    void allProblemsOfATableComeTogether() {
        DoubleColumn holes = DoubleColumn.create("a", 1, Double.NaN, Double.NaN);
        Table table =
                Table.create("t", holes, StringColumn.create("town", "x", "y", "z"), IntColumn.create("y", 0, 1, 1));
        assertThatThrownBy(() -> Tables.dataset(table, "t", "y"))
                .isInstanceOfSatisfying(DataProblem.class, p -> assertThat(p.problems())
                        .hasSize(2)
                        .anyMatch(s ->
                                s.startsWith("Column (a) must have no missing values; it has 2, the first in row 2."))
                        .anyMatch(s -> s.contains("Column (town)") && s.contains("such as x")));
    }

    @Test
    void booleansAreNumbersAndWholeTargetsAreClasses() {
        Table table =
                Table.create("t", BooleanColumn.create("flag", true, false, true), IntColumn.create("y", 7, -1, 7));
        Dataset data = Tables.dataset(table, "t", null);
        assertThat(data.x()).isDeepEqualTo(new double[][] {{1}, {0}, {1}});
        assertThat(((Dataset.Classes) data.target()).labels()).isEqualTo(List.of("-1", "7"));
    }

    @Test
    void oneClassIsNoTarget() {
        Table table = Table.create("t", DoubleColumn.create("a", 1, 2), StringColumn.create("y", "s", "s"));
        assertThatThrownBy(() -> Tables.dataset(table, "t", "y"))
                .hasMessageContaining("at least 2 classes, not only s");
    }
}
